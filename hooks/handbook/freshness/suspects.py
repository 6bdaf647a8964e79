"""The register and what was reviewed of it in; blocks that may no longer say what their sources say out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from handbook.freshness.meaning import fingerprint
from handbook.freshness.pages import originals
from handbook.model.handbook import Handbook
from handbook.model.lock import NO_TEXT, Entry
from handbook.model.playbook import Block, Page
from handbook.model.source import Source

NO_FRAME = "0000"


class Suspect(NamedTuple):
    """A block of an original that cites a point whose gist was changed after its last review."""

    page: Page
    block: Block
    point: str


def suspects(handbook: Handbook) -> Iterator[Suspect]:
    """In the order of pages; translations follow their originals."""
    changed = {point for source in handbook.sources.values() for point in changed_points(handbook, source)}
    for page in originals(handbook).values() if changed else ():
        for block in page.blocks:
            yield from (Suspect(page, block, point) for point in block.citations if point in changed)


def changed_points(handbook: Handbook, source: Source) -> tuple[str, ...]:
    """Points whose gist is not the one that was reviewed. A point that was never reviewed counts as unchanged."""
    lock = handbook.locks.get(f"sources/{source.id}")
    known = {entry.key: entry.original for entry in lock.entries} if lock else {}
    return tuple(id for id, point in source.entry.points.items() if id in known and known[id] != fingerprint(point.gist))


def reviewed(handbook: Handbook, source: Source, day: date, points: frozenset[str], why: str = "") -> tuple[Entry, ...]:
    """The new lines of a source's lock file: chosen points as they are now, new ones added, lost ones dropped."""
    lock = handbook.locks.get(f"sources/{source.id}")
    known = {entry.key: entry for entry in lock.entries} if lock else {}
    return tuple(
        Entry(id, fingerprint(point.gist), NO_FRAME, NO_TEXT, day, why if id in known else "")
        if id not in known or (id in points and known[id].original != fingerprint(point.gist))
        else known[id]
        for id, point in source.entry.points.items()
    )
