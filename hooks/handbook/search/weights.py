"""A record in, the weight of every key in it out; a pure function, so an unchanged record need not be read again.

BM25's part that depends on the record only (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework",
formula 3.15), with a fixed average length, so that one record's weights don't depend on the others; plus a bonus for
the title that doesn't saturate; in 16 levels.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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


def weights(record: Record, words: Words, fold: Fold) -> Mapping[str, int]:
    """Key → weight, 1 to 16. `words` are those of the record's language, `fold` that of the index."""
    body = _counted((block.text for block in record.blocks), words, fold)
    length = sum(len(spelled(block.text)) for block in record.blocks)
    norm = K1 * (1 - B + B * length / AVERAGE_LENGTH)
    total: dict[str, float] = defaultdict(float)
    for key, count in body.items():
        total[key] += count * (K1 + 1) / (count + norm)
    for text, share in _names(record):
        for key, bonus in _bonuses(text, share, words, fold):
            total[key] += bonus
    for key, bonus in _best(bonus for alias in record.aliases for bonus in _bonuses(alias, ALIAS, words, fold)):
        total[key] += bonus
    for concept in record.concepts:
        total[f"#{concept}"] += 1
    for concept in record.subjects:
        total[f"#{concept}"] += TITLE
    return {key: max(1, min(LEVELS, round(value / HIGHEST * LEVELS))) for key, value in total.items()}


def _names(record: Record) -> Iterator[tuple[str, float]]:
    yield record.title, 1.0
    yield from ((crumb, BREADCRUMB) for crumb in record.breadcrumb)
    yield from ((hint, HINT) for hint in record.hints)
    yield from ((block.text, UNIT) for block in record.blocks if block.kind in UNITS)


def _bonuses(text: str, share: float, words: Words, fold: Fold) -> Iterator[tuple[str, float]]:
    """What a name adds to each key in it."""
    counts = _counted([text], words, fold)
    bonus = share * TITLE / (1 + LONG_TITLE * (len(counts) - 1))
    return ((key, bonus * min(1.0, count)) for key, count in counts.items())


def _best(bonuses: Iterable[tuple[str, float]]) -> Iterable[tuple[str, float]]:
    """Each key once: however many names of a place say "customer", they make it no more about customers."""
    best: dict[str, float] = {}
    for key, bonus in bonuses:
        best[key] = max(best.get(key, 0), bonus)
    return best.items()


def _counted(texts: Iterable[str], words: Words, fold: Fold) -> Mapping[str, float]:
    counts: dict[str, float] = defaultdict(float)
    filed = words.filed(fold)
    for text in texts:
        for form in spelled(text):
            for key, parts in filed[form.lower()]:
                counts[key] += 1
                for part in parts:
                    counts[part] += PART
    counts.pop("", None)
    return counts
