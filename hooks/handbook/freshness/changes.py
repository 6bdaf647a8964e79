"""Lock files in, what changed for the readers of a language, and when, out: the committed change log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handbook.freshness.pages import lock_name
from handbook.freshness.passages import Passage, passages
from handbook.model.handbook import Handbook
from handbook.model.lock import Lock
from handbook.model.playbook import Page


@dataclass(frozen=True, slots=True)
class Change:
    """What readers of a page got on a day."""

    day: date
    page: Page
    passages: tuple[Passage, ...]
    """In the order of the page."""
    is_whole: bool
    """Every passage is of this day: the page is new."""

    @property
    def steps(self) -> tuple[Passage, ...]:
        return tuple(passage for passage in self.passages if passage.kind == "step")


def changes(handbook: Handbook, lang: str) -> tuple[Change, ...]:
    """The newest first, then by name."""
    found = [change for page in handbook.pages if page.lang == lang for change in _changes(handbook, page)]
    return tuple(sorted(sorted(found, key=lambda change: change.page.name), key=lambda change: change.day, reverse=True))


def _changes(handbook: Handbook, page: Page) -> Iterator[Change]:
    lock = handbook.locks.get(lock_name(page))
    rows = sorted(_dated(page, lock), key=lambda row: row[0]) if lock else []
    for day, group in groupby(rows, key=lambda row: row[0]):
        found = tuple(passage for _, passage in group)
        yield Change(day, page, found, is_whole=len(found) == len(rows))


def _dated(page: Page, lock: Lock) -> Iterator[tuple[date, Passage]]:
    """Each passage with the day since when it reads as it does; one that was edited after its stamp has none yet."""
    known = {entry.translation: entry.since for entry in lock.entries}
    return ((known[passage.hash], passage) for passage in passages(page) if passage.hash in known)
