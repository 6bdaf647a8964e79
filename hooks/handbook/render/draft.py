"""A page that is generated: its address, its words and where to edit what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from handbook.addresses import Ways, playbook_name
from handbook.model.playbook import Block
from handbook.pageview.care import edit_url
from handbook.register import Use
from handbook.scan import inline
from handbook.site import Site


class Draft(NamedTuple):
    """One page in one language; its text is blocks or ready HTML."""

    name: str
    """Path inside the language's folder, without `.md`."""
    title: str
    description: str
    source: str
    """The file to edit, relative to the handbook's folder."""
    blocks: Sequence[Block] = ()
    html: str = ""
    kind: str = "page"
    content_lang: str = ""
    """Of the text, where it is not the page's language."""
    slug: str = ""
    """The playbook it was made from."""


class UsedIn(NamedTuple):
    """A playbook that rests on something, or names it."""

    href: str
    title: str
    lang: str
    """Of the title, where it is not the page's; else empty."""
    sections: tuple[tuple[str, str], ...]
    """(href, heading) of the sections in question."""


ENVIRONMENT = Environment(
    loader=PackageLoader("handbook.render"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


class View:
    """What a template may ask for: words, addresses and lookups, seen from one page."""

    def __init__(self, site: Site, lang: str, name: str) -> None:
        self.site = site
        self.lang = lang
        self.name = name
        self.url = site.addresses.page(lang, name)
        self._ways = Ways(site.addresses, self.url)
        self.locale = site.locales[lang]
        self.handbook = site.handbook
        self.t = self.locale.t
        self.n = self.locale.n
        self._headings: dict[str, dict[str, str]] = {}

    def href(self, name: str, anchor: str = "", lang: str = "") -> str:
        """A link from this page to another page of the handbook."""
        return self._ways.to(lang or self.lang, name, anchor)

    def edit_href(self, path: str) -> str:
        """Where a file of the handbook can be edited; empty if nowhere."""
        return edit_url(self.handbook.settings.source_url, path)

    def section_title(self, slug: str, section: str) -> str:
        """The heading of a section, without markup; empty for the lead."""
        if slug not in self._headings:
            playbook = self.site.playbook(slug, self.lang)
            self._headings[slug] = {id: self.typeset(inline.plain(text), playbook.lang) for id, text in playbook.outline.headings}
        return self._headings[slug].get(section, "")

    def used_in(self, uses: Iterable[Use]) -> list[UsedIn]:
        """By playbook, in the order of their slugs."""
        return [self._used_in(slug, sections) for slug, sections in groupby(sorted(uses, key=_slug), key=_slug)]

    def _used_in(self, slug: str, uses: Iterable[Use]) -> UsedIn:
        playbook, name = self.site.playbook(slug, self.lang), playbook_name(slug)
        sections = ((self.href(name, use.section), self.section_title(slug, use.section)) for use in uses if use.section)
        return UsedIn(
            self.href(name), self.site.title(playbook), playbook.lang if playbook.lang != self.lang else "", tuple(sections)
        )

    def typeset(self, text: str, lang: str = "") -> str:
        """A text with the no-break spaces of its language, the page's own unless it is said."""
        return (self.site.locales[lang] if lang else self.locale).typeset(text)

    def lang_name(self, lang: str) -> str:
        """A language's name in this page's language."""
        return self.locale.language_name(self.handbook.languages[lang].locale)


def _slug(use: Use) -> str:
    return use.slug


def rendered(template: str, view: View, **values: Any) -> str:
    """The template filled in; everything that is not Markup is escaped."""
    return ENVIRONMENT.get_template(template).render(view=view, **values)


__all__ = ["Draft", "View", "rendered"]
