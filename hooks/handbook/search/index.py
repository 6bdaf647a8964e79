"""One language's records in, the files of its search index out."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

from handbook.hashed import hash_of
from handbook.lazy import Lazy
from handbook.recall import Recall, key_of
from handbook.search.codec import base36, packed_postings, packed_words
from handbook.search.record import Concept, Record
from handbook.search.vocabulary import Vocabulary, term_forms, term_key, vocabulary
from handbook.search.weights import Weigher
from handbook.words.words import Words

POSTINGS_SHARD = 2_000
"""Characters of a shard, about."""
RECORDS_SHARD = 1_000

Postings = Mapping[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Index:
    lang: str
    records: tuple[Record, ...]
    postings: Postings
    vocabulary: Vocabulary
    rings: tuple[tuple[str, ...], ...]
    """Keys that people use for one another; of each ring one at least is in a record."""
    words: Mapping[str, Words]
    concepts: tuple[Concept, ...]

    @property
    def own(self) -> Words:
        return self.words[self.lang]


def files(
    lang: str,
    records: Iterable[Record],
    words: Mapping[str, Words],
    concepts: Iterable[Concept],
    recall: Recall | None = None,
    engine: str = "",
) -> Iterator[tuple[str, bytes]]:
    """Path beneath the site's root → content. `words` holds every language of the site, `recall` spares what is known.

    The shards stand in a folder that is named after their contents; `search/<lang>.js` names it, and the `engine`'s address.
    """
    recall = recall or Recall()
    made = index(lang, tuple(records), words, tuple(concepts), recall)
    shards = {name: _json(shard) for name, shard in _shards(made, recall)}
    version = hash_of("".join(shards.values()).encode())
    for name, text in shards.items():
        yield f"{folder(lang)}{version}/{name}.js", _call(lang, name, text)
    yield entry(lang), _call(lang, "index", _json({"engine": engine, "version": version}))


def folder(lang: str) -> str:
    """Where the versions of a language's index stand."""
    return f"search/{lang}/"


def entry(lang: str) -> str:
    """The one file of a language's index whose address stays."""
    return f"search/{lang}.js"


def _call(lang: str, name: str, text: str) -> bytes:
    return f'handbook.searchShard("{lang}","{name}",{text});\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def index(
    lang: str, records: tuple[Record, ...], words: Mapping[str, Words], concepts: tuple[Concept, ...], recall: Recall
) -> Index:
    fold = words[lang].language.fold
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, weights in enumerate(_weights(records, Lazy(lambda code: Weigher(words.get(code, words[lang]), fold)), recall)):
        for key, weight in weights.items():
            postings[key].append((number, weight))
    keys = {key for key in postings if not key.startswith("#")}
    rings = tuple(_rings(words[lang], keys))
    return Index(lang, records, postings, vocabulary(keys.union(*rings), words[lang], recall), rings, words, concepts)


def _weights(records: Iterable[Record], weigh: Mapping[str, Weigher], recall: Recall) -> Iterator[Mapping[str, int]]:
    """Key → weight, for each record; what was made of the same things is weighed together."""
    for made_of, group in groupby(records, lambda record: record.made_of):
        own = list(group)
        yield from recall(key_of("weights", made_of or own), partial(_weighed, own, weigh))


def _weighed(records: Iterable[Record], weigh: Mapping[str, Weigher]) -> list[Mapping[str, int]]:
    return [weigh[record.lang](record) for record in records]


def _shards(made: Index, recall: Recall) -> Iterator[tuple[str, object]]:
    keys = sorted(made.vocabulary.keys)
    lists = [packed_postings(made.postings.get(key, ())) for key in keys]
    rows = [_stored(record, made.lang) for record in made.records]
    posting_firsts = _firsts([len(text) + 3 for text in lists], POSTINGS_SHARD)
    record_firsts = _firsts([len(str(row)) for row in rows], RECORDS_SHARD)
    yield "core", _core(made, keys, posting_firsts, record_firsts)
    yield from _cut("postings", lists, posting_firsts)
    yield from _cut("records", rows, record_firsts)
    yield "concepts", [packed_postings(made.postings.get(f"#{concept.id}", [])) for concept in made.concepts]
    foreign = recall(key_of("foreign", made.concepts), lambda: packed_words(_foreign(made)))
    yield "foreign", {"forms": foreign}
    yield "titles", {"titles": [[record.title, record.url, record.kind] for record in made.records if record.kind != "section"]}


def _core(made: Index, keys: list[str], posting_firsts: list[int], record_firsts: list[int]) -> Mapping[str, object]:
    language = made.own.language
    numbers = {key: base36(number) for number, key in enumerate(keys)}
    pages = ["", *(record.page for record in made.records)]
    return {
        "lang": made.lang,
        "fold": sorted(language.fold.table, key=lambda row: (-len(row[0]), row)),
        "squeeze": language.fold.squeeze,
        "keyboards": _keyboards(made),
        "keys": packed_words((key, "") for key in keys),
        "common": "".join(_common(len(made.postings.get(key, ()))) for key in keys),
        "endings": "\n".join(_endings(made.vocabulary.endings.rules)),
        "tails": "\n".join(_line((tail, *rests)) for tail, rests in sorted(made.vocabulary.endings.tails.items())),
        "families": "\n".join(_line(dict.fromkeys(map(language.fold, family))) for family in language.families),
        "synonyms": "\n".join(_named(ring, numbers) for ring in made.rings),
        "forms": packed_words((form, numbers[key]) for form, key in sorted(made.vocabulary.forms.items())),
        "light": sorted({made.own.key(lemma) for lemma in language.light}),
        "compounds": any(entry.parts for entry in made.own.lexicon.entries.values()),
        "postings": posting_firsts,
        "records": "".join(base36(end - start) for start, end in pairwise([*record_firsts, len(made.records)])),
        "pages": "".join("s" if page == before else "p" for before, page in pairwise(pages)),
        "concepts": "\n".join(
            ",".join(_named(term.split(), numbers) for term in _own_terms(concept, made)) for concept in made.concepts
        ),
    }


def _endings(rules: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The lemma's endings, then all endings of forms that stand for them: there are few such sets."""
    grouped: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for ending in sorted(rules):
        grouped[rules[ending]].append(ending)
    for lemma_endings, endings in sorted(grouped.items()):
        yield _line((*lemma_endings, packed_words((ending, "") for ending in endings)))


def _line(endings: Iterable[str]) -> str:
    """Endings with spaces between; "-" is an empty one."""
    return " ".join(ending or "-" for ending in endings)


def _named(words: Iterable[str], numbers: Mapping[str, str]) -> str:
    """Keys by their numbers, other words by themselves behind "="."""
    return " ".join(numbers.get(word, f"={word}") for word in words)


def _common(count: int) -> str:
    return str(min(9, count.bit_length() - 1)) if count else "-"


def _rings(words: Words, keys: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Synonyms as keys, as far as one of them occurs; what a hyphen joins is written as one word."""
    for ring in words.language.synonyms:
        found = dict.fromkeys(words.key(lemma.replace("-", "")) for lemma in ring)
        if not found.keys().isdisjoint(keys):
            yield tuple(found)


def _keyboards(made: Index) -> Mapping[str, list[str]]:
    own = made.own.language.keyboards
    others = (layout for words in made.words.values() for layout in words.language.keyboards)
    return {"own": list(own), "other": [layout for layout in dict.fromkeys(others) if layout not in own]}


def _own_terms(concept: Concept, made: Index) -> list[str]:
    terms = dict(concept.terms).get(made.lang, ())
    return list(dict.fromkeys(filter(None, (term_key(term, made.own) for term in terms))))


def _foreign(made: Index) -> list[tuple[str, str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    fold = made.own.language.fold
    for number, concept in enumerate(made.concepts):
        for lang, terms in concept.terms:
            if lang != made.lang and lang in made.words:
                for form in (form for term in terms for form in term_forms(term, made.words[lang], fold)):
                    found[form][base36(number)] = None
    return [(form, ",".join(numbers)) for form, numbers in sorted(found.items()) if form]


def _stored(record: Record, lang: str) -> Mapping[str, object]:
    optional = {
        "l": record.lang if record.lang != lang else "", "o": record.owner, "r": record.reviewed, "m": record.review_in_months,
        "f": int(record.is_fallback), "d": record.definition, "a": list(record.aliases),
    }  # fmt: skip
    blocks = [[block.text, block.kind, block.anchor] for block in record.blocks]
    required = {"u": record.url, "t": record.title, "p": list(record.breadcrumb), "k": record.kind, "b": blocks}
    return required | {name: value for name, value in optional.items() if value}


def _firsts(sizes: Sequence[int], limit: int) -> list[int]:
    """The number of the first item of each shard; one shard at least."""
    firsts = [0]
    filled = 0
    for number, size in enumerate(sizes):
        if filled and filled + size > limit:
            firsts.append(number)
            filled = 0
        filled += size
    return firsts


def _cut(name: str, items: Sequence[object], firsts: list[int]) -> Iterator[tuple[str, object]]:
    ends = [*firsts[1:], len(items)]
    for number, (start, end) in enumerate(zip(firsts, ends, strict=True)):
        yield f"{name}-{number}", items[start:end]
