"""A site and the names of its pages in; the menu of a language out, and how a page shows it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from handbook.addresses import playbook_name, situation_name
from handbook.site import Site

INDEXES = ("checklists/index", "downloads", "glossary", "terms", "sources", "claims", "status", "about")
"""Pages that stand beneath the playbooks, in this order."""


class Entry(NamedTuple):
    """A page, or a group of entries."""

    title: str
    name: str = ""
    """Path of the page inside the language's folder; empty for a group."""
    key: str = ""
    """Of a situation."""
    children: tuple[Entry, ...] = ()
    lang: str = ""
    """Of the title, where it is not the menu's."""


def entries(site: Site, lang: str, titles: Callable[[str], str], names: Container[str]) -> Iterator[Entry]:
    """Home, playbooks by situation, and the generated indexes: the same in every language."""
    locale = site.locales[lang]
    yield Entry(locale.t("Home"), "index")
    if situations := tuple(_situations(site, lang)):
        yield Entry(locale.t("Playbooks"), children=situations)
    yield from (Entry(locale.typeset(titles(name)), name) for name in INDEXES if name in names)


def _situations(site: Site, lang: str) -> Iterator[Entry]:
    for key, slugs in site.situations[lang].items():
        title = site.locales[lang].typeset(site.handbook.settings.situations[key].name[lang])
        yield Entry(title, situation_name(key), key, tuple(_playbook(site, slug, lang) for slug in slugs))


def _playbook(site: Site, slug: str, lang: str) -> Entry:
    playbook = site.playbook(slug, lang)
    return Entry(site.title(playbook), playbook_name(slug), lang="" if playbook.lang == lang else playbook.lang)


def opened(entries: tuple[Entry, ...], situation: str) -> tuple[Entry, ...]:
    """Only the situation that the reader is in lists its playbooks: the menu stays short whatever the handbook's size."""
    return tuple(entry._replace(children=tuple(_opened(entry.children, situation))) for entry in entries)


def _opened(situations: tuple[Entry, ...], situation: str) -> Iterator[Entry]:
    return (entry if entry.key == situation else entry._replace(children=()) for entry in situations)


Render = Callable[[tuple[Entry, ...], str], str]
"""Entries and the way from a page to the site's root (`../../`) in, the menu as HTML with nothing marked out."""


class Menu:
    """The menu of one language as pages show it: rendered once for each depth and situation of a page, then only marked."""

    def __init__(self, entries: tuple[Entry, ...], render: Render) -> None:
        self._entries = entries
        self._render = render
        self._rendered: dict[tuple[str, str], str] = {}

    def html(self, url: str, situation: str, is_home: bool) -> Markup:
        """For a page, by its address and its situation: its own entry is the current one, the playbooks are shown around it."""
        root = "../" * url.count("/")
        if (root, situation) not in self._rendered:
            self._rendered[root, situation] = self._render(opened(self._entries, situation), root)
        text = self._rendered[root, situation]
        if situation or is_home:
            text = text.replace("<details", "<details open", 1)
        own = f'<a href="{escape(way(root, url))}"'
        return Markup(text.replace(own, f'{own} aria-current="page"', 1))


def way(root: str, url: str) -> str:
    """From a page to another one, by the way to the root."""
    return f"{root}{url}" or "./"
