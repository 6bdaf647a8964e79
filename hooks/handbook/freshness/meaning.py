"""A text in, a short hash of what it says out: how it is written down does not count."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from unicodedata import normalize

from handbook.scan import inline

MEANING_DIGITS = 10
"""Hexadecimal: two texts of one page meet once in 10^8 pages."""
FRAME_DIGITS = 4
SAME = str.maketrans(
    {
        **dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›′″", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        "…": "...",
    }
)
"""Marks that differ by taste, language or keyboard only."""
ALIKE = re.compile(f"[{re.escape(''.join(map(chr, SAME)))}]")
"""One of them: texts without any are the most."""
CELLS = re.compile(r"\s*\|\s*")
BEFORE_PERCENT = re.compile(r"(?<=\d) (?=%)")
IN_QUOTES = re.compile(r"(?<=') (?=\w)|(?<=\w) (?=')|(?<=[.,!?]) (?=')")
PLACEHOLDER = r"{\1.\2}"
"""Placeholders count by name: whatever the local value is, the sentence says the same."""


def meaning(text: str) -> str:
    """The words, figures and punctuation of a text; no markup, citations, kinds of space, quotes or dashes."""
    said = normalize("NFC", inline.plain(text, PLACEHOLDER))
    if ALIKE.search(said):
        said = " ".join(said.translate(SAME).split())
    if "|" in said:
        said = CELLS.sub("|", said)
    if "%" in said:
        said = BEFORE_PERCENT.sub("", said)
    return IN_QUOTES.sub("", said) if "' " in said or " '" in said else said


@lru_cache(maxsize=65_536)
def fingerprint(text: str) -> str:
    """The hash of a text's meaning."""
    return _hash(meaning(text), MEANING_DIGITS)


def frame_hash(*parts: str) -> str:
    """The hash of what stands around a text: id, citations, links."""
    return _hash("\n".join(parts), FRAME_DIGITS)


def _hash(text: str, digits: int) -> str:
    return sha256(text.encode()).hexdigest()[:digits]
