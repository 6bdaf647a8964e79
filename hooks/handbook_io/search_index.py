"""A site and one of its languages in, the files of its search index out; an unchanged section is not weighed again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from handbook.recall import key_of
from handbook.search.index import files
from handbook.search.record import Record
from handbook.search.records import concepts, linked_terms, records
from handbook.search.weights import weights
from handbook.site import Site
from handbook.words.words import Words
from handbook_io.memory import Memory
from handbook_io.search import ENGINE_ADDRESS

CORE = Path(__file__).parents[1] / "handbook"
WEIGHED_BY = ("search/record.py", "search/weights.py", "words/*.py")
"""The code that weights depend on, besides the record and the word tables."""


def index_files(site: Site, lang: str, root: Path, cache: Path) -> Iterator[tuple[str, bytes]]:
    """Path beneath the site's root → content. Weights are kept in the folder `cache`; without it they are made again."""
    found = records(site.handbook, lang, site.addresses, linked_terms(site.handbook, lang, site.words[lang]))
    kept = Weights(cache / "search" / f"{lang}.json", fingerprint(root / "words"), lang, site.words)
    yield from files(lang, found, site.words, list(concepts(site.handbook)), kept, site.addresses.asset(ENGINE_ADDRESS))
    kept.save()


class Weights:
    """The weights of one language's records: those of the last build for records that are still the same."""

    def __init__(self, path: Path, made_by: str, lang: str, words: Mapping[str, Words]) -> None:
        self._memory, self._lang, self._words = Memory(path.parent, path.stem, made_by), lang, words

    def __call__(self, record: Record) -> Mapping[str, int]:
        own = self._words[self._lang]
        words = self._words.get(record.lang, own)
        found: Mapping[str, int] = self._memory.recall(key_of(record), lambda: weights(record, words, own.language.fold))
        return found

    def save(self) -> None:
        self._memory.save()


def fingerprint(tables: Path) -> str:
    """Changes whenever a word table or the code that weighs does."""
    code = (path for pattern in WEIGHED_BY for path in sorted(CORE.glob(pattern)))
    parts = [path.name.encode() + path.read_bytes() for path in (*code, *sorted(tables.glob("*")))]
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()
