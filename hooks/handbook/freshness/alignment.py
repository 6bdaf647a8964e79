"""Two sequences of hashed items in; which belongs to which out.

First by id, then by hash (so that a moved block stays itself), last by place: what is left between the same neighbours, of
the same kind. Blocks that have an id are never paired by place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Pairs = dict[int, int]
"""Index in the left sequence → index in the right one."""


class Item(NamedTuple):
    """What is known about a block on either side."""

    id: str
    hash: str
    kind: str = ""
    section: str = ""


def aligned(left: Sequence[Item], right: Sequence[Item], pairs: Pairs | None = None) -> Pairs:
    """`pairs` and all that can be added to them; each index occurs once at most."""
    found = dict(pairs or {})
    for key in KEYS:
        found |= dict(_by(key, left, right, found))
    taken = set(found.values())
    for run in _runs(left, found):
        gap = _gap(run, right, found, taken)
        _pair(run, gap, left, right, found, taken)
    rest = [at for at in range(len(left)) if at not in found]
    free = [at for at in range(len(right)) if at not in taken]
    _pair(rest, free, left, right, found, taken)
    return found


KEYS: tuple[Callable[[Item], object], ...] = (
    lambda item: item.id,
    lambda item: item.hash and (item.hash, item.section),
    lambda item: item.hash,
)
"""What makes two items the same, the surest first; an empty key never does."""


def _by(key: Callable[[Item], object], left: Sequence[Item], right: Sequence[Item], pairs: Pairs) -> Iterator[tuple[int, int]]:
    """Items with the same key, the first with the first."""
    taken = set(pairs.values())
    free: dict[object, list[int]] = defaultdict(list)
    for at, item in enumerate(right):
        if at not in taken and key(item):
            free[key(item)].append(at)
    for at, item in enumerate(left):
        if at not in pairs and free.get(key(item)):
            yield at, free[key(item)].pop(0)


def _runs(left: Sequence[Item], pairs: Pairs) -> Iterator[list[int]]:
    """Neighbours without a partner."""
    run: list[int] = []
    for at in range(len(left) + 1):
        if at < len(left) and at not in pairs:
            run.append(at)
        elif run:
            yield run
            run = []


def _gap(run: list[int], right: Sequence[Item], pairs: Pairs, taken: set[int]) -> list[int]:
    """What is free on the right after the partner of the run's neighbour above, or else before that of the one below."""
    above, below = pairs.get(run[0] - 1, -1), pairs.get(run[-1] + 1, len(right))
    down, up = above + 1, below - 1
    while down < len(right) and down not in taken:
        down += 1
    while up >= 0 and up not in taken:
        up -= 1
    return list(range(above + 1, down)) or list(range(up + 1, below))


def _pair(run: list[int], gap: list[int], left: Sequence[Item], right: Sequence[Item], found: Pairs, taken: set[int]) -> None:
    """In order, like with like."""
    for at in run:
        for other in gap:
            if other not in taken and at not in found and _alike(left[at], right[other]):
                found[at] = other
                taken.add(other)


def _alike(one: Item, other: Item) -> bool:
    return not one.id and not other.id and (one.kind, one.section) == (other.kind, other.section)
