"""The indexes of the real handbook, made once, and the engine that reads them."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.search.index import files
from handbook.search.records import batches, concepts
from handbook.site import Site
from handbook.words.words import Words
from handbook_io.search import Terminal, script
from handbook_io.words.tables import load

LANGUAGES = ("fi", "pl", "kk", "en")


@pytest.fixture(scope="session")
def words(root: Path) -> Mapping[str, Words]:
    return {lang: load(root / "words", lang) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def engine(root: Path) -> bytes:
    return script(root)


@pytest.fixture(scope="session")
def indexes(handbook: Handbook, words: Mapping[str, Words]) -> Mapping[str, Mapping[str, bytes]]:
    """Language → path → content."""
    site = Site(handbook, {}, Addresses("en"), words=words)
    found = {lang: batches(handbook, lang, site.addresses, partial(site.finder, lang=lang)) for lang in LANGUAGES}
    return {lang: dict(files(lang, found[lang], words, concepts(handbook))) for lang in LANGUAGES}


@pytest.fixture(scope="session")
def terminals(engine: bytes, indexes: Mapping[str, Mapping[str, bytes]]) -> Iterator[Mapping[str, Terminal]]:
    opened = {lang: Terminal(engine, indexes[lang], lang) for lang in LANGUAGES}
    yield opened
    for terminal in opened.values():
        terminal.close()
