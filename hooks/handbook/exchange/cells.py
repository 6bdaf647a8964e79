"""Values in, cells of a spreadsheet out, and back without loss; no cell can be taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields

from handbook.model.concept import Term

FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What spreadsheet programs calculate instead of showing it (OWASP: CSV injection), perhaps guarded already."""
CONCEPT_COLUMNS = ("concept", "pos", "related", "sources")
LISTS = frozenset({"related", "sources", "admitted", "deprecated", "forms", "unlike"})
"""Values of which a cell holds one on each line."""
TERM_COLUMNS = tuple(field.name for field in fields(Term))
WORDS: Mapping[str, str] = {"yes": "true", "no": "false"}
"""Words that no spreadsheet program translates (TRUE becomes TOSI), and what they stand for."""


def header(languages: Sequence[str]) -> list[str]:
    """The columns: those of the concept, then those of each language (`fi preferred`)."""
    return [*CONCEPT_COLUMNS, *(f"{lang} {name}" for lang in languages for name in TERM_COLUMNS)]


def cell(value: str | bool | tuple[str, ...]) -> str:
    """A value as a cell's text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = value if isinstance(value, str) else "\n".join(value)
    return f"'{text}" if FORMULA.match(text) else text


def value(column: str, text: str) -> str | tuple[str, ...]:
    """The inverse of `cell`."""
    text = text[1:] if text.startswith("'") and FORMULA.match(text) else text
    if column in LISTS:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    return WORDS.get(text.strip().lower(), text.strip()) if column == "attested" else text.strip()
