"""What the theme's templates may ask for: our words, the page as `hb`, the design's tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bridge.navigation import menu
from bridge.state import current_language, handbook_of, state_of, view_of
from handbook import tokens
from handbook.calls import Direct
from handbook.export import sitemap
from handbook.lazy import Lazy
from handbook.linked_data import linked_data
from handbook.pageview import PageView
from handbook_io.cache import cache_of
from handbook_io.templates import Compiled

STYLE = "style.html"
THEME_STYLES = "assets/stylesheets/*.min.css"
"""The theme's own styles; their names say which version they are."""


def prepare_templates(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Gives the theme's templates our words."""
    state, site, lang = state_of(config), handbook_of(config), current_language(config)
    env.context_class = Direct
    env.globals["handbook_site"] = site
    env.globals["handbook_sitemap"] = sitemap(site) if lang == site.handbook.settings.default else ()
    env.globals["handbook_styles"] = sorted(path for folder in config.theme.dirs for path in _styles(Path(folder)))
    if env.bytecode_cache is None:
        Compiled(cache_of(Path(config.config_file_path).parent)).serve(env)
    env.globals.setdefault("icon", Lazy(partial(_drawing, Path(str(config.theme.custom_dir)) / "icons")).__getitem__)
    shown = menu(state, lang, env)
    env.globals["handbook_once"] = _once(env)
    env.globals["handbook_menu"] = lambda view: shown.html(view.url, view.situation, view.kind == "home")
    return env


def _styles(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.glob(THEME_STYLES))


def _drawing(folder: Path, name: str) -> Markup:
    """An icon as it stands in the page. Raises FileNotFoundError."""
    return Markup((folder / f"{name}.svg").read_text("utf-8").removesuffix("\n"))


def _once(env: Environment) -> Callable[..., Markup]:
    """Pieces that are the same on many pages of a language: each is rendered once for each language of their text."""
    made: dict[tuple[object, ...], Markup] = {}

    def once(template: str, view: PageView, *differing: object) -> Markup:
        """`differing` is all that the template asks for besides languages."""
        key = template, view.content_lang, differing
        if key not in made:
            made[key] = Markup(env.get_template(template).render(hb=view, differing=differing).removesuffix("\n"))
        return made[key]

    return once


def page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What the frame shows, as `hb`."""
    view = view_of(state_of(config), current_language(config), page.file.src_uri)
    return {**context, "hb": view, "linked_data": linked_data(view)}


def template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for pages that are not in any docs folder: 404, style page, sitemap. They speak the default language."""
    site = handbook_of(config)
    lang, theme = site.handbook.settings.default, Path(str(config.theme.custom_dir))
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
