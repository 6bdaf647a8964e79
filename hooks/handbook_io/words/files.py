"""A file of `words/` in, what it says out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from handbook.locale import N_
from handbook.messages import line
from handbook.model.problem import Problem
from handbook.scan.text import decoded, merge_problems
from handbook_io.unusable import TableError

Table = TypeVar("Table")
Parse = Callable[[str], Table]


def table(path: Path, parsed: Parse[Table]) -> Table:
    """What `parsed` makes of a file, or of nothing where there is none. Raises TableError."""
    try:
        return parsed(path.read_text("utf-8") if path.is_file() else "")
    except (ValueError, TypeError):
        raise TableError(line(_wrong(path, parsed))) from None


def problems(path: Path, parsed: Parse[Any]) -> Iterator[Problem]:
    """What `table` would raise: where the file can't be read."""
    try:
        parsed(path.read_text("utf-8") if path.is_file() else "")
    except (ValueError, TypeError):
        yield _wrong(path, parsed)


def _wrong(path: Path, parsed: Parse[Any]) -> Problem:
    """The first mistake of a file that `parsed` can't use."""
    name, data = f"words/{path.name}", path.read_bytes()
    text, found = decoded(name, data, len(data))
    if found := found or tuple(merge_problems(name, text)):
        return found[0]
    rows = enumerate(text.split("\n"), 1)
    number, row = next(((number, row) for number, row in rows if not _is_row(row, parsed)), (0, path.name))
    return Problem(name, number, "bad-value", {"value": row[:60], "expected": N_("a line like the others, or run: make words")})


def _is_row(text: str, parsed: Parse[Any]) -> bool:
    try:
        parsed(text)
    except (ValueError, TypeError):
        return False
    return True
