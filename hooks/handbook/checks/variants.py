"""A text and what is looked for in it in, what it says out: variants of a phrase, line by line, say the same again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

Said = TypeVar("Said")


def said(text: str, found_in: Callable[[str], Iterable[Said]]) -> tuple[Said, ...]:
    """What is found in each line, as often as the line says it that does so most often."""
    most: Counter[Said] = Counter()
    for line in text.split("\n"):
        most |= Counter(found_in(line))
    return (*most.elements(),)
