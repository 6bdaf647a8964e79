"""A page's freshness and what a person vouches for in; the new lines of its lock file out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from handbook.freshness.states import Freshness, Pair, freshness
from handbook.model.lock import Entry


class Stamp(NamedTuple):
    """What a person vouches for: on `day` these blocks said what their originals say."""

    day: date
    blocks: frozenset[str] = frozenset()
    """Ids, lock keys or lines of the translation; empty: the whole page."""
    why: str = ""
    """Given where an original was changed without changing what it means."""


def stamped(found: Freshness, stamp: Stamp) -> tuple[Entry, ...]:
    """All lines of the page's new lock file."""
    return _some(found, stamp) if stamp.blocks else _whole(found, stamp)


def chosen(found: Freshness, blocks: Collection[str]) -> tuple[Pair, ...]:
    """The pairs that a person means; all that have both sides, if nothing is named."""
    return tuple(pair for pair in found.pairs if pair.original and pair.translation and (not blocks or names(pair) & set(blocks)))


def names(pair: Pair) -> set[str]:
    """Everything that a pair may be called by."""
    return {pair.passage.name, *((pair.entry.key,) if pair.entry else ())}


def untouched(found: Freshness, blocks: Collection[str]) -> tuple[Pair, ...]:
    """Stale pairs whose translation is still the one that was made from the old original."""
    return tuple(
        pair
        for pair in chosen(found, blocks)
        if pair.state == "stale" and pair.entry and pair.translation and pair.entry.translation == pair.translation.hash
    )


def _whole(found: Freshness, stamp: Stamp) -> tuple[Entry, ...]:
    """Pairs the two pages anew, as they stand; what was merged or split in both is locked as it is now."""
    before = {pair.translation.line: pair.entry for pair in found.pairs if pair.translation and pair.entry}
    anew = freshness(found.original, found.translation, None)
    taken: set[str] = set()
    return tuple(_unique(_entry(pair._replace(entry=before.get(pair.passage.line)), stamp), taken) for pair in chosen(anew, ()))


def _some(found: Freshness, stamp: Stamp) -> tuple[Entry, ...]:
    """Changes the lines of the chosen blocks only, so that other branches' lines merge."""
    lines = {entry.key: entry for entry in (found.lock.entries if found.lock else ())}
    order = list(lines)
    above = ""
    wanted = chosen(found, stamp.blocks)
    for pair in found.pairs:
        if pair in wanted:
            entry = _entry(pair, stamp)
            old = pair.entry.key if pair.entry else entry.key
            if old not in lines:
                order.insert(order.index(above) + 1 if above in order else 0, entry.key)
            elif old != entry.key:
                order[order.index(old)] = entry.key
            lines[entry.key] = entry
            above = entry.key
        elif pair.entry:
            above = pair.entry.key
    return tuple(lines[key] for key in order)


def _entry(pair: Pair, stamp: Stamp) -> Entry:
    """The date stays where readers still get the same text."""
    original, translation, old = pair.original, pair.translation, pair.entry
    assert original
    assert translation
    key = old.key if old and not old.id and not translation.id else translation.id or original.key
    same = old is not None and old.translation == translation.hash
    known = old is not None and old.original == original.hash
    since = old.since if old and same else stamp.day
    why = stamp.why if stamp.why and not known else (old.why if old and known and same else "")
    return Entry(key, original.hash, original.frame, translation.hash, since, why)


def _unique(entry: Entry, taken: set[str]) -> Entry:
    """The same text twice in a section gets two keys."""
    candidates = _keys(entry.key)
    key = next(key for key in candidates if key not in taken)
    taken.add(key)
    return replace(entry, key=key)


def _keys(key: str) -> Iterator[str]:
    yield key
    number = 2
    while True:
        yield f"{key}-{number}"
        number += 1
