"""Everything that a page can be made from, bundled: the handbook, its languages' voices, its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.addresses import Addresses, checklist_name, playbook_name
from handbook.collation import Collation
from handbook.freshness.pages import PageKey, fresh
from handbook.freshness.states import Freshness
from handbook.locale import Locale
from handbook.model.handbook import Handbook
from handbook.model.playbook import Playbook
from handbook.occurrences import Use, uses
from handbook.register import Register


@dataclass(frozen=True)
class Site:
    """The handbook as a site in all its languages."""

    handbook: Handbook
    locales: Mapping[str, Locale]
    addresses: Addresses
    collations: Mapping[str, Collation] = field(default_factory=dict)

    @cached_property
    def register(self) -> Register:
        return Register(self.handbook)

    @cached_property
    def uses(self) -> Mapping[str, Mapping[str, tuple[Use, ...]]]:
        """Language → concept id → the sections where one of its terms stands."""
        return {lang: uses(self.handbook, lang) for lang in self.handbook.languages}

    @cached_property
    def freshness(self) -> Mapping[PageKey, Freshness]:
        """(language, name) of every translated page → how it stands to its original."""
        return fresh(self.handbook)

    def collation(self, lang: str) -> Collation:
        return self.collations.get(lang, Collation())

    def playbook_url(self, slug: str, lang: str, anchor: str = "") -> str:
        return self.addresses.page(lang, playbook_name(slug), anchor)

    def checklist_url(self, slug: str, lang: str, anchor: str = "") -> str:
        return self.addresses.page(lang, checklist_name(slug), anchor)

    def playbook(self, slug: str, lang: str) -> Playbook:
        """The playbook as readers of a language meet it: its original where a translation is missing."""
        return self.handbook.playbook(slug, lang)
