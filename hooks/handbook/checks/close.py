"""What an editor probably meant."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import lru_cache

FEW = 150
"""So many known words are compared one by one; of more, those that begin or end most like the word."""
NEAR = 8
"""How many of those on either side of the word."""


def close(word: str, known: Iterable[str]) -> str:
    """The nearest known word; empty if nothing is near."""
    return next(iter(get_close_matches(word, _alike(word, frozenset(known)), 1, 0.5)), "")


def asking(word: str, known: Iterable[str]) -> str:
    """The end of a message about a word: `; did you mean '…'?`, or nothing if nothing is near."""
    near = close(word, known)
    return f"; did you mean {near!r}?" if near else ""


def _alike(word: str, known: frozenset[str]) -> Collection[str]:
    if len(known) <= FEW:
        return known
    forwards, backwards = _ordered(known)
    return {*_around(word, forwards), *(found[::-1] for found in _around(word[::-1], backwards))}


@lru_cache(maxsize=8)
def _ordered(known: frozenset[str]) -> tuple[list[str], list[str]]:
    """The words in order, and those that are spelled from their ends."""
    return sorted(known), sorted(word[::-1] for word in known)


def _around(word: str, ordered: list[str]) -> list[str]:
    at = bisect(ordered, word)
    return ordered[max(0, at - NEAR) : at + NEAR]
