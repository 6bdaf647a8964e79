"""Which page it is, in whose language, and how it links to others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from handbook.addresses import Ways
from handbook.locale import Locale
from handbook.model.playbook import Playbook
from handbook.site import Site


@dataclass(frozen=True)
class Subject:
    """One page: its name, its kind, its languages."""

    site: Site
    lang: str
    name: str
    kind: str
    """That of a draft or of a hand-written page (`kind_of`); `missing` and `style` stand in no folder of docs/."""
    title: str
    description: str
    content_lang: str
    slug: str = ""

    @property
    def locale(self) -> Locale:
        return self.site.locales[self.lang]

    def t(self, message: str, **values: object) -> str:
        return self.locale.t(message, **values)

    def n(self, singular: str, plural: str, count: int, **values: object) -> str:
        return self.locale.n(singular, plural, count, **values)

    @cached_property
    def url(self) -> str:
        return self.site.addresses.page(self.lang, self.name)

    @property
    def is_fallback(self) -> bool:
        return self.content_lang != self.lang

    @property
    def playbook(self) -> Playbook | None:
        return self.site.playbook(self.slug, self.lang) if self.slug else None

    @property
    def situation(self) -> str:
        """The key of the situation that the page is about; empty if it is about none."""
        if self.kind == "situation":
            return self.name.rpartition("/")[2]
        return self.playbook.matter.situation if self.playbook else ""

    @property
    def original(self) -> Playbook | None:
        """The playbook in the language that it was written in first."""
        handbook = self.site.handbook
        return handbook.playbooks[self.slug][handbook.originals[self.slug]] if self.slug else None

    @property
    def canonical(self) -> str:
        """The address, relative to the root, under which search engines should know the page."""
        return self.site.addresses.page(self.content_lang, self.name)

    def href(self, name: str, anchor: str = "") -> str:
        """A link from this page to another page of its language."""
        return self._ways.to(self.lang, name, anchor)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.site.addresses, self.url)

    def to(self, url: str) -> str:
        """A link from this page to an address relative to the site's root."""
        return self.site.addresses.relative(url, self.url)

    def direction(self, lang: str) -> str:
        """`ltr` or `rtl`."""
        return self.site.handbook.languages[lang].direction

    def lang_name(self, lang: str) -> str:
        """A language's name in this page's language."""
        return self.locale.language_name(self.site.handbook.languages[lang].locale)
