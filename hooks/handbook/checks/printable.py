"""Rules for paper: what no font of a language's script can write would stop all printing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.printing.fonts import BOXES, SCRIPTS, is_printed


@cache
def written(script: str) -> frozenset[str]:
    """The characters of a script's fonts."""
    ranges = (bounds for face in SCRIPTS[script] for bounds in face.ranges)
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1)) | frozenset(f"{BOXES}\n")


def printable(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Every character of a page can be printed."""
    row = handbook.languages[page.lang]
    if not is_printed(row):
        return
    known = written(row.script)
    for line, text in _texts(page):
        if known.issuperset(text):
            continue
        if lost := next((character for character in text if character.isprintable() and character not in known), ""):
            yield Problem(page.path, line, "unprintable", {"character": lost, "code": f"U+{ord(lost):04X}"})


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Line and text of all that a print of the page shows."""
    for key in ("title", "description"):
        yield page.lines.get(key, 1), getattr(page.matter, key)
    for block in page.blocks:
        yield block.line, block.text
