"""What a build is asked for, and what it is given from builds before."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from handbook_io.inputs import Inputs
from handbook_io.memory import Memories
from handbook_io.record import Record

if TYPE_CHECKING:
    from handbook_io.engine import Made


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


def carried_out(order: Order, say: Callable[[str], None]) -> Made:
    """What was made. MkDocs is imported only here, where there is something to build. Raises BuildError.

    All that is read before the first page stays to the end, so that the collector of garbage need not look at it: `make` wakes
    it after that.
    """
    gc.disable()
    try:
        from handbook_io.engine import make

        return make(order, say)
    finally:
        gc.unfreeze()
        gc.enable()
