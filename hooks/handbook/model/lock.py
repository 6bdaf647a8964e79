"""Lock files: which text of the original each block of a translation was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

NO_TEXT = "-"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lock file: one block, as it was when a person last vouched for it."""

    key: str
    """The block's id or, without one, `section/kind/first-hash`."""
    original: str
    """Hash of the original's meaning."""
    frame: str
    """Hash of what stood around it: id, citations, links."""
    translation: str
    """Hash of the translation's meaning; `-` where there is no translation (points of sources)."""
    since: date
    """When readers got this text."""
    why: str = ""
    """Why the block counts as current although the original was changed."""
    line: int = field(default=0, compare=False)
    """Where it stands in the file, for messages; 0 in one that has not been written yet."""

    @property
    def id(self) -> str:
        """The block's id (`/title` and `/description` for front matter); empty if it had none."""
        return "" if self.key.count("/") == 2 else self.key

    @property
    def section(self) -> str:
        """The section of a block without id."""
        return "" if self.id else self.key.split("/")[0]

    @property
    def kind(self) -> str:
        """The kind of a block without id; empty if it had one."""
        return "" if self.id else self.key.split("/")[1]


@dataclass(frozen=True, slots=True)
class Lock:
    """One lock file."""

    name: str
    """Path inside translations/, without `.lock`: `pl/playbooks/handle-a-complaint`, `sources/pl-obsluga`."""
    entries: Sequence[Entry]

    @property
    def path(self) -> str:
        return lock_path(self.name)


def lock_path(name: str) -> str:
    """Relative to the handbook's folder."""
    return f"translations/{name}.lock"
