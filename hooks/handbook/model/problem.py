"""A mistake that an editor can mend: where it stands, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. Its words are kept apart (problem_texts.py), so that they can be said in any language."""

    path: str
    """Relative to the handbook's folder, with forward slashes."""
    line: int
    """Counted from 1; 0 where the whole file is meant."""
    code: str
    """A stable word, for example `unknown-point`; a key of problem_texts.MESSAGES."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the message's placeholders stand for."""
    severity: Severity = "error"
    column: int = 0
    """In characters, counted from 1; 0 where the whole line is meant."""

    @property
    def place(self) -> str:
        """`path:line:column`, as far as they are known."""
        return ":".join((self.path, *(str(number) for number in (self.line, self.column) if number)))


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file and line."""
    unique = {(p.path, p.line, p.code, tuple(sorted(p.values.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
