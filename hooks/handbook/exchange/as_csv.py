"""A handbook in, its glossary as a table for spreadsheet programs out: one row a concept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from handbook.exchange.cells import TERM_COLUMNS, cell, header
from handbook.model.concept import Concept
from handbook.model.handbook import Handbook

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for a code page."""


def as_csv(handbook: Handbook) -> str:
    """RFC 4180 with a byte-order mark. Everything that the files of glossary/ say, except their comments."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header(tuple(handbook.languages)))
    writer.writerows([*_row(concept, handbook)] for concept in handbook.concepts.values())
    return BOM + text.getvalue()


def _row(concept: Concept, handbook: Handbook) -> Iterator[str]:
    entry = concept.entry
    yield from (cell(value) for value in (concept.id, entry.pos, entry.related, entry.sources))
    for lang in handbook.languages:
        words = entry.languages.get(lang)
        yield from (cell(getattr(words, name)) if words else "" for name in TERM_COLUMNS)
