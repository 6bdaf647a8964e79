"""A word as somebody typed it in, the skeleton that all its spellings share out."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache

LETTERS = {
    "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    "'": "", "’": "", "ʼ": "", "\u00ad": "", "\u200c": "", "\u200d": "",
}  # fmt: skip
"""Letters that Unicode doesn't decompose, and signs inside words that carry no sound."""


@dataclass(frozen=True, slots=True)
class Fold:
    """One language's way to fold: replacements (longest first), then accents off, then runs of a letter to one.

    The JavaScript engine does the same from the same table (`overrides/search/fold.js`).
    """

    table: tuple[tuple[str, str], ...] = tuple(sorted(LETTERS.items()))
    squeeze: str = ""
    """Letters that count once however often they are repeated."""

    _replace: dict[str, str] = field(init=False, repr=False, compare=False)
    _find: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _runs: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        replace = dict(self.table)
        longest_first = sorted(replace, key=lambda key: (-len(key), key))
        object.__setattr__(self, "_replace", replace)
        object.__setattr__(self, "_find", re.compile("|".join(map(re.escape, longest_first)) or "(?!)"))
        object.__setattr__(self, "_runs", re.compile(rf"([{re.escape(self.squeeze)}])\1+" if self.squeeze else "((?!))"))

    def __call__(self, word: str) -> str:
        lower = unicodedata.normalize("NFC", word.lower())
        bare = self._find.sub(lambda match: self._replace[match[0]], lower)
        if not bare.isascii():
            bare = "".join(map(_unmarked, unicodedata.normalize("NFD", bare)))
        return self._runs.sub(r"\1", bare) if self.squeeze else bare


@cache
def _unmarked(char: str) -> str:
    """A character, or nothing in the place of a mark."""
    return "" if unicodedata.category(char)[0] == "M" else char


def fold(table: dict[str, str], squeeze: str = "") -> Fold:
    """A language's own replacements in, its fold out."""
    return Fold(tuple(sorted({**LETTERS, **table}.items())), squeeze)
