"""A built language in, what lets a device keep it out: its manifest, and the lists of its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.addresses import playbook_name
from handbook.offline import belongs_to, is_shared, lists, version_of
from handbook.recall import Recall, key_of
from handbook.search.index import entry, folder
from handbook.site import Site
from handbook.webapp import manifest, manifest_url
from handbook_io.assets import colours
from handbook_io.folders import under


def app_files(site: Site, lang: str, theme: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the language's manifest."""
    found = colours(theme)
    yield manifest_url(site, lang), manifest(site, lang, found["brand"], found["paper"])


def noted(files: Iterable[tuple[str, bytes]], lang: str, recall: Recall) -> Iterator[tuple[str, bytes]]:
    """The files of a search index in, the same out; `file_lists` need not read them again."""
    found: dict[str, str] = {}
    for path, data in files:
        if path.startswith(folder(lang)):
            found[path] = version_of(data)
        yield path, data
    recall(_shards_key(found), lambda: found)


def _shards_key(shards: Iterable[str]) -> str:
    return key_of("versions", sorted(shards))


def _version(file: Path, name: str, recall: Recall) -> str:
    found = file.stat()
    key = key_of("version", name, found.st_ino, found.st_size, found.st_mtime_ns)
    return str(recall(key, lambda: version_of(file.read_bytes())))


def file_lists(site: Site, lang: str, built: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the lists, from the files that stand in `built`; help in an emergency comes first.

    Few files are read: shards of a search index stand in a folder that is named after their contents, and what the last build
    made is the same file, as old and as large as it was. Clocks of some disks are too coarse to tell two builds apart.
    """
    addresses, settings = site.addresses, site.handbook.settings
    roots = [addresses.root(other) for other in site.handbook.languages]
    root = addresses.root(lang)
    first = [addresses.page(lang, name) for name in ("index", playbook_name(settings.emergency_playbook), "offline")]
    names = [entry(lang), *under(built, root), *under(built, folder(lang))]
    wanted = sorted({name for name in names if is_shared(name) or belongs_to(name, root, lang, roots)})
    recall, shards = site.recalls[lang], [name for name in wanted if name.startswith(folder(lang))]
    files = {name: _version(built / name, name, recall) for name in wanted if not name.startswith(folder(lang))}
    files |= recall(_shards_key(shards), lambda: {name: version_of((built / name).read_bytes()) for name in shards})
    yield from lists(files, lang, root, roots, first, shared=lang == settings.default)
