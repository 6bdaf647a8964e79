"""A built site in, what tells servers how to send it out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook import policy
from handbook.search.index import entry, folder
from handbook.site import Site
from handbook_io.folders import under

MIXED = ("assets", "search")
"""Folders that hold files named after their contents beside others."""


def server_files(site: Site, built: Path) -> Iterator[tuple[str, bytes]]:
    """(path, contents), from what stands in `built`; other languages may be built elsewhere at the same time."""
    return policy.outputs((*_built(built), *_languages(site)), site.addresses.site_url)


def _built(root: Path) -> Iterator[str]:
    for path in root.iterdir():
        if path.name in MIXED:
            yield from under(root, path.name)
        else:
            yield f"{path.name}/" if path.is_dir() else path.name


def _languages(site: Site) -> Iterator[str]:
    for lang in site.handbook.languages:
        yield from (site.addresses.root(lang) or "index.html", entry(lang), f"{folder(lang)}00000000/core.js")
