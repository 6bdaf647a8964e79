"""Lock files in, what changed for the readers of a language, and when, out: the committed change log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from handbook.freshness.pages import lock_name
from handbook.freshness.passages import Passage, passages
from handbook.model.handbook import Handbook
from handbook.model.lock import Lock
from handbook.model.playbook import Page
from handbook.recall import Recall, key_of


@dataclass(frozen=True, slots=True)
class Change:
    """What readers of a page got on a day."""

    day: date
    page: Page
    count: int
    """Of passages."""
    is_whole: bool
    """Every passage is of this day: the page is new."""
    steps: tuple[tuple[str, str], ...]
    """(id, inline Markdown) of the steps among them, in the order of the page."""


def changes(handbook: Handbook, lang: str, recall: Recall | None = None) -> tuple[Change, ...]:
    """The newest first, then by name; `recall` spares a look at pages that have not changed since the last build."""
    known = recall or Recall()
    found = [change for page in handbook.pages if page.lang == lang for change in _changes(handbook, page, known)]
    return tuple(sorted(sorted(found, key=lambda change: change.page.name), key=lambda change: change.day, reverse=True))


def _changes(handbook: Handbook, page: Page, recall: Recall) -> Iterator[Change]:
    lock = handbook.locks.get(lock_name(page))
    if lock is None:
        return
    key = key_of("changes", handbook.as_read(page.path, lock.path))
    for day, count, is_whole, steps in recall(key, lambda: list(_rows(page, lock))):
        yield Change(date.fromisoformat(day), page, count, is_whole, tuple((id, text) for id, text in steps))


def _rows(page: Page, lock: Lock) -> Iterator[tuple[Any, ...]]:
    """A change's fields, save the page, as a Recall can hold them."""
    rows = sorted(_dated(page, lock), key=lambda row: row[0])
    for day, group in groupby(rows, key=lambda row: row[0]):
        found = [passage for _, passage in group]
        steps = [(passage.id, passage.text) for passage in found if passage.kind == "step"]
        yield day.isoformat(), len(found), len(found) == len(rows), steps


def _dated(page: Page, lock: Lock) -> Iterator[tuple[date, Passage]]:
    """Each passage with the day since when it reads as it does; one that was edited after its stamp has none yet."""
    known = {entry.translation: entry.since for entry in lock.entries}
    return ((known[passage.hash], passage) for passage in passages(page) if passage.hash in known)
