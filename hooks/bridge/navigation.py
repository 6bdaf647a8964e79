"""The handbook's situations in, MkDocs' navigation out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from bridge.state import LATE, current_language, handbook_of, state_of, view_of
from handbook.addresses import playbook_name


@event_priority(LATE)
def navigation(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Home, playbooks by situation, and the generated indexes: the same in every language."""
    site, lang = handbook_of(config), current_language(config)
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
    for path, page in pages.items():
        page.title = escape(view_of(state_of(config), lang, path).title)
    locale = site.locales[lang]
    pages[f"{lang}/index.md"].title = locale.t("Home")

    def found(*names: str) -> Iterator[Page]:
        return (pages[path] for name in names if (path := f"{lang}/{name}.md") in pages)

    by_situation: list[Any] = []
    for key, row in site.handbook.settings.situations.items():
        slugs = (slug for slug in site.handbook.playbooks if site.playbook(slug, lang).matter.situation == key)
        if children := list(found(*(playbook_name(slug) for slug in slugs))):
            by_situation.append(_section(str(escape(row.name[lang])), children))
    items = [
        *found("index"),
        _section(locale.t("Playbooks"), by_situation),
        *found("checklists/index", "downloads", "glossary", "terms", "sources", "claims", "status"),
        *found("about"),
    ]
    made = Navigation([item for item in items if not isinstance(item, Section) or item.children], list(pages.values()))
    made.homepage = next(found("index"), None)
    for page in pages.values():
        page.parent = page.previous_page = page.next_page = None
    for item in made.items:
        _adopt(item, None)
    return made


def _section(title: str, children: list[Any]) -> Section:
    return Section(title, children)


def _adopt(item: Any, parent: Section | None) -> None:
    item.parent = parent
    for child in getattr(item, "children", None) or ():
        _adopt(child, item)
