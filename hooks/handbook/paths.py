"""A path inside the handbook's folder in; what its file may hold out."""

from __future__ import annotations

import re

from handbook.model.problem import Problem

LOCK_PATH = re.compile(r"translations/([^/]+(?:/[^/]+)+)\.lock")
RULES_PATH = re.compile(r"rules/([^/]+)\.yml")
PAGE_PATH = re.compile(r"docs/([^/]+)/((?:[^/]+/)*[^/]+)\.md")
ENTRY_PATH = re.compile(r"(?:glossary|sources)/[^/]+\.yml")
PLACES = (PAGE_PATH, LOCK_PATH, RULES_PATH, ENTRY_PATH)
NEARLY = {
    ".md": re.compile(r"docs/[^/]+/(?:[^/]+/)*([^/]+)\.(?i:md|markdown)(?:\.txt)?"),
    ".yml": re.compile(r"(?:glossary|sources|rules)/([^/]+)\.(?i:ya?ml)(?:\.txt)?"),
}
"""Ending → paths of files that were meant to have it."""


def misplaced(path: str) -> Problem | None:
    """What is wrong with a file that nothing reads, whatever is in it: its place, or the ending of its name."""
    if any(place.fullmatch(path) for place in PLACES):
        return None
    name = path.rpartition("/")[2]
    for ending, nearly in NEARLY.items():
        if match := nearly.fullmatch(path):
            return Problem(path, 0, "bad-value", {"value": name, "expected": match[1].lower() + ending})
    return Problem(path, 0, "unknown-file")
