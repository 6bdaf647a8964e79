"""An original, its translation and the lock in; the state of each passage and of the page out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Literal, NamedTuple

from handbook.freshness.alignment import Item, Pairs, aligned
from handbook.freshness.passages import Passage, passages
from handbook.freshness.regrouping import regrouped
from handbook.lazy import Deferred
from handbook.model.lock import Entry, Lock
from handbook.model.playbook import Page

State = Literal["current", "stale", "missing", "obsolete", "added"]
PageState = Literal["original", "current", "partly-stale", "stale", "fallback"]
HALF = 0.5
"""A page is stale as a whole once half of its passages are."""


class Pair(NamedTuple):
    """A passage of the original with its translation; either may be missing."""

    original: Passage | None
    translation: Passage | None
    entry: Entry | None
    """None: nobody has stamped it."""

    @property
    def state(self) -> State:
        if self.original is None:
            return "obsolete" if self.entry else "added"
        if self.translation is None:
            return "missing"
        return "current" if self.entry is None or self.entry.original == self.original.hash else "stale"

    @property
    def passage(self) -> Passage:
        """The one that readers of the translation meet, or else the original."""
        found = self.translation or self.original
        assert found is not None
        return found

    @property
    def name(self) -> str:
        """What a person calls it on the command line: its id, its key in the lock file, or its line."""
        return self.passage.id.removeprefix("/") or (self.entry.key if self.entry else str(self.passage.line))

    @property
    def is_as_stamped(self) -> bool:
        """Whether nothing at all was changed in the original since the stamp, not even a link or a citation."""
        if self.entry is None or self.original is None:
            return True
        return (self.entry.original, self.entry.frame) == (self.original.hash, self.original.frame) and not self.original.joined


class Tally(NamedTuple):
    """How many passages are in which state."""

    total: int
    """Passages of the original."""
    current: int
    """Passages of the original whose translation is current."""
    behind: int
    """What a translator has to do."""


@dataclass(frozen=True)
class Freshness:
    """How a translated page stands to its original."""

    original: Page
    translation: Page
    lock: Lock | None
    """None: there is no lock file yet, and every passage counts as current."""
    pairs: Sequence[Pair]
    """In the order of the translation; what is missing stands where the original has it."""
    known: Tally | None = field(default=None, compare=False)
    """The tally, where it is known without the pairs."""

    @cached_property
    def behind(self) -> tuple[Pair, ...]:
        """What a translator has to do."""
        if self.known and not self.known.behind:
            return ()
        return tuple(pair for pair in self.pairs if pair.state in ("stale", "missing", "obsolete"))

    @cached_property
    def tally(self) -> Tally:
        return self.known or Tally(
            total=sum(pair.original is not None for pair in self.pairs),
            current=sum(pair.state == "current" for pair in self.pairs),
            behind=len(self.behind),
        )

    @property
    def state(self) -> PageState:
        tally = self.tally
        if not tally.behind:
            return "current"
        return "stale" if tally.total - tally.current >= HALF * tally.total else "partly-stale"


def freshness(original: Page, translation: Page, lock: Lock | None) -> Freshness:
    """The state of every passage. Without a lock file all that has a counterpart counts as current as of now."""
    return Freshness(original, translation, lock, Deferred(partial(_pairs, original, translation, lock)))


def _pairs(original: Page, translation: Page, lock: Lock | None) -> tuple[Pair, ...]:
    entries = lock.entries if lock else ()
    ours, theirs = passages(original), passages(translation)
    if len(ours) == len(theirs) == len(entries) and all(map(_is_stamped, ours, theirs, entries)):
        return tuple(map(Pair, ours, theirs, entries))
    ours = tuple(regrouped(ours, {entry.original for entry in entries}))
    stamped = aligned(_items(ours), [_item(entry, entry.original) for entry in entries])
    made = aligned([_item(entry, entry.translation) for entry in entries], _items(theirs))
    partner = {at: made[entry] for at, entry in stamped.items() if entry in made}
    partner |= _unstamped(ours, theirs, partner, busy=(stamped.keys(), made.values()))
    entry_of_theirs = {b: entries[a] for a, b in made.items()}
    entry_of_ours = {at: entries[number] for at, number in stamped.items()}
    ours_of = {b: a for a, b in partner.items()}

    def pairs() -> Iterator[Pair]:
        for number, their in enumerate(theirs):
            at = ours_of.get(number)
            yield Pair(None if at is None else ours[at], their, entry_of_theirs.get(number))
            if at is not None:
                yield from (Pair(ours[lost], None, entry_of_ours.get(lost)) for lost in _missing(at, len(ours), partner))

    return tuple(pairs())


def _is_stamped(our: Passage, their: Passage, entry: Entry) -> bool:
    """Whether an entry speaks of these two, as they are: where each does, in order, nothing has to be aligned."""
    if (our.hash, their.hash) != (entry.original, entry.translation):
        return False
    return (
        our.id == their.id == entry.id if entry.id else not (our.id or their.id) and our.section == their.section == entry.section
    )


def _items(found: Iterable[Passage]) -> list[Item]:
    return [Item(passage.id, passage.hash, passage.kind, passage.section) for passage in found]


def _item(entry: Entry, hash: str) -> Item:
    return Item(entry.id, hash, entry.kind, entry.section)


def _missing(after: int, count: int, partner: Pairs) -> Iterator[int]:
    """The original's passages without translation that follow directly after one; the first, the title, always has one."""
    at = after + 1
    while at < count and at not in partner:
        yield at
        at += 1


def _unstamped(
    ours: Sequence[Passage], theirs: Sequence[Passage], partner: Pairs, busy: tuple[Collection[int], Collection[int]]
) -> Pairs:
    """Pairs that no entry speaks of: translated, but not stamped yet."""
    left = [Item("", "") if at in busy[0] else item for at, item in enumerate(_items(ours))]
    right = [Item("", "", "stamped") if at in busy[1] else item for at, item in enumerate(_items(theirs))]
    return aligned(left, right, partner)
