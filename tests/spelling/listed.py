"""A file `words/<lang>.spelling.txt` in, our own words out.

Lines "model: word word …": the words inflect as the model does, a word that the dictionary knows (or, in a language
with our own grammar, a kind of stem); words after "other:" don't inflect. # begins a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
AS_WRITTEN = "other"


class Listed(NamedTuple):
    word: str
    model: str
    """Empty for a word that doesn't inflect."""

    @property
    def heads(self) -> tuple[str, str]:
        """What the word and its model begin with, before what both end in ("assert", "intens")."""
        pairs = zip(reversed(self.word), reversed(self.model), strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return self.word[: len(self.word) - shared], self.model[: len(self.model) - shared]


def path(lang: str) -> Path:
    return ROOT / "words" / f"{lang}.spelling.txt"


def listed(lang: str) -> tuple[Listed, ...]:
    return tuple(_parsed(path(lang).read_text("utf-8")))


def _parsed(text: str) -> Iterator[Listed]:
    for line in text.splitlines():
        model, colon, words = line.partition("#")[0].partition(":")
        if colon:
            own = model.strip().removeprefix(AS_WRITTEN)
            yield from (Listed(word, own) for word in words.split())
