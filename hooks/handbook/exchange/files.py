"""A site in, the glossary's files for other programs out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from handbook.exchange.as_csv import as_csv
from handbook.exchange.as_skos import as_skos
from handbook.exchange.as_tbx import as_tbx
from handbook.site import Site

FORMATS: Mapping[str, Callable[[Site], str]] = {
    "tbx": lambda site: as_tbx(site.handbook),
    "csv": lambda site: as_csv(site.handbook),
    "jsonld": lambda site: json.dumps(as_skos(site), ensure_ascii=False, indent=1) + "\n",
}
"""Ending of a file → its text."""


def glossary_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path under the site's root, contents); none without concepts."""
    if site.handbook.concepts:
        yield from ((f"glossary.{ending}", written(site).encode()) for ending, written in FORMATS.items())
