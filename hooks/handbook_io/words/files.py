"""A file of `words/` in, what it says out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Table = TypeVar("Table")


class TableError(Exception):
    """A table that can't be read; the text says which and why, for a person."""


def table(path: Path, parsed: Callable[[str], Table]) -> Table:
    """What `parsed` makes of a file, or of nothing where there is none. Raises TableError."""
    try:
        return parsed(path.read_text("utf-8") if path.is_file() else "")
    except (ValueError, TypeError) as error:
        why = " ".join(str(error).split())
        raise TableError(f"words/{path.name} can’t be read ({why}): repair it, or run make words") from None
