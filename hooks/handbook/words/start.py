"""Words in, what they all begin with out."""

from collections.abc import Iterable


def shared_start(words: Iterable[str]) -> str:
    """The longest beginning that all words have in common; empty for no words."""
    found = list(words)
    if not found:
        return ""
    first, last = min(found), max(found)
    return next((first[:i] for i, letter in enumerate(first) if not last.startswith(letter, i)), first)
