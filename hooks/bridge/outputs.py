"""Files that are not pages: the search index of each language, and what stands once for all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from bridge.keeping import is_left, keep_search
from bridge.state import current_language, handbook_of, state_of
from handbook.export import outputs
from handbook.recall import searching
from handbook_io.folders import targets
from handbook_io.offline import app_files, file_lists, noted
from handbook_io.search_index import index_files
from handbook_io.serving import server_files


def write_search(config: MkDocsConfig) -> None:
    """The search index of the language that is being built."""
    if keep_search(config):
        return
    site, lang = handbook_of(config), current_language(config)
    made = index_files(site, lang, site.recalls[searching(lang)])
    _write(Path(config.site_dir), noted(made, lang, site.recalls[lang]))


def write_outputs(config: MkDocsConfig) -> None:
    """Files that are not pages, written once, with the default language; no file depends on the day."""
    if is_left(config):
        return
    site = handbook_of(config)
    root = Path(config.site_dir)
    (root / "sitemap.xml.gz").unlink(missing_ok=True)
    if current_language(config) == site.handbook.settings.default:
        written = ((site.addresses.asset(path), data) for path, data in state_of(config).assets.items())
        _write(root, (*outputs(site), *written))
        if site.pdfs:
            from handbook_io.printing.cards import cards_of

            handbook = Path(config.config_file_path).parent
            _write(root, ((url, path.read_bytes()) for url, path in state_of(config).pdfs.items()))
            _write(root, cards_of(site, handbook))


def write_offline(config: MkDocsConfig) -> None:
    """What makes the language that is being built an app that works without a network; after everything else is written."""
    if is_left(config):
        return
    site, lang, root = handbook_of(config), current_language(config), Path(config.site_dir)
    _write(root, app_files(site, lang, Path(str(config.theme.custom_dir))))
    _write(root, file_lists(site, lang, root))
    if lang == site.handbook.settings.default:
        _write(root, server_files(site, root))


def _write(root: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes files beneath a folder, by their paths."""
    target_of = targets(root)
    for path, data in files:
        with open(target_of(path), "wb") as file:
            file.write(data)
