"""What a page's Markdown needs to know about the rest of the handbook."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.locale import Locale
from handbook.model.handbook import Handbook
from handbook.register import Place
from handbook.site import Site


@dataclass(frozen=True)
class PageContext:
    """The page that is being converted."""

    site: Site
    url: str
    lang: str
    """Of the interface around the text."""
    content_lang: str
    """Of the text; differs from `lang` where a translation is missing."""

    @property
    def handbook(self) -> Handbook:
        return self.site.handbook

    @property
    def locale(self) -> Locale:
        return self.site.locales[self.lang]

    def places(self, points: tuple[str, ...]) -> tuple[Place, ...]:
        """Where the points stand in their sources: the first place in each source."""
        first: dict[str, Place] = {}
        for point in points:
            if place := self.site.register.place_of.get(point):
                first.setdefault(place.source, place)
        return tuple(sorted(first.values(), key=lambda place: place.number))

    def place_url(self, place: Place) -> str:
        return self._relative("sources", place.anchor)

    def concept_url(self, concept: str) -> str:
        return self._relative("glossary", concept)

    def _relative(self, name: str, anchor: str) -> str:
        addresses = self.site.addresses
        return addresses.relative(addresses.page(self.lang, name, anchor), self.url)
