"""A site in, pages that nobody writes by hand out: a maker for each kind, one module each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.render.draft import Draft
from handbook.site import Site

Maker = Callable[[Site, str], Iterator[Draft]]
"""What makes the pages of one kind in one language."""


def nothing_else(site: Site, lang: str) -> object:
    """What pages rest on that show nothing besides what every page of their language may show."""
    return ()


__all__ = ["Draft", "Maker", "nothing_else"]
