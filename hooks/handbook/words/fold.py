"""A word as somebody typed it in, the skeleton that all its spellings share out."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from handbook.lazy import Lazy

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
    _several: re.Pattern[str] = field(init=False, repr=False, compare=False)
    """What is replaced as several letters at once: rare, so the others have a faster way."""
    _letters: Mapping[int, str] = field(init=False, repr=False, compare=False)
    _runs: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        replace = dict(self.table)
        longest_first = sorted(replace, key=lambda key: (-len(key), key))
        object.__setattr__(self, "_replace", replace)
        object.__setattr__(self, "_find", _any_of(longest_first))
        object.__setattr__(self, "_several", _any_of(key for key in longest_first if len(key) > 1))
        object.__setattr__(self, "_letters", _letters(replace))
        object.__setattr__(self, "_runs", re.compile(rf"([{re.escape(self.squeeze)}])\1+" if self.squeeze else "((?!))"))

    def __call__(self, word: str) -> str:
        lower = unicodedata.normalize("NFC", word.lower())
        if self._several.search(lower):
            bare = self._find.sub(lambda match: self._replace[match[0]], lower).translate(UNMARKED)
        else:
            bare = lower.translate(self._letters)
        return self._runs.sub(itemgetter(1), bare) if self.squeeze else bare


def _letters(replace: Mapping[str, str]) -> Mapping[int, str]:
    """Code point → what its character becomes: its replacement, without marks."""

    def letters(point: int) -> str:
        plain = unicodedata.normalize("NFD", replace.get(chr(point), chr(point)))
        return "".join(char for char in plain if unicodedata.category(char)[0] != "M")

    return Lazy(letters)


UNMARKED = _letters({})


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, texts)) or "(?!)")


def fold(table: dict[str, str], squeeze: str = "") -> Fold:
    """A language's own replacements in, its fold out."""
    return Fold(tuple(sorted({**LETTERS, **table}.items())), squeeze)
