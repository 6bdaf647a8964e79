"""A page's blocks in, its title and its HTML out."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from bridge.state import current_language, state_of, view_of
from handbook import figures
from handbook.addresses import playbook_name
from handbook.linking import Linker
from handbook.pageview import PageView
from handbook.render.blocks import page_html
from handbook.render.context import PageContext
from handbook.sanitise import sanitised
from handbook.steps import versioned


def read_page(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Titles are text, never HTML; the text itself has been read already, so MkDocs has nothing to convert."""
    view = view_of(state_of(config), current_language(config), page.file.src_uri)
    page.title = escape(view.title)
    page.meta["title"], page.meta["description"] = page.title, escape(view.description)
    if view.is_fallback:
        page.canonical_url = view.site.addresses.absolute(view.canonical)
    return ""


def page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's text from its blocks. Nothing that could run survives; then our own figures are put in."""
    state, path = state_of(config), page.file.src_uri
    view = view_of(state, current_language(config), path)
    draft = state.drafts.get(path)
    if draft and draft.html:
        html = draft.html
    else:
        source = draft or state.hand_written[path]
        name = playbook_name(view.slug) if view.slug else view.name
        html = page_html(source.blocks, PageContext(view.site, name, view.url, view.lang, view.content_lang, _linker(view)))
    html = sanitised(html)
    if view.original:
        html = versioned(html, view.original)
    return figures.inserted(html, view)


def _linker(view: PageView) -> Linker | None:
    """Playbooks are linked to the glossary in their own language; checklists are for ticking."""
    if view.kind != "playbook" or not view.playbook:
        return None
    site, page = view.site, view.playbook
    return Linker(site.finder(page, view.lang), site.linkable[page.lang], frozenset(page.matter.unlinked))
