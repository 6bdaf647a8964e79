"""What a build is asked for and given from builds before, and what it tells about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from handbook.others import Others
from handbook_build.inputs import Inputs
from handbook_build.memory import Memories
from handbook_build.record import Record

Say = Callable[[str], None]
"""Tells people how far a build has come."""
Reads = Callable[[Iterable[str]], object]
"""Hears where a build reads from, besides the handbook's folder, also when it then fails."""


def unheard(folders: Iterable[str]) -> None:
    """Nobody asks where a build reads from."""


@dataclass(frozen=True, slots=True)
class Order:
    root: Path
    """The handbook's folder."""
    made: Path
    """The folder that is to be made."""
    site: Path
    """The folder whose place it will take."""
    jobs: int = 1
    """Languages built at a time."""
    address: str = ""
    """Stands in the place of the configuration's site_url: that of a preview."""
    only: str = ""
    """The one language to build; empty: all."""
    pages_first: bool = False
    """Make only pages that have changed, to be laid over the last build: a preview shows an edit before the rest is made."""
    last: Record = field(default_factory=Record)
    """What stands in `site`."""
    now: Inputs = field(default_factory=Inputs)
    """What the build reads, as far as that is known."""
    memories: Memories = field(default_factory=Memories)
    reads: Reads = unheard
    others: Others | None = None
    """Who help to read the handbook."""


class Made(NamedTuple):
    """What an order led to."""

    inputs: Inputs
    """What the build may have read, as it was before it read; nothing where what it was made with changed meanwhile."""
    keys: dict[str, dict[str, str]]
    """Language → page's name, or `search` → the key of what it was made from."""
    languages: tuple[str, ...]
    """Of the handbook, also those that were not built."""
