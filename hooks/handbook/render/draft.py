"""A page that is generated: its address, its words and where to edit what it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from handbook.addresses import Ways, playbook_name
from handbook.calls import Direct
from handbook.lazy import Lazy
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
ENVIRONMENT.context_class = Direct


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
        self._headings = Lazy(self._heading)

    def href(self, name: str, anchor: str = "", lang: str = "") -> str:
        """A link from this page to another page of the handbook."""
        return self._ways.to(lang or self.lang, name, anchor)

    def edit_href(self, path: str) -> str:
        """Where a file of the handbook can be edited; empty if nowhere."""
        return edit_url(self.handbook.settings.source_url, path)

    def used_in(self, uses: Iterable[Use], most: int | None = None) -> tuple[list[UsedIn], int]:
        """By playbook, in the order of their slugs, at most so many; and how many playbooks more there are."""
        by_slug: dict[str, list[Use]] = {}
        for use in uses:
            by_slug.setdefault(use.slug, []).append(use)
        shown = sorted(by_slug)[:most]
        return [self._used_in(slug, by_slug[slug]) for slug in shown], len(by_slug) - len(shown)

    def _used_in(self, slug: str, uses: Iterable[Use]) -> UsedIn:
        playbook, name = self.site.playbook(slug, self.lang), playbook_name(slug)
        titled = ((use.section, self._headings[slug, use.section]) for use in uses)
        sections = ((self.href(name, section), heading) for section, heading in titled if heading)
        return UsedIn(
            self.href(name), self.site.title(playbook), playbook.lang if playbook.lang != self.lang else "", tuple(sections)
        )

    def _heading(self, place: tuple[str, str]) -> str:
        """What stands above a section of a playbook, without markup; nothing above the lead, or where a translation lacks it."""
        slug, section = place
        playbook = self.site.playbook(slug, self.lang)
        return self.typeset(inline.plain(dict(playbook.outline.headings).get(section, "")), playbook.lang)

    def typeset(self, text: str, lang: str = "") -> str:
        """A text with the no-break spaces of its language, the page's own unless it is said."""
        return (self.site.locales[lang] if lang else self.locale).typeset(text)

    def lang_name(self, lang: str) -> str:
        """A language's name in this page's language."""
        return self.locale.language_name(self.handbook.languages[lang].locale)


def rendered(template: str, view: View, **values: Any) -> str:
    """The template filled in; everything that is not Markup is escaped."""
    return ENVIRONMENT.get_template(template).render(view=view, **values)


__all__ = ["Draft", "View", "rendered"]
