"""A language's row in, how it stands on paper out."""

from __future__ import annotations

from typing import NamedTuple

from handbook.locale import Locale
from handbook.printing.fonts import families

PAGES = {"latn": "1/1", "arab": "١/١", "arabext": "۱/۱"}
"""CLDR numbering system → page x of y, as Typst counts."""


class Voice(NamedTuple):
    """How a language stands on paper."""

    lang: str
    rtl: bool
    fonts: tuple[str, ...]
    pages: str
    """Pattern of page x of y."""


def voice(locale: Locale) -> Voice:
    """A language's row as the templates need it."""
    return Voice(
        locale.lang,
        locale.row.direction == "rtl",
        families(locale.row),
        PAGES.get(locale.babel.default_numbering_system, PAGES["latn"]),
    )
