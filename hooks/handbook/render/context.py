"""What a page's text needs to know about the rest of the handbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup, escape

from handbook.addresses import Ways
from handbook.freshness.states import Freshness
from handbook.lazy import Lazy
from handbook.linking import Linker
from handbook.locale import Locale
from handbook.model.handbook import Handbook
from handbook.model.settings import Language
from handbook.register import Place
from handbook.site import Site


@dataclass(frozen=True)
class PageContext:
    """The page whose text is turned into HTML."""

    site: Site
    name: str
    """Path inside the language's folder, without `.md`, of the page that was written: its links start there."""
    url: str
    """Address of the page that is made, relative to the site's root."""
    lang: str
    """Of the interface around the text."""
    content_lang: str
    """Of the text; differs from `lang` where a translation is missing."""
    linker: Linker | None = None
    """Links the words of the text to the glossary."""

    @property
    def handbook(self) -> Handbook:
        return self.site.handbook

    @cached_property
    def freshness(self) -> Freshness | None:
        """How the text stands to its original; None if it is one."""
        return self.site.freshness.get((self.content_lang, self.name))

    @cached_property
    def former_ids(self) -> Mapping[str, tuple[str, ...]]:
        """Present id → the ids that it had before, of the page that was written."""
        twins = self.handbook.playbooks.get(self.name.removeprefix("playbooks/"), {})
        return twins[self.content_lang].former_ids if self.content_lang in twins else {}

    @property
    def original_lang(self) -> str:
        """Of the page that the text was translated from."""
        return self.freshness.original.lang if self.freshness else self.content_lang

    @property
    def of_original(self) -> PageContext:
        """The same page, for words of its original."""
        return replace(self, content_lang=self.original_lang, linker=None)

    @property
    def locale(self) -> Locale:
        return self.site.locales[self.lang]

    @cached_property
    def language(self) -> Language:
        """The row of the text's language."""
        return self.handbook.languages[self.content_lang]

    def places(self, points: tuple[str, ...]) -> tuple[Place, ...]:
        """Where the points stand in their sources: the first place in each source."""
        first: dict[str, Place] = {}
        for point in points:
            if place := self.site.register.place_of.get(point):
                first.setdefault(place.source, place)
        return tuple(sorted(first.values(), key=lambda place: place.number))

    def href(self, name: str, anchor: str = "") -> str:
        """A link from the page that is made to another page of its language."""
        return self._ways.to(self.lang, name, anchor)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.site.addresses, self.url)

    @cached_property
    def source_labels(self) -> Mapping[int, Markup]:
        """Number of a source → what a link to it is called."""
        return Lazy(lambda number: escape(self.locale.t("Source {number}", number=number)))

    def place_url(self, place: Place) -> str:
        return self.href("sources", place.anchor)

    def concept_url(self, concept: str) -> str:
        return self.href("glossary", concept)
