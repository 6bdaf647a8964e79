"""The last build's site in; what of it is still right is taken over, and MkDocs gets only the rest to do."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from bridge.state import BEFORE_LANGUAGES, Kept, current_language, state_of
from handbook.makings import language_key, page_keys
from handbook.search.index import entry, folder
from handbook_io.folders import link

HOME = "index"
"""Made each time: static-i18n takes a language without a home page for a mistake."""
SEARCH = "search"
"""Among the keys of pages; no page has this name, for search/ is no page's address."""


def keep(config: MkDocsConfig, kept: Kept) -> None:
    """From now on, what has not changed since the last build is taken over."""
    state_of(config).kept = kept


def keys_of(config: MkDocsConfig) -> dict[str, dict[str, str]]:
    """Language → name → key, of what has been built so far."""
    kept = state_of(config).kept
    return kept.new if kept else {}


@event_priority(BEFORE_LANGUAGES)
def keep_pages(files: Files, config: MkDocsConfig) -> Files:
    """Takes over the pages that have not changed, and leaves them out of what MkDocs builds."""
    state, lang = state_of(config), current_language(config)
    if state.kept is None:
        return files
    kept: list[str] = []
    drafts = {
        path.partition("/")[2].removesuffix(".md"): draft for path, draft in state.drafts.items() if path.startswith(f"{lang}/")
    }
    for name, key in page_keys(state.makings, lang, drafts).items():
        file, made = files.get_file_from_path(f"{lang}/{name}.md"), state.site.addresses.file(lang, name)
        if state.kept.is_same(lang, name, key) and file and name != HOME and made in state.kept.files:
            kept.append(made)
            files.remove(file)
    if not state.kept.pages_first:
        link(kept, state.kept.site, Path(config.site_dir))
    return files


def is_left(config: MkDocsConfig) -> bool:
    """Whether files that are no pages are left as the last build made them."""
    kept = state_of(config).kept
    return kept is not None and kept.pages_first


def keep_search(config: MkDocsConfig) -> bool:
    """Takes over the search index of the language that is being built; False if it has to be made anew."""
    state, lang = state_of(config), current_language(config)
    if state.kept is None:
        return False
    if state.kept.pages_first:
        state.kept.leave(lang, SEARCH)
        return True
    key = language_key(state.makings, lang)
    if not state.kept.is_same(lang, SEARCH, key):
        return False
    own = (path for path in state.kept.files if path == entry(lang) or path.startswith(folder(lang)))
    link(own, state.kept.site, Path(config.site_dir))
    return True
