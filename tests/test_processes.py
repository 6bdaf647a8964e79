"""Works beside the build's own process: done when they are needed, and never in its way."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import current_process
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from lending import lend_fonts

from handbook.checks import parity
from handbook.freshness.states import Freshness
from handbook.parse import register
from handbook_build.build import build_site
from handbook_io.processes import BESIDE, ProcessError, can_fork, helped, meanwhile, results
from handbook_io.unusable import TableError

forks = pytest.mark.skipif(not can_fork(), reason="needs processes that fork")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the test's own, that knows nothing but fonts."""
    lend_fonts(tmp_path / "cache")
    monkeypatch.setenv("HANDBOOK_CACHE", str(tmp_path / "cache"))


@forks
def test_two_processes_share_the_works() -> None:
    """Who is free takes the next, so that what it has loaded serves that too; results come in the order of the works."""

    def work(number: int) -> tuple[int, int]:
        if number == 1:
            time.sleep(3)
        return number, os.getpid()

    home = os.getpid()
    found = list(results([partial(work, number) for number in range(5)], jobs=2))
    assert [number for number, _ in found] == [0, 1, 2, 3, 4]
    first, second = found[0][1], found[1][1]
    assert len({home, first, second}) == 3
    assert [process for _, process in found] == [first, second, first, first, first]


@forks
@pytest.mark.parametrize("wrong", [partial(int, "no number"), partial(os._exit, 1)])
def test_a_work_that_fails_ends_the_others(wrong: Callable[[], object]) -> None:
    started = time.monotonic()
    with pytest.raises(ProcessError, match=r"no number|ended unexpectedly"):
        list(results([partial(int, "1"), wrong, partial(time.sleep, 60), partial(int, "2")], jobs=2))
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forks)])
@pytest.mark.parametrize("failure", [PermissionError(13, "Permission denied", "there"), TableError("run make words")])
def test_what_a_person_can_mend_is_told_as_it_is(failure: Exception, jobs: int) -> None:
    def fail() -> None:
        raise failure

    with pytest.raises(type(failure)) as told:
        list(results([fail, fail], jobs))
    assert (str(told.value), vars(told.value)) == (str(failure), vars(failure))


@forks
def test_what_a_work_finds_is_waited_for() -> None:
    with meanwhile(partial(range, 1_000_000), jobs=2) as wait:
        assert wait() == range(1_000_000)


@forks
@pytest.mark.parametrize("wrong", [partial(int, "no number"), partial(os._exit, 1), lambda: lambda: None])
def test_who_waits_for_a_work_that_fails_gets_nothing(wrong: Callable[[], object]) -> None:
    with meanwhile(wrong, jobs=2) as wait:
        assert wait() is None


@forks
def test_a_work_that_nobody_waits_for_any_more_ends() -> None:
    """Though it has more to say than a pipe holds."""
    started = time.monotonic()
    with pytest.raises(ZeroDivisionError), meanwhile(partial(bytes, 10_000_000), jobs=2):
        _ = 1 / 0
    assert time.monotonic() - started < 30


@forks
def test_a_work_has_ended_when_the_block_has(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), meanwhile(partial((tmp_path / "done").write_text, "yes"), jobs=2):
        _ = 1 / 0
    assert (tmp_path / "done").read_text() == "yes"


def test_one_process_leaves_it_to_who_needs_it(tmp_path: Path) -> None:
    with meanwhile(partial((tmp_path / "done").write_text, "yes"), jobs=1) as wait:
        assert wait() is None
    with helped(dict, jobs=1) as others:
        assert others is None
    assert not (tmp_path / "done").exists()


@forks
def test_a_work_that_fails_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with meanwhile(partial(int, "no number"), jobs=2):
        pass
    assert capfd.readouterr() == ("", "")


@forks
@pytest.mark.usefixtures("cache")
def test_templates_are_compiled_while_the_handbook_is_read(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that neither the build's own process nor those of languages compile what pages are made with."""
    compiled = Environment.compile

    def beside(env: Environment, source: str, name: str, *rest: object) -> object:
        assert current_process().name == BESIDE or not name.endswith((".html", ".html.j2")), name
        return compiled(env, source, name, *rest)

    monkeypatch.setattr(Environment, "compile", beside)
    build_site(project, tmp_path / "site", lambda text: None, jobs=2)


@forks
@pytest.mark.usefixtures("cache")
def test_others_read_entries_and_compare_a_part_of_the_pages(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first time; who remembers what was found out needs no others."""
    told = tmp_path / "told"
    told.touch()
    concept, compared = register.concept, parity.compared

    def tell(what: str) -> None:
        with told.open("a") as stream:
            stream.write(f"{what} {current_process().name}\n")

    def concept_told(path: str, stem: str, content: str) -> Any:
        tell(path)
        return concept(path, stem, content)

    def compared_told(found: Freshness, known: Any) -> Any:
        tell(found.translation.name)
        return compared(found, known)

    monkeypatch.setattr(register, "concept", concept_told)
    monkeypatch.setattr(parity, "compared", compared_told)
    build_site(project, tmp_path / "site", lambda text: None, jobs=2)
    told_by = {line.rpartition(" ")[0]: line.rpartition(" ")[2] for line in told.read_text().splitlines()}
    entries = {f"glossary/{path.name}" for path in (project / "glossary").glob("*.yml")}
    assert {what for what, name in told_by.items() if name == BESIDE} > entries
    assert set(told_by.values()) == {BESIDE, current_process().name}
    told.write_text("")
    shutil.rmtree(tmp_path / "site")
    build_site(project, tmp_path / "site", lambda text: None, jobs=2)
    assert told.read_text() == ""
