"""Which files the site has: pages that are derived are added, what nobody asks for is left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from bridge.state import LATE, State, current_language, state_of
from handbook.recall import key_of
from handbook.render import Draft, Maker
from handbook.site import Site

UNUSED_ASSETS = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/javascripts/bundle.",
    "assets/images/favicon.png",
    "icons/",
    "scripts/",
    "search/",
)

RestsOn = Callable[[Site, str], object]
"""A site and a language in, something with a telling `repr` out."""


def add_pages(maker: Maker, rests_on: RestsOn | None = None) -> CombinedEvent[..., Files]:
    """An `on_files` handler that adds the pages which `maker` derives from the handbook.

    With `rests_on` they are remembered: they are ready HTML, made of what every page of the language shows and of what
    `rests_on` names besides.
    """

    @event_priority(0)
    def declare(files: Files, /, *, config: MkDocsConfig) -> Files:
        state, lang = state_of(config), current_language(config)
        for draft in _remembered(maker, rests_on, state, lang) if rests_on and state.kept else maker(state.site, lang):
            path = f"{lang}/{draft.name}.md"
            state.drafts[path] = draft
            files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @event_priority(LATE)
    def fill(files: Files, /, *, config: MkDocsConfig) -> Files:
        for file in files.documentation_pages():
            if draft := state_of(config).drafts.get(file.src_uri):
                file.content_string = ""
                file.edit_uri = draft.source
        return files

    return CombinedEvent(declare, fill)


def _remembered(maker: Maker, rests_on: RestsOn, state: State, lang: str) -> Iterator[Draft]:
    key = key_of("drafts", maker.__name__, state.makings.common[lang], rests_on(state.site, lang))
    names = [name for name in Draft._fields if name != "blocks"]

    def rows() -> list[dict[str, str]]:
        return [{name: getattr(draft, name) for name in names} for draft in maker(state.site, lang)]

    return (Draft(**row) for row in state.site.recalls[lang](key, rows))


@event_priority(LATE)
def drop_unused_assets(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out what no page asks for, and what the default language has brought already."""
    state = state_of(config)
    pages = state.paths
    is_default = current_language(config) == state.site.handbook.settings.default
    for file in list(files):
        is_wanted = file.src_uri in pages if file.is_documentation_page() else is_default
        if not is_wanted or _unused(file.src_uri, state.assets):
            files.remove(file)
    return files


def _unused(path: str, assets: Collection[str]) -> bool:
    """What we write ourselves, under another name, is unused too."""
    return path.endswith(".map") or path.startswith(UNUSED_ASSETS) or path in assets
