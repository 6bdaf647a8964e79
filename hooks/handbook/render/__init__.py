"""A site in, pages that nobody writes by hand out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.render.checklists import checklists_and_index
from handbook.render.claims import claims
from handbook.render.downloads import downloads
from handbook.render.draft import Draft
from handbook.render.fallbacks import fallbacks
from handbook.render.glossary import glossary_and_terms
from handbook.render.situations import situations
from handbook.render.sources import sources
from handbook.render.status import status
from handbook.site import Site

Maker = Callable[[Site, str], Iterator[Draft]]

MAKERS: tuple[Maker, ...] = (fallbacks, situations, checklists_and_index, glossary_and_terms, sources, claims, status, downloads)


def drafts(site: Site, lang: str) -> Iterator[Draft]:
    """Every generated page of one language."""
    for maker in MAKERS:
        yield from maker(site, lang)


__all__ = ["MAKERS", "Draft", "Maker", "drafts"]
