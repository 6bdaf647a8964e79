"""A site in, every PDF that is made from it out: where it goes and what its template is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from handbook.printing import names
from handbook.printing.book import book
from handbook.printing.bundle import bundle
from handbook.printing.composing import sheet
from handbook.printing.pairs import paired
from handbook.printing.paper import on_paper
from handbook.printing.sheet import Sheet
from handbook.site import Site


class Document(NamedTuple):
    """What a PDF says about itself."""

    title: str
    author: str
    description: str
    date: date
    """Of the latest review: nothing printed knows the day on which it was built."""


class Print(NamedTuple):
    """One PDF before it is made."""

    edition: str
    languages: tuple[str, ...]
    url: str
    document: Document
    content: object
    """What the template of the edition sets."""
    slug: str = ""

    @property
    def form(self) -> tuple[tuple[str, str], ...]:
        """(name, label) of each box that is ticked on the screen, in reading order."""
        if self.edition != names.FILLABLE or not isinstance(self.content, Sheet):
            return ()
        return tuple((step.id, step.label) for step in self.content.steps)


@dataclass(frozen=True)
class Press:
    """A site's sheets, each put into words once."""

    site: Site

    @cached_property
    def sheets(self) -> Mapping[str, Mapping[str, Sheet]]:
        """slug → language → sheet, for the languages in which the checklist is written."""
        languages = self.site.handbook.languages
        return {
            slug: {lang: sheet(self.site, slug, lang) for lang in languages if lang in twins and twins[lang].has_checklist}
            for slug, twins in self.site.handbook.playbooks.items()
            if any(playbook.has_checklist for playbook in twins.values())
        }

    def document(self, title: str, lang: str, slugs: Collection[str], description: str) -> Document:
        playbooks = [self.site.playbook(slug, lang) for slug in slugs]
        author = self.site.handbook.settings.title[lang]
        return Document(title, author, description, max(playbook.matter.reviewed for playbook in playbooks))


def single(press: Press) -> Iterator[Print]:
    yield from _of_sheets(press, names.SINGLE)


def fillable(press: Press) -> Iterator[Print]:
    yield from _of_sheets(press, names.FILLABLE)


def pocket(press: Press) -> Iterator[Print]:
    yield from _of_sheets(press, names.POCKET)


def _of_sheets(press: Press, edition: str) -> Iterator[Print]:
    for slug, sheets in press.sheets.items():
        for lang, found in sheets.items():
            url = names.checklist_url(press.site.addresses, slug, (lang,), edition)
            document = press.document(found.title, lang, (slug,), found.description)
            yield Print(edition, (lang,), url, document, found, slug)


def bilingual(press: Press) -> Iterator[Print]:
    """Every ordered pair of languages."""
    for slug, sheets in press.sheets.items():
        for pair in permutations(sheets, 2):
            first, second = (sheets[lang] for lang in pair)
            url = names.checklist_url(press.site.addresses, slug, pair, names.BILINGUAL)
            document = press.document(f"{first.title} / {second.title}", pair[0], (slug,), first.description)
            yield Print(names.BILINGUAL, pair, url, document, paired(first, second), slug)


def bundles(press: Press) -> Iterator[Print]:
    """All checklists of a language in one file."""
    for lang in press.site.handbook.languages:
        if press.sheets:
            content = bundle(press.site, lang, press.sheets)
            document = press.document(content.title, lang, tuple(press.sheets), content.description)
            url = names.download_url(press.site.addresses, names.BUNDLE_NAME, lang)
            yield Print(names.BUNDLE, (lang,), url, document, content)


def books(press: Press) -> Iterator[Print]:
    """The whole handbook of a language."""
    for lang in press.site.handbook.languages:
        if playbooks := press.site.handbook.playbooks:
            content = book(press.site, lang)
            document = press.document(content.title, lang, tuple(playbooks), content.description)
            yield Print(names.BOOK, (lang,), names.download_url(press.site.addresses, names.BOOK_NAME, lang), document, content)


EDITIONS: tuple[Callable[[Press], Iterator[Print]], ...] = (books, bundles, bilingual, single, fillable, pocket)
"""The largest first, so that parallel work ends together."""


def prints(site: Site, slugs: Collection[str] = (), languages: Collection[str] = (), first: str = "") -> tuple[Print, ...]:
    """Every PDF of the site, or those of some checklists, in some languages (a pair needs both), or with one language `first`:
    these are what that language's pages offer.
    """
    press = Press(on_paper(site))
    return tuple(
        found
        for edition in EDITIONS
        for found in edition(press)
        if (not slugs or found.slug in slugs)
        and (not languages or set(found.languages) <= set(languages))
        and first in ("", found.languages[0])
    )
