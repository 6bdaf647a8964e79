"""A script in, the fonts that write it out: all that printing knows about letters, as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from handbook.model.settings import Language

Ranges = tuple[tuple[int, int], ...]

WEIGHTS = {400: "Regular", 600: "SemiBold"}
"""Text and emphasis; every edition uses these two only."""

BOX_FONT = "Handbook Boxes"
"""Our own drawing of the box to tick."""
BOXES = "☐☑"


class MissingFont(Exception):
    """A wheel that a language's script needs is not installed."""


class Face(NamedTuple):
    """A font in a wheel, and what is taken from it."""

    family: str
    """Its name in our PDFs. A changed copy may not bear a reserved name, hence not the original's."""
    package: str
    file: str
    """A variable font, or one file for each {style}."""
    ranges: Ranges
    """First and last code points of the characters that are kept."""
    features: tuple[str, ...] = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")
    """OpenType features that are kept: what the script needs to be written right."""
    licence: str = "OFL-1.1"


TEXT = Face(
    "Handbook Sans",
    "fontpkg_source_sans_3",
    "files/SourceSans3[wght].ttf",
    (
        (0x0020, 0x024F),
        (0x0300, 0x0312),
        (0x0400, 0x052F),
        (0x2010, 0x2044),
        (0x20AC, 0x20BD),
        (0x2116, 0x2116),
        (0x2122, 0x2122),
        (0x2190, 0x2193),
        (0x2212, 0x2265),
        (0x2713, 0x2714),
    ),
)
ARABIC = Face(
    "Handbook Arabic",
    "fontpkg_ibm_plex_sans_arabic",
    "files/IBMPlexSansArabic-{style}.ttf",
    (
        (0x0020, 0x0020),
        (0x00A0, 0x00A0),
        (0x0600, 0x06FF),
        (0x0750, 0x077F),
        (0x200C, 0x200F),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFF),
    ),
    ("calt", "ccmp", "fina", "init", "kern", "liga", "locl", "mark", "medi", "mkmk", "rlig"),
)
HEBREW = Face("Handbook Hebrew", "fontpkg_assistant", "files/Assistant[wght].ttf", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F)))

SCRIPTS = {"Latin": (TEXT,), "Cyrillic": (TEXT,), "Arabic": (ARABIC, TEXT), "Hebrew": (HEBREW, TEXT)}
"""Script → its fonts, best first. The text font comes last everywhere: it has the figures and signs."""


def families(language: Language) -> tuple[str, ...]:
    """The fonts of a language, best first."""
    return tuple(face.family for face in SCRIPTS[language.script])


def faces(languages: Iterable[Language]) -> tuple[Face, ...]:
    """The fonts that these languages need, each once."""
    return tuple(dict.fromkeys(face for language in languages for face in SCRIPTS[language.script]))
