"""One language's records in, what its search index holds out: which key is in which record, and how much it weighs there."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import starmap
from typing import Any, NamedTuple

from handbook.lazy import Lazy
from handbook.recall import Recall, key_of
from handbook.search.codec import as_json, posting
from handbook.search.record import Batch, Concept, Record
from handbook.search.vocabulary import Vocabulary, vocabulary
from handbook.search.weights import Weigher
from handbook.words.words import Words

Postings = Mapping[str, "array[int]"]
"""Key → records with their weights, each in one number (`codec.posting`): there are hundreds of thousands."""


class Entry(NamedTuple):
    """What an index holds of a record."""

    page: str
    keys: str
    """With spaces between."""
    weights: bytes
    """The weight of each key, 1 to 16."""
    stored: str
    """What results show of it, as JSON."""
    title: str
    """Its name, address and kind as JSON, where it is more than a section."""


class Index(NamedTuple):
    lang: str
    entries: tuple[Entry, ...]
    postings: Postings
    vocabulary: Vocabulary
    rings: tuple[tuple[str, ...], ...]
    """Keys that people use for one another; of each ring one at least is in a record."""
    words: Mapping[str, Words]
    concepts: tuple[Concept, ...]

    @property
    def own(self) -> Words:
        return self.words[self.lang]


def index(
    lang: str, batches: Iterable[Batch], words: Mapping[str, Words], concepts: tuple[Concept, ...], recall: Recall
) -> Index:
    entries = tuple(_entries(lang, batches, words, recall))
    postings: dict[str, array[int]] = defaultdict(partial(array, "I"))
    for number, entry in enumerate(entries):
        before = posting(number, weight=0)
        for key, weight in zip(entry.keys.split(), entry.weights, strict=True):
            postings[key].append(before + weight)
    keys = {key for key in postings if not key.startswith("#")}
    rings = tuple(_rings(words[lang], keys))
    used = tuple(ring for ring in rings if not keys.isdisjoint(ring))
    return Index(lang, entries, postings, vocabulary(keys.union(*rings), words[lang], recall), used, words, concepts)


def _entries(lang: str, batches: Iterable[Batch], words: Mapping[str, Words], recall: Recall) -> Iterator[Entry]:
    fold = words[lang].language.fold
    weigh: Mapping[str, Weigher] = Lazy(lambda code: Weigher(words.get(code, words[lang]), fold))

    def row(record: Record) -> tuple[Any, ...]:
        weights = weigh[record.lang](record)
        return record.page, " ".join(weights), bytes(weights.values()), as_json(_stored(record, lang)), _title(record)

    def rows(batch: Batch) -> list[tuple[Any, ...]]:
        return list(map(row, batch.records))

    for batch in batches:
        known = recall(key_of("entries", batch.key), partial(rows, batch)) if batch.key else rows(batch)
        yield from starmap(Entry, known)


def _rings(words: Words, keys: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Synonyms as keys; what a hyphen joins is written as one word.

    Where no text has any of them, they may be forms (tired) that texts file under another lemma (tire).
    """
    for ring in words.language.synonyms:
        joined = [word.replace("-", "") for word in ring]
        found = dict.fromkeys(map(words.key, joined))
        if found.keys().isdisjoint(keys):
            found = dict.fromkeys(words.key((*words.attested(word), word)[0]) for word in joined)
        yield tuple(found)


def _stored(record: Record, lang: str) -> Mapping[str, object]:
    optional = {
        "l": record.lang if record.lang != lang else "", "o": record.owner, "r": record.reviewed, "m": record.review_in_months,
        "f": int(record.is_fallback), "d": record.definition, "a": list(record.aliases),
    }  # fmt: skip
    blocks = [[block.text, block.kind, block.anchor] for block in record.blocks]
    required = {"u": record.url, "t": record.title, "p": list(record.breadcrumb), "k": record.kind, "b": blocks}
    return required | {name: value for name, value in optional.items() if value}


def _title(record: Record) -> str:
    return "" if record.kind == "section" else as_json([record.title, record.url, record.kind])
