"""The only module that knows both MkDocs and the handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from handbook import figures, interface, policy, tokens
from handbook.addresses import Addresses, playbook_name
from handbook.bare import bare
from handbook.bundle import bundle
from handbook.export import outputs, sitemap
from handbook.linking import Linker
from handbook.messages import line
from handbook.pageview import PageView, kind_of
from handbook.render import Draft, Maker
from handbook.render.blocks import page_html
from handbook.render.context import PageContext
from handbook.sanitise import sanitised
from handbook.search.index import files as search_files
from handbook.search.records import concepts, linked_terms, records
from handbook.site import Site
from handbook.steps import versioned
from handbook.theme import Patched
from handbook_io.disk import ENTRIES, handbook_in, site_in
from handbook_io.printing import MissingFont, PrintingFailed, pdfs_of, printed
from handbook_io.search import script

FIRST, LATE = 100, -200
"""Event priorities: before everything else; after static-i18n, which runs at -100."""
STYLE = "style.html"
UNUSED_ASSETS = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/javascripts/bundle.",
    "assets/images/favicon.png",
    "icons/",
    "scripts/",
    "search/",
)


@dataclass
class State:
    """What the hooks share during a build: the site, and the pages generated so far."""

    site: Site
    drafts: dict[str, Draft] = field(default_factory=dict)
    """Path under docs/ → draft."""
    views: dict[str, PageView] = field(default_factory=dict)
    """Path under docs/ → what the frame of the page shows."""

    @cached_property
    def hand_written(self) -> dict[str, Any]:
        """Path under docs/ → page."""
        return {page.path.removeprefix("docs/"): page for page in self.site.handbook.pages}


def handbook_of(config: MkDocsConfig) -> Site:
    """The site that is being built. Raises KeyError before `load`."""
    return _state(config).site


def current_language(config: MkDocsConfig) -> str:
    """The language whose pages are being built."""
    return str(cast(Any, config.plugins["i18n"]).current_language)


def languages(config: MkDocsConfig) -> list[str]:
    """Codes of the handbook's languages; the first stands at the root."""
    return list(handbook_of(config).handbook.languages)


def _state(config: MkDocsConfig) -> State:
    return cast(State, config.extra["handbook"])


@event_priority(FIRST)
def load(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the handbook once per build; any mistake ends the build with all of them listed."""
    if "handbook" not in config.extra:
        root = Path(config.config_file_path or "mkdocs.yml").parent.resolve()
        reading = handbook_in(root)
        if reading.errors or reading.handbook is None:
            listed = "\n".join(line(problem) for problem in reading.errors)
            raise PluginError(f"{len(reading.errors)} problems in the handbook:\n{listed}")
        addresses = Addresses(reading.handbook.settings.default, config.use_directory_urls, config.site_url or "")
        site = site_in(root, reading.handbook, addresses)
        try:
            config.extra["handbook"] = State(site if _is_preview(config) else printed(site, root))
        except (MissingFont, PrintingFailed) as error:
            raise PluginError(f"the PDFs can’t be made: {error}") from error
    return config


def _is_preview(config: MkDocsConfig) -> bool:
    """`mkdocs serve` puts its own address in the place of the site's; it has no use for PDFs at every change."""
    return (config.site_url or "").startswith("http://")


@event_priority(LATE)
def speak(config: MkDocsConfig) -> MkDocsConfig:
    """Gives the theme the language that is being built."""
    site, lang = handbook_of(config), current_language(config)
    config.theme["language"] = lang
    config.theme.static_templates.add(STYLE)
    config.site_name = site.handbook.settings.title[lang]
    config.site_description = site.handbook.settings.description[lang]
    config.markdown_extensions.clear()
    return config


def add_pages(maker: Maker) -> CombinedEvent[..., Files]:
    """An `on_files` handler that adds the pages which `maker` derives from the handbook."""

    @event_priority(0)
    def declare(files: Files, /, *, config: MkDocsConfig) -> Files:
        state, lang = _state(config), current_language(config)
        for draft in maker(state.site, lang):
            path = f"{lang}/{draft.name}.md"
            state.drafts[path] = draft
            files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @event_priority(LATE)
    def fill(files: Files, /, *, config: MkDocsConfig) -> Files:
        for file in files.documentation_pages():
            if draft := _state(config).drafts.get(file.src_uri):
                file.content_string = ""
                file.edit_uri = draft.source
        return files

    return CombinedEvent(declare, fill)


@event_priority(LATE)
def drop_unused_assets(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out what no page asks for, and what the default language has brought already."""
    default = current_language(config) == handbook_of(config).handbook.settings.default
    for file in [file for file in files if _unused(file.src_uri) or not (default or file.is_documentation_page())]:
        files.remove(file)
    return files


def _unused(path: str) -> bool:
    return path.endswith(".map") or path.startswith(UNUSED_ASSETS)


@event_priority(LATE)
def navigation(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Home, playbooks by situation, and the generated indexes: the same in every language."""
    site, lang = handbook_of(config), current_language(config)
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
    for path, page in pages.items():
        page.title = escape(_view(_state(config), lang, path).title)
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


def _view(state: State, lang: str, path: str) -> PageView:
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


def read_page(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Titles are text, never HTML; the text itself has been read already, so MkDocs has nothing to convert."""
    view = _view(_state(config), current_language(config), page.file.src_uri)
    page.title = escape(view.title)
    page.meta["title"], page.meta["description"] = page.title, escape(view.description)
    if view.is_fallback:
        page.canonical_url = view.site.addresses.absolute(view.canonical)
    return ""


def page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's text from its blocks. Nothing that could run survives; then our own figures are put in."""
    state, path = _state(config), page.file.src_uri
    view = _view(state, current_language(config), path)
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
    return Linker(view.site.terms[view.content_lang], view.site.handbook.concepts, frozenset(view.playbook.matter.unlinked))


def write_search(config: MkDocsConfig) -> None:
    """The search index of the language that is being built."""
    site, lang = handbook_of(config), current_language(config)
    found = records(site.handbook, lang, site.addresses, linked_terms(site.handbook, lang, site.words[lang]))
    _write(Path(config.site_dir), search_files(lang, found, site.words, list(concepts(site.handbook))))


def prepare_templates(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Gives the theme's templates our words."""
    site, lang = handbook_of(config), current_language(config)
    env.globals["handbook_word"] = interface.theme_words(site.locales[lang])
    env.globals["handbook_site"] = site
    env.globals["handbook_sitemap"] = sitemap(site)
    env.loader = Patched(cast(Any, env.loader))
    return env


def page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the frame shows, as `hb`."""
    context["hb"] = _view(_state(config), current_language(config), page.file.src_uri)
    return context


def template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for pages that are not in any docs folder: 404, style page, sitemap. They speak the default language."""
    site = handbook_of(config)
    lang, theme = site.handbook.settings.default, Path(str(config.theme.custom_dir))
    context["handbook_word"] = interface.theme_words(site.locales[lang])
    context["hb"] = PageView(site, lang, "index", "missing", site.locales[lang].t("Page not found"), "", lang)
    if template_name == STYLE:
        css = (theme / "assets/stylesheets/handbook.css").read_text("utf-8")
        context["hb"] = PageView(site, lang, "index", "style", "Style", "", lang)
        context["tokens"], context["contrasts"] = tokens.tokens(css), tokens.contrasts(css)
        context["icons"] = sorted(path.stem for path in (theme / "icons").glob("*.svg"))
    return context


def only_once(output: str, template_name: str, config: MkDocsConfig) -> str:
    """404, style page and sitemap serve all languages: they are written with the default one."""
    return output if current_language(config) == handbook_of(config).handbook.settings.default else ""


def write_outputs(config: MkDocsConfig) -> None:
    """Files that are not pages, written once, with the default language; no file depends on the day."""
    site = handbook_of(config)
    root = Path(config.site_dir)
    (root / "sitemap.xml.gz").unlink(missing_ok=True)
    if current_language(config) == site.handbook.settings.default:
        theme = Path(str(config.theme.custom_dir))
        _write(root, (*outputs(site), *policy.outputs(), *_scripts(theme), ("search/search.js", script(theme.parent))))
        _write(root, pdfs_of(site, Path(config.config_file_path).parent))


def _write(root: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes files beneath a folder, by their paths."""
    for path, data in files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def _scripts(theme: Path) -> Iterator[tuple[str, bytes]]:
    """The theme's scripts, each bundled from its modules."""
    modules = {f"scripts/{path.name}": bare(path.read_text("utf-8")) for path in sorted((theme / "scripts").glob("*.js"))}
    for entry, address in ENTRIES.items():
        if entry in modules:
            yield address, bundle(entry, modules).encode()


Hook = Callable[..., Any]
__all__ = ["Hook", "Markup", "add_pages", "current_language", "handbook_of"]
