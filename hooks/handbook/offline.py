"""A site's files in, the lists out by which a reader's device keeps a language: each file with its version."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256

from handbook.addresses import CARDS
from handbook.search.index import entry, folder

FOLDER = "offline/"
"""Where the lists stand."""
SHARED = "shared"
"""Name of the list of what every language needs."""
WORKER = "service-worker.js"
OWN = (".html", "manifest.json")
ASSETS = (".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".woff2")
ONCE = ("404.html", "style.html")
"""Pages of no language: the server's, and the designers'."""
HASH = 12
"""Hexadecimal digits: 48 bits tell a site's files apart."""


def belongs_to(path: str, root: str, lang: str, roots: Collection[str]) -> bool:
    """Whether a file is one of the language's own: its pages, its manifest and its search index.

    `path` is relative to the site's root, `root` is where the language begins (empty, or `fi/`), `roots` where others do.
    """
    if path.startswith("search/"):
        return path == entry(lang) or path.startswith(folder(lang))
    foreign = any(path.startswith(other) for other in roots if other and other != root)
    return path.startswith(root) and not foreign and path not in ONCE and path.endswith(OWN)


def is_shared(path: str) -> bool:
    """Whether every language's pages may ask for a file; cards are for other sites that show a link."""
    return path.startswith("assets/") and path.endswith(ASSETS) and not path.startswith(CARDS)


def version_of(data: bytes) -> str:
    """What a device tells a file's versions apart by, under whatever name."""
    return sha256(data).hexdigest()[:HASH]


def as_list(files: Mapping[str, str], first: Iterable[str] = (), root: str = "") -> bytes:
    """Paths with their versions in, the list as JSON out: `{version, root, files: {address: version}}`, the addresses in `first`
    before the rest."""
    hashes = {address(path): version for path, version in sorted(files.items())}
    ordered = {name: hashes[name] for name in (*(name for name in first if name in hashes), *hashes)}
    return _line({"version": version_of(json.dumps(ordered).encode()), "root": root, "files": ordered})


def address(path: str) -> str:
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def _line(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def lists(
    files: Mapping[str, str], lang: str, root: str, roots: Collection[str], first: Iterable[str], *, shared: bool
) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of the language's list and, if wanted, of the shared one."""
    own = {path: version for path, version in files.items() if belongs_to(path, root, lang, roots)}
    yield f"{FOLDER}{lang}.json", as_list(own, first, root)
    if shared:
        yield f"{FOLDER}{SHARED}.json", as_list({path: version for path, version in files.items() if is_shared(path)})
