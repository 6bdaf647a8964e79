"""A site and the names of its pages in; the menu of a language out, and where a page stands in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from handbook.addresses import playbook_name
from handbook.lazy import Lazy
from handbook.site import Site

INDEXES = ("checklists/index", "downloads", "glossary", "terms", "sources", "claims", "status", "about")
"""Pages that stand beneath the playbooks, in this order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page, or a group of entries."""

    title: str
    name: str = ""
    """Path of the page inside the language's folder; empty for a group."""
    key: str = ""
    """Of a group."""
    children: tuple[Entry, ...] = ()


def entries(site: Site, lang: str, titles: Callable[[str], str], names: Container[str]) -> Iterator[Entry]:
    """Home, playbooks by situation, and the generated indexes: the same in every language."""
    locale = site.locales[lang]
    yield Entry(locale.t("Home"), "index")
    if situations := tuple(_situations(site, lang)):
        yield Entry(locale.t("Playbooks"), key="playbooks", children=situations)
    yield from (Entry(titles(name), name) for name in INDEXES if name in names)


def _situations(site: Site, lang: str) -> Iterator[Entry]:
    found: dict[str, list[Entry]] = {}
    for slug in site.handbook.playbooks:
        matter = site.playbook(slug, lang).matter
        found.setdefault(matter.situation, []).append(Entry(matter.title, playbook_name(slug)))
    for key, row in site.handbook.settings.situations.items():
        if key in found:
            yield Entry(row.name[lang], key=key, children=tuple(found[key]))


Render = Callable[[str], str]
"""The way from a page to the site's root (`../../`) in, the whole menu as HTML with nothing marked out."""


class Menu:
    """The menu of one language as pages show it: rendered once for each depth of a page, then only marked."""

    def __init__(self, site: Site, lang: str, entries: tuple[Entry, ...], render: Render) -> None:
        self.site = site
        self.lang = lang
        self._above = dict(_above(entries))
        self._rendered = Lazy(render)

    def html(self, name: str, url: str) -> Markup:
        """For a page, by its name and its address: its own entry is the current one, the groups above it are open."""
        root = "../" * url.count("/")
        text = self._rendered[root]
        for key in self._above.get(name, ()):
            text = text.replace(f'<details data-key="{key}">', f'<details data-key="{key}" open>', 1)
        own = f'<a href="{escape(way(root, url))}"'
        return Markup(text.replace(own, f'{own} aria-current="page"', 1) if name in self._above else text)


def way(root: str, url: str) -> str:
    """From a page to another one, by the way to the root."""
    return f"{root}{url}" or "./"


def _above(entries: tuple[Entry, ...], keys: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(a page's name, the keys of the groups that it stands in)."""
    for entry in entries:
        if entry.name:
            yield entry.name, keys
        yield from _above(entry.children, (*keys, entry.key))
