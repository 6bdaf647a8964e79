"""Text in, text with the no-break spaces of its language out."""

from __future__ import annotations

import re
from functools import lru_cache

from handbook.model.settings import Language

DIGIT = re.compile(r"\d")
NBSP = "\u00a0"
NUMBER_AND_WORD = re.compile(r"(?<![\w.,])(\d[\d.,]*) (?=[^\W\d_]|[%€₸£])")
SPACED_DASH = re.compile(r" ([–—]) ")
SPACED_PERCENT = re.compile(r"(\d) %")


def typeset(text: str, language: Language) -> str:
    """No line break between a number and its unit, before a dash, or after a word that never ends a line.

    A text may be the words before a link or an emphasis.
    """
    if DIGIT.search(text):
        text = NUMBER_AND_WORD.sub(_tied, SPACED_PERCENT.sub(lambda match: f"{match[1]}{NBSP}%", text))
    if "–" in text or "—" in text:
        text = SPACED_DASH.sub(lambda match: f"{NBSP}{match[1]} ", text)
    if language.short_words:
        text = _short(language.short_words).sub(_tied, text)
    return text


def _tied(match: re.Match[str]) -> str:
    return f"{match[1]}{NBSP}"


@lru_cache
def _short(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)((?:{'|'.join(map(re.escape, words))})) (?=\S|\Z)", re.IGNORECASE)
