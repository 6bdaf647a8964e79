"""A site and one of its languages in, the files of its search index out; an unchanged page is not read again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.recall import Recall
from handbook.search.index import files
from handbook.search.records import batches, concepts
from handbook.site import Site
from handbook_io.search import ENGINE_ADDRESS


def index_files(site: Site, lang: str, recall: Recall) -> Iterator[tuple[str, bytes]]:
    """Path beneath the site's root → content."""
    found = batches(site.handbook, lang, site.addresses, partial(site.finder, lang=lang))
    yield from files(lang, found, site.words, list(concepts(site.handbook)), recall, site.addresses.asset(ENGINE_ADDRESS))
