"""A file of terms and the handbook's files in, what an import would change out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from handbook.exchange.as_csv import BOM
from handbook.exchange.editing import edited, written
from handbook.exchange.from_csv import from_csv
from handbook.exchange.from_tbx import from_tbx
from handbook.exchange.incoming import Change, Incoming, changes, merged
from handbook.model.handbook import Handbook
from handbook.model.kinds import ID
from handbook.model.problem import Problem, in_order
from handbook.read import SourceFile, located, read
from handbook.scan import text

MAX_BYTES = 8_000_000
READERS: Mapping[str, Callable[[str, str, Sequence[str]], tuple[list[Incoming], list[Problem]]]] = {
    "csv": from_csv,
    "tbx": from_tbx,
}
"""Ending of a file → what reads it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; with an error among the problems, nothing."""

    changes: tuple[Change, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Path → new text of a file of glossary/."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_possible(self) -> bool:
        return all(problem.severity == "warning" for problem in self.problems)


def plan(name: str, data: bytes, ending: str, handbook: Handbook, files: Sequence[SourceFile]) -> Plan:
    """`name` is what problems call the file, `ending` a key of READERS; `files` are those that the handbook was read from."""
    content, wrong = text.decoded(name, data.removeprefix(BOM.encode()), MAX_BYTES)
    if wrong:
        return Plan(problems=wrong)
    found, problems = READERS[ending](name, normalize("NFC", content), tuple(handbook.languages))
    ours = {file.path: file for file in files}
    texts: dict[str, str] = {}
    changed: list[Change] = []
    for one in found:
        if not re.fullmatch(ID.regex, one.id):
            problems.append(Problem(name, one.line, "bad-value", {"value": one.id, "expected": ID.meaning}))
            continue
        old = handbook.concepts.get(one.id)
        entry, mistakes = merged(name, one, old.entry if old else None)
        problems += mistakes
        if entry and (rows := tuple(changes(one.id, old.entry if old else None, entry))):
            path = f"glossary/{one.id}.yml"
            texts[path] = edited(ours[path].data.decode("utf-8"), rows) if old else written(rows)
            changed += rows
    if not problems and texts:
        lines = {f"glossary/{one.id}.yml": one.line for one in found}
        problems += _new_problems(name, files, [SourceFile(path, new.encode()) for path, new in texts.items()], lines)
    return Plan(tuple(changed), texts, located(in_order(problems), [SourceFile(name, content.encode())]))


def _new_problems(
    name: str, files: Sequence[SourceFile], new: Sequence[SourceFile], lines: Mapping[str, int]
) -> Iterator[Problem]:
    """What would be wrong with the handbook and is not yet; a mistake in a file that was imported by its line there."""
    paths = {file.path for file in new}
    known = {_key(problem) for problem in read(files).problems}
    for problem in read([*(file for file in files if file.path not in paths), *new]).problems:
        if _key(problem) not in known:
            is_ours = problem.path not in lines
            yield problem if is_ours else replace(problem, path=name, line=lines[problem.path], column=0)


def _key(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return problem.path, problem.code, tuple(sorted(problem.values.items()))
