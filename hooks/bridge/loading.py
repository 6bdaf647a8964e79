"""A handbook's folder in, the state of a build out; then the configuration speaks the language that is being built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from bridge.state import FIRST, LATE, State, current_language, handbook_of
from bridge.templates import STYLE
from handbook.addresses import Addresses
from handbook.checks.configuration import CONFIGURATION, Configured, languages
from handbook.lazy import Lazy
from handbook.messages import line
from handbook.model.handbook import Handbook
from handbook.model.kinds import HTTPS, TEMPLATE
from handbook.model.playbook import PageMatter
from handbook.model.problem import Problem
from handbook.others import Others
from handbook.policy import place
from handbook.recall import ASSETS, HANDBOOK, Recall
from handbook.site import Site
from handbook_io import assets
from handbook_io.disk import handbook_in, site_in
from handbook_io.unusable import UnusableFile

ADDRESS = re.compile(r"https?://[^\s<>\"'?#]{1,200}")
"""A site's address as templates may write it, short enough for a printed code; a preview's is http."""
PLACE = re.compile(r"[^\x00-\x20\x7f\"'\\$;{}]*")
"""Its folder on the host as servers' rules may write it."""
BENEATH = re.compile(r"(?!/(?!/))(?!(?:.*/)?\.\.(?:/|$))[^\\]+")
"""A style or script: no path from the disk's root (`//` begins an address elsewhere), none that leads out of its folder."""


@event_priority(FIRST)
def load(
    config: MkDocsConfig, only: str = "", recalls: Mapping[str, Recall] | None = None, others: Others | None = None
) -> MkDocsConfig:
    """Reads the handbook once per build; any mistake ends the build with all of them listed.

    `only` is the one language that is built, if it is one: then no more is printed than its pages and files need.
    `recalls` holds what builds remember about the handbook (HANDBOOK), its icons and scripts (ASSETS) and each language;
    `others` find out meanwhile what it would have to.
    """
    if not isinstance(config.extra.get("handbook"), State):
        root = Path(config.config_file_path or "mkdocs.yml").parent.resolve()
        known = recalls if recalls is not None else Lazy(lambda subject: Recall())
        recall = known[HANDBOOK]
        reading = handbook_in(root, recall, others)
        if reading.errors or reading.handbook is None:
            listed, count = "\n".join(line(problem) for problem in reading.errors), len(reading.errors)
            raise PluginError(f"{count} problem{'s' * (count > 1)} in the handbook:\n{listed}")
        if only and only not in reading.handbook.languages:
            raise PluginError(f"there is no language “{only}”; use one of: {', '.join(reading.handbook.languages)}")
        if mistakes := list(_mistakes(config, reading.handbook)):
            raise PluginError("\n".join(mistakes))
        found = _assets(config, known[ASSETS])
        default, names = reading.handbook.settings.default, assets.names(found)
        addresses = Addresses(default, config.site_url or "", names)
        site = site_in(root, reading.handbook, addresses, recall)
        site = replace(site, recalls=known)
        made, pdfs = (site, {}) if _is_preview(config) else _set(site, root, only)
        config.extra["handbook"] = State(made, assets=found, pdfs=pdfs)
    return config


def prepare_assets(config: MkDocsConfig, recalls: Mapping[str, Recall]) -> None:
    """Makes the app's icons and scripts, for who is going to need them."""
    assets.prepared(Path(str(config.theme.custom_dir)), Path(config.docs_dir), recalls[ASSETS])


def _assets(config: MkDocsConfig, recall: Recall) -> assets.Assets:
    """Raises PluginError."""
    try:
        return assets.assets(Path(str(config.theme.custom_dir)), Path(config.docs_dir), _listed(config), recall)
    except UnusableFile as error:
        raise PluginError(str(error)) from error


def _mistakes(config: MkDocsConfig, handbook: Handbook) -> Iterator[str]:
    """What stands in the configuration and can't be used, a line each."""
    yield from map(line, languages(handbook, _languages(config)))
    if not ADDRESS.fullmatch(config.site_url or "") or not PLACE.fullmatch(place(config.site_url or "")):
        yield _refused(config.site_url or "site_url: ''", HTTPS.meaning)
    yield from (_refused(path, "assets/own.css") for path in _listed(config) if not BENEATH.fullmatch(path))
    yield from map(line, _templates(handbook, Path(str(config.theme.custom_dir))))
    if not config.use_directory_urls:
        yield _refused("use_directory_urls: false", "use_directory_urls: true")


def _templates(handbook: Handbook, theme: Path) -> Iterator[Problem]:
    """Pages that ask for a template which the theme lacks."""
    for page in handbook.pages:
        name = page.matter.template if isinstance(page.matter, PageMatter) else ""
        if name and not (theme / name).is_file():
            there = sorted(path.name for path in theme.glob("*.html") if re.fullmatch(TEMPLATE.regex, path.name))
            yield Problem(page.path, page.lines["template"], "bad-value", {"value": name, "expected": ", ".join(there)})


def _languages(config: MkDocsConfig) -> Configured:
    """The languages of the plugin i18n."""
    rows: Any = config.plugins["i18n"].config["languages"] if "i18n" in config.plugins else ()
    return Configured([row.locale for row in rows], next((row.locale for row in rows if row.default), ""))


def _refused(value: str, expected: str) -> str:
    return line(Problem(CONFIGURATION, 0, "bad-value", {"value": value, "expected": expected}))


def _listed(config: MkDocsConfig) -> list[str]:
    """The styles and scripts that the configuration names."""
    return [str(path) for path in (*config.extra_css, *config.extra_javascript)]


def _set(site: Site, root: Path, only: str) -> tuple[Site, Mapping[str, Path]]:
    """The site with its PDFs, and their files; they and its cards wait in the cache. The default language names them all.

    What sets them is imported here, for previews do without. Raises PluginError.
    """
    from handbook_io.printing.cards import set_cards
    from handbook_io.printing.pdfs import MissingFont, PrintingFailed, printed

    try:
        if only and only != site.handbook.settings.default:
            return printed(site, root, first=only)
        set_cards(site, root)
        return printed(site, root)
    except (MissingFont, PrintingFailed) as error:
        raise PluginError(f"the PDFs can’t be made: {error}") from error


def _is_preview(config: MkDocsConfig) -> bool:
    """`mkdocs serve` puts its own address in the place of the site's; it has no use for PDFs at every change."""
    return (config.site_url or "").startswith("http://")


@event_priority(LATE)
def speak(config: MkDocsConfig) -> MkDocsConfig:
    """Gives the configuration the words of the language that is being built."""
    site, lang = handbook_of(config), current_language(config)
    config.theme.static_templates.add(STYLE)
    config.extra_css = [site.addresses.asset(path) for path in config.extra_css]
    config.site_name = site.handbook.settings.title[lang]
    config.site_description = site.handbook.settings.description[lang]
    config.markdown_extensions.clear()
    return config
