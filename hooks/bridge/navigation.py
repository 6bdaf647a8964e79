"""The handbook's menu in; MkDocs' navigation, which our templates don't ask for, out."""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from bridge.state import LATE, State, current_language, state_of, view_of
from handbook.menu import Entry, Menu, entries, way

MENU = "partials/menu.html"


@event_priority(LATE)
def navigation(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Every page has its title and no neighbours: what leads from page to page is in the handbook, not in MkDocs' tree."""
    state, lang = state_of(config), current_language(config)
    pages = [file.page for file in files.documentation_pages() if file.page]
    for page in pages:
        page.title = escape(view_of(state, lang, page.file.src_uri).title)
        page.parent = page.previous_page = page.next_page = None
    made = Navigation([], pages)
    made.homepage = next((page for page in pages if page.file.src_uri == f"{lang}/index.md"), None)
    return made


def menu(state: State, lang: str, env: Environment) -> Menu:
    """The menu of a language, from the theme's template."""
    addresses = state.site.addresses
    names = {path.partition("/")[2].removesuffix(".md") for path in state.paths if path.startswith(f"{lang}/")}
    listed = tuple(entries(state.site, lang, lambda name: view_of(state, lang, f"{lang}/{name}.md").title, names))

    def render(entries: tuple[Entry, ...], root: str) -> str:
        return env.get_template(MENU).render(entries=entries, href=lambda name: way(root, addresses.page(lang, name)))

    return Menu(listed, render)
