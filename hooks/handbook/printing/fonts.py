"""A script in, the fonts that write it out: all that printing knows about letters, as data."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
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

    def __init__(self, package: str) -> None:
        install = f"run .venv/bin/python -m pip install {package}"
        super().__init__(f"{package} is not installed: {install}; for all, add it to requirements/site.in, then make lock")


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


def _ranges(codes: str) -> Ranges:
    """`0020-007E 00A0-0181` as numbers."""
    return tuple((int(first, 16), int(last, 16)) for first, last in (pair.split("-") for pair in codes.split()))


TEXT = Face(
    "Handbook Sans",
    "fontpkg_source_sans_3",
    "files/SourceSans3[wght].ttf",
    # Latin with its phonetic letters (ə, ɔ, ʻ), marks, Cyrillic, Vietnamese, signs: what the font has of them, no more.
    _ranges(
        "0020-007E 00A0-0181 0186-0186 018A-018A 018D-0190 0192-0194 0196-0197 019A-019B 019E-019E 01A0-01A1 "
        "01AF-01B1 01B7-01B7 01BF-01C3 01CD-01DD 01E2-01E7 01EA-01EB 01EE-01F0 01F4-01F5 01F7-0201 0204-0205 "
        "0208-0209 020C-020D 0218-0220 0222-0223 0226-0227 0237-0237 023A-023E 0241-0245 0248-0249 0250-027B "
        "027D-0285 0287-0292 0294-0295 0298-0299 029B-029F 02A1-02A8 02B0-02B4 02B7-02B9 02BB-02C1 02C6-02CC "
        "02D0-02DE 02E0-02E4 02ED-02ED 0300-030D 030F-0313 0315-0315 0318-0320 0323-032A 032C-032C 032E-0332 "
        "0334-0334 0337-033D 0340-0340 0342-0345 034F-034F 0357-0358 035C-035C 035E-035F 0361-0361 0400-045F "
        "0462-0463 0472-0475 0490-0493 0496-049B 04A0-04A3 04AA-04AB 04AE-04B3 04B6-04B7 04BA-04BB 04C0-04C4 "
        "04C7-04C8 04CF-04D1 04D4-04D9 04E2-04E3 04E6-04E9 04EE-04EF 04F2-04F3 04F6-04F7 1E02-1E03 1E06-1E07 "
        "1E0A-1E11 1E16-1E17 1E1E-1E2B 1E32-1E3B 1E3E-1E49 1E52-1E53 1E56-1E63 1E66-1E67 1E6A-1E6F 1E72-1E73 "
        "1E7E-1E85 1E8E-1E97 1E9E-1EF9 2010-201E 2020-2023 2026-2026 202F-2033 2035-2035 2039-203A 203C-203F "
        "2044-2044 20A1-20A1 20A3-20A4 20A6-20A7 20A9-20A9 20AB-20AC 20AE-20AE 20B1-20B2 20B4-20B5 20B8-20BA "
        "20BD-20BD 2116-2116 2122-2122 2190-2193 2212-2212 2215-2215 2219-221A 221E-221F 2229-2229 222B-222B "
        "2236-2237 2248-2248 2260-2261 2264-2265 2713-2714"
    ),
)
GREEK = Face(
    "Handbook Greek",
    TEXT.package,
    TEXT.file,
    # Not in the text font: a Greek letter in a Latin word is a slip.
    _ranges(
        "0020-0020 00A0-00A0 0300-030D 030F-0313 0342-0345 0374-0375 037A-037A 037E-037E 0384-03D1 03D5-03D5 "
        "03D7-03D7 03D9-03D9 03DB-03DB 03DD-03DD 03E1-03E1 03F4-03F4 03F7-03F8 1F00-1FFE"
    ),
)
ARABIC = Face(
    "Handbook Arabic",
    "fontpkg_ibm_plex_sans_arabic",
    "files/IBMPlexSansArabic-{style}.ttf",
    _ranges(
        "0020-0020 00A0-00A0 0600-0604 0606-061B 061E-06A1 06A3-06FF 0750-077F 200C-200F FB51-FB51 FB53-FB55 "
        "FB57-FB59 FB5B-FB5D FB5F-FB61 FB63-FB65 FB67-FB69 FB6B-FB6D FB6F-FB71 FB73-FB75 FB77-FB79 FB7B-FB7D "
        "FB7F-FB81 FB83-FB83 FB85-FB85 FB87-FB87 FB89-FB89 FB8B-FB8B FB8D-FB8D FB8F-FB91 FB93-FB95 FB97-FB99 "
        "FB9B-FB9D FB9F-FB9F FBA1-FBA1 FBA5-FBA5 FBA7-FBA9 FBAB-FBAD FBAF-FBAF FBB1-FBC1 FBD4-FBD6 FBD8-FBD8 "
        "FBDA-FBDA FBDC-FBDC FBDF-FBDF FBE1-FBE1 FBE3-FBE3 FBE5-FBE9 FBFD-FBFF FC03-FC04 FC09-FC0A FC0F-FC10 "
        "FC13-FC14 FC31-FC32 FC35-FC36 FC3D-FC3E FC42-FC44 FC4F-FC50 FC59-FC5D FC64-FC65 FC67-FC6B FC6D-FC71 "
        "FC73-FC77 FC79-FC7B FC83-FC84 FC8A-FC8B FC8D-FC92 FC94-FC96 FCCC-FCCC FCD9-FCD9 FCF2-FCF4 FCFB-FCFE "
        "FD05-FD08 FD0D-FD10 FD17-FD1A FD21-FD24 FD29-FD2C FD3C-FD3F FDF1-FDF2 FDF4-FDF4 FDFA-FDFD FE70-FEFC"
    ),
    ("calt", "ccmp", "fina", "init", "kern", "liga", "locl", "mark", "medi", "mkmk", "rlig"),
)
HEBREW = Face(
    "Handbook Hebrew",
    "fontpkg_assistant",
    "files/Assistant[wght].ttf",
    _ranges("05B0-05BC 05BE-05C3 05C7-05EA 05F3-05F4 FB2A-FB4B"),
)

SCRIPTS = {
    "Latin": (TEXT,),
    "Cyrillic": (TEXT,),
    "Greek": (GREEK, TEXT),
    "Arabic": (ARABIC, TEXT),
    "Hebrew": (HEBREW, TEXT),
    "other": (),
}
"""Script → its fonts, best first. The text font comes last everywhere: it has the figures and signs."""


def is_printed(language: Language) -> bool:
    """Whether there are fonts for a language; without them it has no prints, only pages."""
    return bool(SCRIPTS[language.script])


def families(language: Language) -> tuple[str, ...]:
    """The fonts of a language, best first."""
    return tuple(face.family for face in SCRIPTS[language.script])


@cache
def written(script: str) -> frozenset[str]:
    """The characters of a script's fonts."""
    ranges = (bounds for face in SCRIPTS[script] for bounds in face.ranges)
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1)) | frozenset(f"{BOXES}\n")


def unwritten(language: Language, text: str) -> str:
    """The first character of a text that no font of the language has; empty if there is none, or no print."""
    known = written(language.script)
    if known.issuperset(text) or not is_printed(language):
        return ""
    return next((character for character in text if character.isprintable() and character not in known), "")


def faces(languages: Iterable[Language]) -> tuple[Face, ...]:
    """The fonts that these languages need, each once."""
    return tuple(dict.fromkeys(face for language in languages for face in SCRIPTS[language.script]))
