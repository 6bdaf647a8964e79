"""Whatever is sent is read in time, and every mistake is told in one clean line with file, line and cure."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from case import fixture
from golden import GOLDEN, assert_part
from hostile import CASES

from handbook.messages import JOINERS, line
from handbook.model.problem import Problem
from handbook.read import SourceFile, read
from handbook.recall import Recall

READ = ("docs", "glossary", "rules", "sources", "translations")
SECONDS = 5.0
"""Processor time; the slowest case takes a tenth of it."""
SHOWN = 3


def reading(files: dict[str, bytes], recall: Recall | None = None) -> tuple[Problem, ...]:
    wanted = ((path, data) for path, data in files.items() if path == "handbook.yml" or path.partition("/")[0] in READ)
    return read((SourceFile(path, data) for path, data in wanted), recall=recall).problems


def told(problems: Sequence[Problem]) -> str:
    """The first lines that an editor reads, and how many more there are."""
    lines = [line(problem) for problem in problems[:SHOWN]] or ["(renders)"]
    return "\n".join(text[:300] for text in lines) + (f"\n… {len(problems) - SHOWN} more" if len(problems) > SHOWN else "") + "\n"


def test_there_are_enough_cases() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize("batch", range(8))
def test_every_case_is_told_or_harmless(batch: int) -> None:
    base = fixture()
    slow = []
    found = {}
    for case in CASES[batch::8]:
        started = time.process_time()
        problems = reading(case.applied(base))
        if time.process_time() - started > SECONDS:
            slow.append(case.name)
        for problem in problems[:200]:
            assert all(character.isprintable() or character in JOINERS for character in line(problem)), case.name
        found[case.name] = told(sorted(problems, key=lambda problem: problem.path not in case.changes))
    assert slow == []
    assert_parts(batch, found)


def assert_parts(batch: int, found: dict[str, str]) -> None:
    whole = "".join(f"{name}\n    {text.rstrip().replace(chr(10), chr(10) + '    ')}\n" for name, text in sorted(found.items()))
    assert_part(GOLDEN / "hostile.txt", f"batch {batch}", whole)
