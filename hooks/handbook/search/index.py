"""One language's records in, the files of its search index out: shards, which the engine asks for by name."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from handbook.hashed import hash_of
from handbook.recall import Recall, key_of
from handbook.search.codec import as_json, base36, packed_postings, packed_words
from handbook.search.inverted import Index, index
from handbook.search.record import Batch, Concept
from handbook.search.vocabulary import term_forms, term_key
from handbook.words.words import Words

POSTINGS_SHARD = 2_000, 4_000
"""Characters of a shard, about: of a small index, whose first query is quick, and of a large one, which is not too many files."""
RECORDS_SHARD = 1_000, 5_000
LARGE = 400_000
"""Characters of all records or postings from which an index is large."""
RECORDS_IN_SHARD = 35
"""At most, so that one figure in base 36 says how many."""


def files(
    lang: str,
    batches: Iterable[Batch],
    words: Mapping[str, Words],
    concepts: Iterable[Concept],
    recall: Recall | None = None,
    engine: str = "",
) -> Iterator[tuple[str, bytes]]:
    """Path beneath the site's root → content. `words` holds every language of the site, `recall` spares batches that are known.

    The shards stand in a folder that is named after their contents; `search/<lang>.js` names it, and the `engine`'s address.
    """
    recall = recall or Recall()
    made = index(lang, batches, words, tuple(concepts), recall)
    shards = {name: text.encode() for name, text in _shards(made, recall)}
    version = hash_of(*shards.values())
    for name, data in shards.items():
        yield f"{folder(lang)}{version}/{name}.js", _call(lang, name, data)
    yield entry(lang), _call(lang, "index", as_json({"engine": engine, "version": version}).encode())


def folder(lang: str) -> str:
    """Where the versions of a language's index stand."""
    return f"search/{lang}/"


def entry(lang: str) -> str:
    """The one file of a language's index whose address stays."""
    return f"search/{lang}.js"


def _call(lang: str, name: str, data: bytes) -> bytes:
    return b'handbook.searchShard("%b","%b",%b);\n' % (lang.encode(), name.encode(), data)


def _shards(made: Index, recall: Recall) -> Iterator[tuple[str, str]]:
    """Name → JSON."""
    keys = sorted(made.vocabulary.keys)
    lists = [f'"{packed_postings(made.postings.get(key, ()))}"' for key in keys]
    rows = [entry.stored for entry in made.entries]
    posting_firsts, record_firsts = _firsts(lists, POSTINGS_SHARD), _firsts(rows, RECORDS_SHARD, RECORDS_IN_SHARD)
    yield "core", as_json(_core(made, keys, posting_firsts, record_firsts))
    yield from _cut("postings", lists, posting_firsts)
    yield from _cut("records", rows, record_firsts)
    yield "concepts", as_json([packed_postings(made.postings.get(f"#{concept.id}", [])) for concept in made.concepts])
    foreign = recall(key_of("foreign", made.concepts), lambda: packed_words(_foreign(made)))
    yield "foreign", as_json({"forms": foreign})
    yield "titles", f'{{"titles":{_list(entry.title for entry in made.entries if entry.title)}}}'


def _core(made: Index, keys: list[str], posting_firsts: list[int], record_firsts: list[int]) -> Mapping[str, object]:
    language = made.own.language
    numbers = {key: base36(number) for number, key in enumerate(keys)}
    pages = ["", *(entry.page for entry in made.entries)]
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
        "compounds": any(map(made.own.parts, made.own.lexicon.rows)),
        "postings": posting_firsts,
        "records": "".join(base36(end - start) for start, end in pairwise([*record_firsts, len(made.entries)])),
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


def _firsts(items: Sequence[str], size: tuple[int, int], count: int = sys.maxsize) -> list[int]:
    """The number of the first item of each shard of a size and a count at most; one shard at least."""
    limit = size[sum(map(len, items)) >= LARGE]
    firsts = [0]
    filled = 0
    for number, item in enumerate(items):
        if filled and (filled + len(item) > limit or number - firsts[-1] == count):
            firsts.append(number)
            filled = 0
        filled += len(item) + len(",")
    return firsts


def _cut(name: str, items: Sequence[str], firsts: list[int]) -> Iterator[tuple[str, str]]:
    ends = [*firsts[1:], len(items)]
    for number, (start, end) in enumerate(zip(firsts, ends, strict=True)):
        yield f"{name}-{number}", _list(items[start:end])


def _list(items: Iterable[str]) -> str:
    """JSON from its parts."""
    return f"[{','.join(items)}]"
