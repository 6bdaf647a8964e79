"""Where a command writes to: folders that are not there, closed or full streams, terminals that know few letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a Unix shell")


def run(project: Path, *words: str, end: str = "", cwd: Path | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command, its line in a shell ended by `end`."""
    command = [sys.executable, "-m", "handbook_cli", "-C", str(project), *words]
    line = ["sh", "-c", f'exec "$0" "$@" {end}', *command] if end else command
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **settings}
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=cwd, check=False)


@pytest.mark.parametrize("words", [["glossary", "export", "csv", "--to"], ["print", "--to"]], ids=lambda words: words[0])
def test_a_place_that_can_not_be_written_is_told_in_one_line(words: list[str], project: Path) -> None:
    made = run(project, *words, str(project / "handbook.yml" / "x" / "y"))
    assert made.returncode == 1
    assert "handbook.yml" in made.stderr.splitlines()[-1]
    assert "can’t be read or written (Not a directory)" in made.stderr
    assert "Traceback" not in made.stderr


def test_no_file_is_called_written_that_could_not_be(project: Path) -> None:
    (project / "schemas").write_text("a file where the folder belongs", "utf-8")
    made = run(project, "schemas")
    assert (made.returncode, ": written" in made.stderr) == (1, False)


@UNIX
@pytest.mark.parametrize("words", [["check", "--json"], ["glossary", "export", "csv"], ["explain"]], ids=" ".join)
def test_streams_may_be_closed(words: list[str], project: Path) -> None:
    assert run(project, *words, end=">&-").stderr == ""
    assert [run(project, *words, end=end).returncode for end in (">&-", "2>&-", "<&- >&- 2>&-")] == [0, 0, 0]


@UNIX
def test_without_an_input_the_handbook_that_is_named_is_built(project: Path, tmp_path: Path) -> None:
    """As services start programs, here from the folder of another handbook."""
    made = run(project, "build", "--site-dir", str(tmp_path / "site"), end="<&-", cwd=ROOT)
    assert (made.returncode, "Built" in made.stderr) == (0, True)
    assert "Kohviku käsiraamat" in (tmp_path / "site/index.html").read_text("utf-8")


@UNIX
def test_what_a_person_names_may_be_a_pipe_or_a_link(project: Path, tmp_path: Path) -> None:
    """A pipe or a device would be lost, and what a link leads to would stay as it was."""
    written = run(project, "glossary", "export", "csv").stdout
    os.mkfifo(tmp_path / "pipe")
    with open(os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK), encoding="utf-8") as reader:
        run(project, "glossary", "export", "csv", "--to", str(tmp_path / "pipe"))
        assert reader.read() == written
    (tmp_path / "link").symlink_to(tmp_path / "file")
    run(project, "glossary", "export", "csv", "--to", str(tmp_path / "link"))
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "file").read_text("utf-8")) == (True, written)


@pytest.mark.parametrize("zone", [":/etc/passwd", "Europe", "UTC+99"])
def test_a_time_zone_that_is_none_is_told(zone: str, project: Path) -> None:
    made = run(project, "check", TZ=zone)
    assert made.returncode == 2
    assert f"TZ={zone} is no time zone: set it to one such as Europe/Helsinki, or unset it." in made.stderr
    assert "Traceback" not in made.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_an_output_that_is_full_is_told(project: Path) -> None:
    made = run(project, "explain", end=">/dev/full")
    assert (made.returncode, made.stderr) == (1, "a file can’t be read or written (No space left on device)\n")


def test_what_is_said_is_utf_8_whatever_the_locale() -> None:
    made = run(ROOT, "explain", "untranslated", "--ui-lang", "kk", PYTHONIOENCODING="cp1252")
    assert (made.returncode, made.stderr) == (0, "")
    assert "мәтіні аударылмаған" in made.stdout
