"""What is raised where a file that a build is made with – of the theme, of `words/` – can't be used."""

from __future__ import annotations

from pathlib import Path


class UnusableFile(Exception):
    """The text says which file and why, for a person."""


class TableError(UnusableFile):
    """A table of words that can't be read."""


def text_of(path: Path) -> str:
    """A file's text. Raises UnusableFile where it is not UTF-8."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UnusableFile(f"{path}:{line} is not UTF-8: save the file as UTF-8") from None
