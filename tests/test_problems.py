"""Each golden file breaks the fixture handbook in one way and holds every line that an editor then reads."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from golden import GOLDEN, assert_part, parts
from helping import others

from handbook.messages import line
from handbook.problem_texts import MESSAGES
from handbook_cli.check import term_problems
from handbook_io.disk import handbook_in

CASES = sorted((GOLDEN / "problems").glob("*.txt"))
ESCAPED = " (escaped)"
REPLACE = " (replace)"


def broken(project: Path, case: Path) -> str:
    """Breaks the project as the case says; returns all messages."""
    for name, text in parts(case).items():
        if name == "problems":
            continue
        target = project / name.removesuffix(ESCAPED).removesuffix(REPLACE)
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(REPLACE):
            old, new = (part.removesuffix("\n") for part in text.split("\n->\n"))
            content = target.read_text("utf-8")
            assert content.count(old) == 1, old
            target.write_text(content.replace(old, new.encode().decode("unicode_escape") if "\\u" in new else new), "utf-8")
        elif name.endswith(ESCAPED):
            target.write_bytes(text.removesuffix("\n").encode("latin-1").decode("unicode_escape").encode("latin-1"))
        elif text.strip() == "(delete)":
            target.unlink()
        else:
            target.write_text(text, "utf-8")
    reading = handbook_in(project)
    assert handbook_in(project, others=others(project)).problems == reading.problems, "others find what one finds alone"
    return "".join(f"{line(problem)}\n" for problem in (*reading.problems, *term_problems(project, reading)))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_named_with_file_line_and_cure(case: Path, project: Path) -> None:
    assert_part(case, "problems", broken(project, case))


def test_the_fixture_itself_has_no_mistake(project: Path) -> None:
    assert handbook_in(project).problems == ()


def test_every_problem_code_is_shown_by_a_case() -> None:
    """Except those that need a special file system or are raised elsewhere."""
    shown = {code for case in CASES for code in MESSAGES if f"({code})" in case.read_text("utf-8")}
    elsewhere = {
        "missing-value",
        "uneven-row",
        "bad-csv",
        "bad-xml",
        "document-type",
        "not-tbx",
        "too-large",
        "symlink",
        "not-a-file",
        "unreadable",
        "case-collision",
        "untranslated",
        "missing-icon",
        "too-many-blocks",
    }
    assert set(MESSAGES) - shown - elsewhere == set()


def test_a_symbolic_link_is_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (project / "docs" / "et" / "secret.md").symlink_to(tmp_path / "secret.md")
    found = [line(problem) for problem in handbook_in(project).problems]
    assert found == ["docs/et/secret.md: this is a symbolic link; replace it by the file itself  (symlink)"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_a_catalogue_that_is_no_file_is_told(kind: str, project: Path) -> None:
    catalogue = project / "catalogues" / "et.po"
    catalogue.unlink()
    assert handbook_in(project).problems == (), "a language may do without"
    {"folder": catalogue.mkdir, "pipe": lambda: os.mkfifo(catalogue), "link": lambda: catalogue.symlink_to("nowhere")}[kind]()
    found = [line(problem) for problem in handbook_in(project).problems]
    assert found == ["catalogues/et.po: this is not an ordinary file; remove it  (not-a-file)"]


def test_names_that_differ_only_in_case_collide(project: Path) -> None:
    shutil.copy(project / "glossary" / "guest.yml", project / "glossary" / "GUEST.yml")
    codes = {(problem.path, problem.code) for problem in handbook_in(project).problems}
    assert ("glossary/guest.yml", "case-collision") in codes


def test_a_file_that_is_too_large_is_not_read(project: Path) -> None:
    (project / "docs/et/index.md").write_text("x" * 500_000)
    found = [line(problem) for problem in handbook_in(project).problems]
    cure = "split it, or remove what does not belong there  (too-large)"
    assert found == [f"docs/et/index.md: the file has 500000 bytes; at most 400000 are read; {cure}"]


def test_all_mistakes_of_all_files_are_told_at_once(project: Path) -> None:
    for path in project.rglob("*.md"):
        path.write_text("broken", "utf-8")
    found = [problem for problem in handbook_in(project).problems if problem.code == "no-front-matter"]
    assert len(found) == len(list(project.rglob("*.md")))
