"""A built language in, what lets a device keep it out: its manifest, and the lists of its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.addresses import playbook_name
from handbook.offline import belongs_to, is_shared, lists, version_of
from handbook.recall import key_of
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
    """(path, contents) of the lists, from the files that stand in `built`; help in an emergency comes first.

    Shards of a search index are read once: the folder that they stand in is named after their contents.
    """
    addresses, settings = site.addresses, site.handbook.settings
    roots = [addresses.root(other) for other in site.handbook.languages]
    root = addresses.root(lang)
    first = [addresses.page(lang, name) for name in ("index", playbook_name(settings.emergency_playbook), "offline")]
    names = [entry(lang), *under(built, root), *under(built, folder(lang))]
    wanted = sorted({name for name in names if is_shared(name) or belongs_to(name, root, lang, roots)})

    def versions(names: Iterable[str]) -> dict[str, str]:
        return {name: version_of((built / name).read_bytes()) for name in names}

    shards = tuple(name for name in wanted if name.startswith(folder(lang)))
    files = versions(name for name in wanted if not name.startswith(folder(lang)))
    files |= site.recalls[lang](key_of("versions", shards), lambda: versions(shards))
    yield from lists(files, lang, root, roots, first, shared=lang == settings.default)
