"""Rules for lock files: they belong to something, originals' changes are logged, sources' changes are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.freshness.pages import lock_name, originals
from handbook.freshness.states import freshness
from handbook.freshness.suspects import suspects
from handbook.model.handbook import Handbook
from handbook.model.lock import Lock
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.recall import Recall, key_of


def locks(handbook: Handbook) -> Iterator[Problem]:
    """Every lock file belongs to a page or a source."""
    names = {lock_name(page) for page in handbook.pages} | {f"sources/{id}" for id in handbook.sources}
    for name, lock in handbook.locks.items():
        if name not in names:
            yield Problem(lock.path, 0, "orphan-lock", severity="warning")


def change_log(handbook: Handbook, recall: Recall) -> Iterator[Problem]:
    """What changed in an original is dated, so that its readers can be told."""
    for page in originals(handbook).values():
        lock = handbook.locks.get(lock_name(page))
        paths = (page.path, lock.path if lock else "")
        key = key_of("change-log", handbook.as_read(*paths))
        yield from recall.problems(key, partial(_undated, page, lock))


def _undated(page: Page, lock: Lock | None) -> Iterator[Problem]:
    changed = [pair for pair in freshness(page, page, lock).pairs if pair.state != "current" or (lock and not pair.entry)]
    if changed:
        values = {"count": str(len(changed)), "page": page.name, "lang": page.lang}
        yield Problem(page.path, changed[0].passage.line, "change-not-dated", values, severity="warning")


def suspect_blocks(handbook: Handbook) -> Iterator[Problem]:
    """A block whose source point was rewritten may no longer say what the source says."""
    for suspect in suspects(handbook):
        values = {"id": suspect.point, "block": suspect.block.id or suspect.block.kind}
        yield Problem(suspect.page.path, suspect.block.line, "suspect-block", values, severity="warning")
