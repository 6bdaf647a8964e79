"""Words in, what they all begin with out."""

from collections.abc import Iterable


def shared_start(words: Iterable[str]) -> str:
    """The longest beginning that all words have in common; empty for no words."""
    found = list(words)
    return min(found)[: shared_length(min(found), max(found))] if found else ""


def shared_length(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
