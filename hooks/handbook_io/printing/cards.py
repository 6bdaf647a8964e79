"""A site in, its cards in the cache and their bytes out: each set once, and never again while nothing changes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from handbook.cards import Card, cards
from handbook.printing.as_json import as_json
from handbook.printing.fonts import faces
from handbook.site import Site
from handbook_io.cache import cache_of
from handbook_io.printing.cache import Cache, cache_in, is_whole, need
from handbook_io.printing.fonts import fonts_in
from handbook_io.printing.pdfs import TEMPLATES, set_works
from handbook_io.printing.worker import CARD, Work


def set_cards(site: Site, root: Path) -> None:
    """Sets the cards that are not in the cache yet. Raises PrintingFailed, and MissingFont."""
    folder, jobs = cache_of(root), os.cpu_count() or 1
    fonts = fonts_in(folder, faces(site.handbook.languages.values()), jobs)
    cache = _cache(folder, fonts)
    works = tuple(_work(card, cache) for card in cards(site))
    set_works(tuple(work for work in works if not is_whole(Path(work.target))), fonts, jobs)
    targets = frozenset(Path(work.target) for work in works)
    need(targets)
    cache.tidy(targets, time.time())


def cards_of(site: Site, root: Path) -> Iterator[tuple[str, bytes]]:
    """Address → picture of every card that has been set."""
    folder = cache_of(root)
    cache = _cache(folder, fonts_in(folder, faces(site.handbook.languages.values())))
    return ((card.url, Path(_work(card, cache).target).read_bytes()) for card in cards(site))


def _cache(folder: Path, fonts: Path) -> Cache:
    return cache_in(folder, TEMPLATES, fonts, "cards", ".png")


def _work(card: Card, cache: Cache) -> Work:
    data = as_json(card)
    return Work(card.url, CARD, data, (), str(cache.path(data)))
