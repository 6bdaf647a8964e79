"""What an editor probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def close(word: str, known: Iterable[str]) -> str:
    """The nearest known word; an ellipsis if nothing is near."""
    return next(iter(get_close_matches(word, list(known), 1, 0.5)), "…")
