"""A site and one of its languages in, the files of its search index out; an unchanged section is not weighed again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from handbook.search.index import files
from handbook.search.record import Record
from handbook.search.records import concepts, linked_terms, records
from handbook.search.weights import weights
from handbook.site import Site
from handbook.words.words import Words
from handbook_io.search import ENGINE_ADDRESS
from handbook_io.whole import write_whole

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
        self._path, self._made_by, self._lang, self._words = path, made_by, lang, words
        self._known: Mapping[str, Mapping[str, int]] = _read(path).get(made_by, {})
        self._used: dict[str, Mapping[str, int]] = {}

    def __call__(self, record: Record) -> Mapping[str, int]:
        key = blake2b(repr(record).encode(), digest_size=16).hexdigest()
        self._used[key] = self._known.get(key) or weights(record, self._words_of(record), self._words[self._lang].language.fold)
        return self._used[key]

    def _words_of(self, record: Record) -> Words:
        return self._words.get(record.lang, self._words[self._lang])

    def save(self) -> None:
        """Written in one go, so that builds that run at once may share the file; records that are gone are dropped.

        What can't be kept is made again by the next build.
        """
        if self._used.keys() == self._known.keys():
            return
        text = json.dumps({self._made_by: self._used}, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):
            write_whole(self._path, _seal(text) + b"\n" + text)


def fingerprint(tables: Path) -> str:
    """Changes whenever a word table or the code that weighs does."""
    code = (path for pattern in WEIGHED_BY for path in sorted(CORE.glob(pattern)))
    parts = [path.name.encode() + path.read_bytes() for path in (*code, *sorted(tables.glob("*")))]
    return blake2b(b"\0".join(parts), digest_size=16).hexdigest()


def _read(path: Path) -> dict[str, dict[str, dict[str, int]]]:
    """What was kept, or nothing: a file that is not as it was written is as good as none."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    found: dict[str, dict[str, dict[str, int]]] = json.loads(text) if seal == _seal(text) else {}
    return found


def _seal(text: bytes) -> bytes:
    return blake2b(text, digest_size=16).hexdigest().encode()
