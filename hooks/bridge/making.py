"""A loaded configuration and a language in, the language's part of the site out.

What `mkdocs.commands.build.build` does, with its events, without what is the same in every language (the theme's list of
files and its environment, pages for all) and without a conversion from Markdown, for there is none. A page is filled when
its turn has come to be written, so that only one is in memory at a time.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from bridge.state import current_language, handbook_of, state_of
from handbook import diagrams
from handbook.model.playbook import Playbook
from handbook.render import draft
from handbook_io.folders import under
from handbook_io.templates import Compiled

OWN = (draft.ENVIRONMENT, diagrams.ENVIRONMENT)
"""Templates of generated pages, and of drawings."""
COMPILED_FIRST = ("main.html", "home.html", "partials/*.html")
"""Templates that nearly every build needs."""


def compile_all(config: MkDocsConfig, compiled: Compiled) -> None:
    """Puts all our templates into the cache, for who is going to need them."""
    env = environment(config, compiled)
    folder = Path(str(config.theme.custom_dir))
    for path in sorted(folder.rglob("*.html")):
        env.get_template(path.relative_to(folder).as_posix())
    for own in OWN:
        for name in own.list_templates(extensions=["j2"]):
            own.get_template(name)


def environment(config: MkDocsConfig, compiled: Compiled) -> Environment:
    """The theme's templates, compiled once for all languages and for the processes that build them."""
    env = config.theme.get_env()
    for each in (*OWN, env):
        compiled.serve(each)
    folder = Path(str(config.theme.custom_dir))
    for name in sorted(path.relative_to(folder).as_posix() for pattern in COMPILED_FIRST for path in folder.glob(pattern)):
        env.get_template(name)
    return env


def make_language(config: MkDocsConfig, env: Environment) -> None:
    """Builds the language that is current into `config.site_dir`."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    is_default = current_language(config) == handbook_of(config).handbook.settings.default
    files = _own_files(config)
    if is_default:
        _add_theme_files(files, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = files.documentation_pages()
    env = config.plugins.on_env(env, config=config, files=files) or env
    files.copy_static_files()
    for template in sorted(config.theme.static_templates) if is_default else ():
        _build_theme_template(template, env, files, config, nav)
    for file in pages:
        page = _filled(file.page or Page(None, file, config), config, files)
        _build_page(page, config, pages, nav, env)
        page.content = None
    config.plugins.on_post_build(config=config)
    state_of(config).forget()


def _own_files(config: MkDocsConfig) -> Files:
    """What stands in docs/, without the pages of other languages."""
    state = state_of(config)
    others = {*state.site.handbook.languages} - {current_language(config)}
    state.sources = state.sources or tuple(file.src_uri for file in get_files(config))
    own = (path for path in state.sources if path.partition("/")[0] not in others)
    return Files([File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in own])


def _add_theme_files(files: Files, config: MkDocsConfig) -> None:
    """What pages may load of a theme; its templates come by name, and its icons by the thousand."""
    for folder in config.theme.dirs:
        for path in under(Path(folder), "assets"):
            if files.get_file_from_path(path) is None:
                files.append(File(path, folder, config.site_dir, config.use_directory_urls))


def _filled(page: Page, config: MkDocsConfig, files: Files) -> Page:
    page = config.plugins.on_pre_page(page, config=config, files=files)
    state, path = state_of(config), page.file.src_uri
    if path in state.drafts or isinstance(state.hand_written.get(path), Playbook):
        page.markdown, page.meta = "", {}
    else:
        page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.toc = TableOfContents([])
    page.content = config.plugins.on_page_content("", page=page, config=config, files=files)
    return page
