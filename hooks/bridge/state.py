"""What the hooks share during a build: the one slot of state, `config.extra["handbook"]`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig

from handbook.makings import Makings
from handbook.pageview import PageView, kind_of
from handbook.render import Draft
from handbook.site import Site

FIRST, BEFORE_LANGUAGES, LATE = 100, -50, -200
"""Event priorities: before everything else; when pages are declared; after static-i18n, which runs at -100."""


@dataclass
class Kept:
    """The last site, and what this build learns about its own."""

    site: Path
    keys: Mapping[str, Mapping[str, str]]
    """Language → page's name, or `search` → key, of the last build."""
    files: Collection[str]
    """Paths in the last site."""
    rest: str
    """Digest of all that sites are made with, save the handbook."""
    pages_first: bool = False
    """Only pages that have changed are made, to be laid over the last site: everything else is left as it was."""
    new: dict[str, dict[str, str]] = field(default_factory=dict)
    """The keys of this build."""

    def leave(self, lang: str, name: str) -> None:
        """Notes that what the last build made stays, whatever it was made of."""
        if key := self.keys.get(lang, {}).get(name):
            self.new.setdefault(lang, {})[name] = key

    def is_same(self, lang: str, name: str, key: str) -> bool:
        """Notes a key; says whether the last build had the same."""
        self.new.setdefault(lang, {})[name] = key
        return self.keys.get(lang, {}).get(name) == key


@dataclass
class State:
    """What the hooks share during a build: the site, and the pages generated so far."""

    site: Site
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Path under docs/ → draft."""
    views: dict[str, PageView] = field(default_factory=dict)
    """Path under docs/ → what the frame of the page shows."""

    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Address without a hash → contents of what pages load."""
    pdfs: Mapping[str, Path] = field(default_factory=dict)
    """Address of a PDF → its file in the cache."""
    sources: tuple[str, ...] = ()
    """Paths of all files under docs/, once they have been listed."""
    kept: Kept | None = None
    """None: everything is made anew, as plain MkDocs does."""

    @cached_property
    def makings(self) -> Makings:
        """What keys are made from; empty-handed where nothing is kept."""
        return Makings(self.site, self.kept.rest if self.kept else "")

    def forget(self) -> None:
        """A language has been built: no other asks for its pages."""
        self.drafts.clear()
        self.views.clear()

    @property
    def paths(self) -> set[str]:
        """Every page so far, generated and hand-written."""
        return {*self.drafts, *self.hand_written}

    @cached_property
    def hand_written(self) -> dict[str, Any]:
        """Path under docs/ → page."""
        return {page.path.removeprefix("docs/"): page for page in self.site.handbook.pages}


def handbook_of(config: MkDocsConfig) -> Site:
    """The site that is being built. Raises KeyError before `load`."""
    return state_of(config).site


def state_of(config: MkDocsConfig) -> State:
    """The one slot. Raises KeyError before `load`."""
    return cast(State, config.extra["handbook"])


def current_language(config: MkDocsConfig) -> str:
    """The language whose pages are being built."""
    return str(cast(Any, config.plugins["i18n"]).current_language)


def languages(config: MkDocsConfig) -> list[str]:
    """Codes of the handbook's languages; the first stands at the root."""
    return list(handbook_of(config).handbook.languages)


def view_of(state: State, lang: str, path: str) -> PageView:
    """The frame of a page, derived once."""
    if path not in state.views:
        name = path.partition("/")[2].removesuffix(".md")
        if draft := state.drafts.get(path):
            content_lang = draft.content_lang or lang
            view = PageView(state.site, lang, name, draft.kind, draft.title, draft.description, content_lang, draft.slug)
        else:
            page = state.hand_written[path]
            kind = kind_of(name)
            slug = page.slug if kind == "playbook" else ""
            view = PageView(state.site, lang, name, kind, page.matter.title, page.matter.description, lang, slug)
        state.views[path] = view
    return state.views[path]
