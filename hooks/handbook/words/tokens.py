"""Text in, its words with their places out."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

JOINERS = "'’ʼ\u200c\u200d"
"""Characters that belong to a word only between two of its letters."""


MARKED = (range(0x0300, 0x3400), range(0xA000, 0xAC00), range(0xF900, 0x10000))
"""Where combining marks may stand in the basic plane: not in Latin-1, Han, Hangul, surrogates and private use."""


class Token(NamedTuple):
    start: int
    end: int
    text: str


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in NFC, in order.

    A word is a run of letters, marks and digits; hyphens part words, apostrophes inside don't.
    """
    return (Token(match.start(), match.end(), match[0]) for match in matches(text))


def matches(text: str) -> Iterator[re.Match[str]]:
    """The same as matches of one pattern, for who looks at few of them."""
    return _word().finditer(text)


def spelled(text: str) -> list[str]:
    """The words of a text in NFC, in order, as they are written: `tokens` without their places."""
    return _word().findall(text)


@cache
def _word() -> re.Pattern[str]:
    marks = _marks()
    run = rf"[\w{marks}](?<!_)[^\W_]*+(?:[{marks}]++[^\W_]*+)*+"
    return re.compile(rf"{run}(?:[{JOINERS}]{run})*+")


def _marks() -> str:
    """The combining marks of the basic plane as ranges of a character class (`\\w` leaves them out)."""
    points = [point for point in chain(*MARKED) if unicodedata.category(chr(point))[0] == "M"]
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(points), 1) if b != a + 1), len(points)]
    return "".join(f"{chr(points[a])}-{chr(points[b - 1])}" for a, b in pairwise(edges))
