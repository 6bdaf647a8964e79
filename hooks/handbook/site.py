"""Everything that a page can be made from, bundled: the handbook, its languages' voices, its addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.addresses import Addresses, checklist_name, playbook_name
from handbook.collation import Collation
from handbook.freshness.changes import Change, changes
from handbook.freshness.pages import PageKey, fresh
from handbook.freshness.states import Freshness
from handbook.glossary_terms import named_terms
from handbook.headwords import in_order
from handbook.lazy import Lazy, forget
from handbook.linking import linkable
from handbook.locale import Locale
from handbook.model.concept import Concept
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page, Playbook
from handbook.occurrences import finder, uses
from handbook.printing.names import Pdf
from handbook.recall import HANDBOOK, Recall, key_of
from handbook.register import Register, Use
from handbook.scan import inline
from handbook.situations import by_situation
from handbook.words.language import Language
from handbook.words.occurrences import Find, Terms
from handbook.words.words import Words


@dataclass(frozen=True)
class Site:
    """The handbook as a site in all its languages."""

    handbook: Handbook
    locales: Mapping[str, Locale]
    addresses: Addresses
    collations: Mapping[str, Collation] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    pdfs: tuple[Pdf, ...] = ()
    """What can be downloaded; empty in a preview."""
    recalls: Mapping[str, Recall] = field(default_factory=lambda: Lazy(lambda subject: Recall()))
    """Language → what was worked out about its texts before; HANDBOOK → what was about all of them."""

    @cached_property
    def register(self) -> Register:
        return Register(self.handbook)

    @cached_property
    def uses(self) -> Mapping[str, Mapping[str, tuple[Use, ...]]]:
        """Language → concept id → the sections where one of its terms stands."""
        return Lazy(lambda lang: uses(self.handbook, lang, self.terms, self.linkable[lang], self.recalls[lang]))

    @cached_property
    def terms(self) -> Mapping[str, Terms]:
        """Language → the terms that its texts may name."""
        return Lazy(lambda lang: self.recalls[lang].live(key_of("terms", self.handbook.glossary), lambda: self._terms(lang)))

    def _terms(self, lang: str) -> Terms:
        return named_terms(self.handbook, lang, self.words.get(lang) or Words(Language(lang)))

    @cached_property
    def linkable(self) -> Mapping[str, frozenset[str]]:
        """Language → the concepts whose terms are linked by themselves."""
        return Lazy(lambda lang: linkable(self.handbook, lang))

    @cached_property
    def headwords(self) -> Mapping[str, tuple[Concept, ...]]:
        """Language → the concepts that have a term in it, in its alphabetical order."""
        return Lazy(lambda lang: in_order(self.handbook, lang, self.collation(lang)))

    def finder(self, page: Page, lang: str) -> Find:
        """Finds the terms in the texts of a page; what stood where is remembered for the language whose pages are built."""
        return finder(self.handbook, page, self.terms, self.recalls[lang])

    @cached_property
    def situations(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Language → situation → the slugs of its playbooks."""
        return Lazy(lambda lang: by_situation(self.handbook, lang))

    @cached_property
    def prints(self) -> Mapping[str, tuple[Pdf, ...]]:
        """Slug → what can be downloaded of the playbook."""
        found: dict[str, list[Pdf]] = defaultdict(list)
        for pdf in self.pdfs:
            found[pdf.slug].append(pdf)
        return {slug: tuple(own) for slug, own in found.items()}

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """Former slug of a playbook → its present one."""
        originals = self.handbook.originals
        return {old: slug for slug, lang in originals.items() for old in self.playbook(slug, lang).former_slugs}

    @cached_property
    def freshness(self) -> Mapping[PageKey, Freshness]:
        """(language, name) of every translated page → how it stands to its original."""
        return fresh(self.handbook, self.recalls[HANDBOOK])

    @cached_property
    def changes(self) -> Mapping[str, tuple[Change, ...]]:
        """Language → what its readers got, and when."""
        return {lang: changes(self.handbook, lang, self.recalls[HANDBOOK]) for lang in self.handbook.languages}

    def prepare(self) -> None:
        """Works out what every language asks for, before each may be built in a process of its own; then locks are forgotten."""
        _ = self.freshness, self.changes
        for lock in self.handbook.locks.values():
            forget(lock.entries)

    def collation(self, lang: str) -> Collation:
        return self.collations.get(lang, Collation())

    @cached_property
    def heading_keys(self) -> Mapping[str, str]:
        """Language → a key that changes with any heading of a playbook as its readers meet it."""
        return Lazy(
            lambda lang: key_of(*((slug, self.playbook(slug, lang).outline.headings) for slug in self.handbook.playbooks))
        )

    @cached_property
    def linked(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """(language, slug) → the slugs of the other playbooks that the playbook's text links to, in order."""
        return Lazy(lambda key: tuple(self._linked(self.playbook(key[1], key[0]))))

    def _linked(self, playbook: Playbook) -> Iterator[str]:
        targets = (ref.target for block in playbook.blocks for ref in inline.references(block.text) if ref.kind == "link")
        slugs = dict.fromkeys(target.partition("#")[0].removesuffix(".md") for target in targets if ".md" in target)
        return (slug for slug in slugs if slug in self.handbook.playbooks and slug != playbook.slug)

    def playbook_url(self, slug: str, lang: str, anchor: str = "") -> str:
        return self.addresses.page(lang, playbook_name(slug), anchor)

    def checklist_url(self, slug: str, lang: str, anchor: str = "") -> str:
        return self.addresses.page(lang, checklist_name(slug), anchor)

    def playbook(self, slug: str, lang: str) -> Playbook:
        """The playbook as readers of a language meet it: its original where a translation is missing."""
        return self.handbook.playbook(slug, lang)

    def title(self, playbook: Playbook) -> str:
        """A playbook's title as pages show it, with the no-break spaces of its language."""
        return self._titles[playbook.lang, playbook.matter.title]

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], str]:
        return Lazy(lambda title: self.locales[title[0]].typeset(title[1]))
