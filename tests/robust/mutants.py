"""Small mistakes put into the core one at a time (`make mutants`): how many of them the tests notice.

Each mutant is a process of its own in which one module is another; it runs the tests of its area until the first fails.
"""

from __future__ import annotations

import ast
import os
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType

import babel.messages.pofile  # noqa: F401 (loaded once, before the processes part)
import hypothesis  # noqa: F401
import jinja2  # noqa: F401
import lxml.html  # noqa: F401
import playwright.sync_api  # noqa: F401
import pytest
from mutations import changes, mutant
from paths import ROOT

LEAST = 0.85
"""The part that the tests must notice."""
CPU_SECONDS = 120
"""A mutant that takes longer hangs: that is noticed too."""
BYTES = 4 << 30
"""So is one that wants more memory, and would take the whole machine's."""
SLOW = "not any_two_blocks and not seeded and not builds and not lead_on"
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning", "-k", SLOW)
"""The first failure is enough; what takes long and looks after other code is left out."""
CORE = ROOT / "hooks" / "handbook"
AREAS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("scan", "parse"): (
        *("test_scan.py", "properties/test_scanning.py", "test_remembered.py", "test_problems.py", "test_html.py"),
        "hostile/test_reading.py",
    ),
    ("freshness",): ("properties/test_hashes.py", "freshness", "commands/test_commands.py"),
    ("words", "search"): (
        *(
            "properties/test_tables.py",
            "words",
            "search/test_records.py",
            "search/test_codec.py",
            "search/test_index.py",
            "search/test_search_index.py",
            "search/test_vocabulary.py",
        ),
        *("search/test_parity.py", "search/test_engine.py"),
    ),
}
"""Folders of the core → the tests that look after them, the quickest first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mutant is made: the change of this number in this module; with a number below 0 there is none."""

    path: Path
    number: int
    tests: tuple[str, ...]

    @property
    def area(self) -> str:
        return self.path.relative_to(CORE).parts[0]


class Other(MetaPathFinder, Loader):
    """Loads one module from code of ours."""

    def __init__(self, path: Path, code: CodeType) -> None:
        self.name = ".".join(path.relative_to(CORE.parent).with_suffix("").parts)
        self.path, self.code = path, code

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        return spec_from_loader(fullname, self, origin=str(self.path)) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, vars(module))


def places() -> Iterator[Place]:
    """Every mistake that could be made."""
    for folders, tests in AREAS.items():
        for path in (path for folder in folders for path in sorted((CORE / folder).rglob("*.py"))):
            yield from (Place(path, number, tests) for number, _ in enumerate(changes(ast.parse(path.read_text("utf-8")))))


def spread(found: Sequence[Place], count: int) -> list[Place]:
    """So many of them, evenly over all modules; the same each time, in an order that is fair whenever it is broken off."""
    chosen = [found[number * len(found) // count] for number in range(min(count, len(found)))]
    random.Random(1).shuffle(chosen)
    return chosen


def verdict(place: Place) -> int:
    """Runs the tests, in a process that is about to end; 0 where they pass."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    if place.number >= 0:
        tree, _ = mutant(place.path.read_text("utf-8"), place.number)
        sys.meta_path.insert(0, Other(place.path, compile(tree, str(place.path), "exec")))
    paths = [str(ROOT / "tests" / name) for name in place.tests]
    return int(pytest.main([*paths, *OPTIONS]))


def tried(todo: Sequence[Place], jobs: int) -> Iterator[tuple[Place, bool]]:
    """Each place, and whether a test failed there."""
    running: dict[int, Place] = {}
    waiting = list(reversed(todo))
    while waiting or running:
        while waiting and len(running) < jobs:
            place = waiting.pop()
            if pid := os.fork():
                running[pid] = place
            else:
                os._exit(min(verdict(place), 1))
        pid, status = os.wait()
        yield running.pop(pid), status != 0


def main(count: int) -> int:
    started = time.monotonic()
    found = list(places())
    first = {place.tests: replace(place, number=-1) for place in found}
    if any(failed for _, failed in tried(list(first.values()), 1)):
        print("the tests fail without any mutant")
        return 1
    noticed: dict[str, list[bool]] = {}
    for number, (place, failed) in enumerate(tried(spread(found, count), os.cpu_count() or 1), 1):
        noticed.setdefault(place.area, []).append(failed)
        if not failed:
            _, change = mutant(place.path.read_text("utf-8"), place.number)
            print(f"{number}: {place.path.relative_to(ROOT)}:{change.line}: {change.what}", flush=True)
    every = [failed for area in noticed.values() for failed in area]
    for area, results in noticed.items():
        print(f"{area}: {sum(results)} of {len(results)} noticed ({sum(results) / len(results):.0%})")
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = (spent.ru_utime + spent.ru_stime) / 60
    rate = sum(every) / len(every)
    print(f"{sum(every)} of {len(every)} mutants noticed, of {len(found)} that could be made: {rate:.1%} "
          f"({(time.monotonic() - started) / 60:.0f} min, {cpu:.0f} min of processor time)")  # fmt: skip
    return int(rate < LEAST)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
