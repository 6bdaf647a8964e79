"""A built language in, what lets a device keep it out: its manifest, and the lists of its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.addresses import playbook_name
from handbook.offline import belongs_to, is_shared, lists, version_of
from handbook.search.index import entry, folder
from handbook.site import Site
from handbook.webapp import manifest, manifest_url
from handbook_io.assets import colours
from handbook_io.folders import under


def app_files(site: Site, lang: str, theme: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the language's manifest."""
    found = colours(theme)
    yield manifest_url(site, lang), manifest(site, lang, found["brand"], found["paper"])


def file_lists(site: Site, lang: str, built: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the lists, from the files that stand in `built`; help in an emergency comes first."""
    addresses, settings = site.addresses, site.handbook.settings
    roots = [addresses.root(other) for other in site.handbook.languages]
    root = addresses.root(lang)
    first = [addresses.page(lang, name) for name in ("index", playbook_name(settings.emergency_playbook), "offline")]
    names = [entry(lang), *under(built, root), *under(built, folder(lang))]
    wanted = sorted({name for name in names if is_shared(name) or belongs_to(name, root, lang, roots)})
    files = {name: version_of(name, lambda path: (built / path).read_bytes()) for name in wanted}
    yield from lists(files, lang, root, roots, first, shared=lang == settings.default)
