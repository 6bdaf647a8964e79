"""A record in, the weight of every key in it out; a pure function, so an unchanged record need not be read again.

BM25's part that depends on the record only (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework",
formula 3.15), with a fixed average length, so that one record's weights don't depend on the others; plus a bonus for
the title that doesn't saturate; in 16 levels.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from handbook.lazy import Lazy
from handbook.search.record import Record
from handbook.words.fold import Fold
from handbook.words.tokens import spelled
from handbook.words.words import Words

K1 = 1.2
B = 0.5
AVERAGE_LENGTH = 50
TITLE = 2.4
"""What a title of one word adds to a match."""
LONG_TITLE = 0.12
"""How much less every further word of the title makes that."""
BREADCRUMB = 0.7
ALIAS = 0.8
HINT = 0.2
"""What an id says: words that nobody reads, but that somebody chose."""
UNIT = 0.2
UNITS = {"step", "phrase"}
"""What is looked for by its own words, as if it were a small title."""
PART = 0.6
"""A part of a compound, against the word itself."""
HIGHEST = 5.0
LEVELS = 16

Shares = tuple[tuple[str, float], ...]
"""The keys that a form is filed under, each with its part of it."""
Read = list[Shares]
"""A text's words."""


class Weigher:
    """Weighs the records in one language for an index: `words` are the language's, `fold` is the index's."""

    def __init__(self, words: Words, fold: Fold) -> None:
        self._words = words
        self._filed: Mapping[str, Shares] = Lazy(self._shares)
        self._keys: Mapping[str, str] = Lazy(lambda lemma: words.key(lemma, fold))

    def __call__(self, record: Record) -> Mapping[str, int]:
        """Key → weight, 1 to 16."""
        blocks = [self._read(block.text) for block in record.blocks]
        length = sum(map(len, blocks))
        norm = K1 * (1 - B + B * length / AVERAGE_LENGTH)
        total: dict[str, float] = defaultdict(float)
        for key, count in _counted(chain.from_iterable(blocks)).items():
            total[key] += count * (K1 + 1) / (count + norm)
        units = [(read, UNIT) for block, read in zip(record.blocks, blocks, strict=True) if block.kind in UNITS]
        for read, share in (*((self._read(text), share) for text, share in _names(record)), *units):
            for key, bonus in _bonuses(read, share):
                total[key] += bonus
        for key, bonus in _best(map(self._read, record.aliases), ALIAS).items():
            total[key] += bonus
        for concept in record.concepts:
            total[f"#{concept}"] += 1
        for concept in record.subjects:
            total[f"#{concept}"] += TITLE
        levels = {key: round(value / HIGHEST * LEVELS) for key, value in total.items()}
        return {key: level if 0 < level < LEVELS else max(1, min(LEVELS, level)) for key, level in levels.items()}

    def _read(self, text: str) -> Read:
        filed = self._filed
        return [filed[form.lower()] for form in spelled(text)]

    def _shares(self, form: str) -> Shares:
        """What a form is filed under. Forms recur: each is looked up once."""
        keys, found = self._keys, []
        for lemma in self._words.lemmas(form):
            found.append((keys[lemma], 1.0))
            found += [(keys[part], PART) for part in self._words.parts(lemma)]
        return tuple(share for share in found if share[0])


def _names(record: Record) -> Iterator[tuple[str, float]]:
    yield record.title, 1.0
    yield from ((crumb, BREADCRUMB) for crumb in record.breadcrumb)
    yield from ((hint, HINT) for hint in record.hints)


def _bonuses(read: Read, share: float) -> Iterator[tuple[str, float]]:
    """What a name adds to each key in it."""
    counts = _counted(read)
    bonus = share * TITLE / (1 + LONG_TITLE * (len(counts) - 1))
    return ((key, bonus * count if count < 1 else bonus) for key, count in counts.items())


def _best(names: Iterable[Read], share: float) -> Mapping[str, float]:
    """Each key once: however many names of a place say "customer", they make it no more about customers."""
    best: dict[str, float] = {}
    for name in names:
        for key, bonus in _bonuses(name, share):
            if bonus > best.get(key, 0):
                best[key] = bonus
    return best


def _counted(read: Iterable[Shares]) -> Mapping[str, float]:
    counts: dict[str, float] = {}
    for shares in read:
        for key, share in shares:
            counts[key] = counts.get(key, 0) + share
    return counts
