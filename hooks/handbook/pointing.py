"""A problem and the lines of its file in, the problem with the column of what is wrong out, where a line shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import is_normalized

from handbook.model.problem import Problem

SHOWN: Mapping[str, str] = {
    "mixed-scripts": "word",
    "duplicate-key": "key",
    "unknown-key": "key",
    "bad-value": "value",
    "unknown-situation": "key",
    "unknown-owner": "key",
    "not-in-grammar": "text",
    "unknown-box": "kind",
    "bad-box": "text",
    "out-of-place": "text",
    "list-sign": "sign",
    "cut-value": "text",
    "raw-html": "text",
    "bad-placeholder": "text",
    "bad-link": "target",
    "stray-bracket": "text",
    "bad-id": "id",
    "duplicate-id": "id",
    "bad-citation": "text",
    "step-chain": "words",
    "unknown-point": "id",
    "waived-point": "id",
    "unknown-concept": "id",
    "unknown-playbook": "target",
    "unknown-anchor": "id",
    "unknown-policy": "key",
    "unknown-figure": "key",
    "unknown-source": "id",
    "foreign-point": "id",
    "duplicate-term": "term",
    "deprecated-term": "term",
    "bad-lock-line": "text",
    "repeated-lock-key": "key",
}
"""Code → the value of its message that stands on the line as it is written there."""
CHARACTERS = ("bidi-control", "control-character")
CHARACTER = re.compile(r"U\+([0-9A-F]{4,6})")


def pointed(problem: Problem, lines: Sequence[str]) -> Problem:
    """The same problem; its column is 0 where the line does not show what is meant."""
    if not 0 < problem.line <= len(lines):
        return problem
    return replace(problem, column=_place(problem, lines[problem.line - 1]) + 1)


def _place(problem: Problem, line: str) -> int:
    """Counted from 0; -1 where it is not found."""
    if problem.code == "tab":
        return line.find("\t")
    if problem.code == "not-nfc":
        return next(at for at in range(len(line) + 1) if not is_normalized("NFC", line[: at + 1])) - 1
    if problem.code in CHARACTERS:
        match = CHARACTER.match(problem.values["character"])
        return line.find(chr(int(match[1], 16))) if match else -1
    value = problem.values.get(SHOWN.get(problem.code, ""), "")
    found = re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", line) if value[:1].isalnum() else None
    return found.start() if found else line.find(value) if value else -1
