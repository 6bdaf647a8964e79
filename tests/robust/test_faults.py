"""Disks that are full or read-only, broken caches, odd targets: one clear line, and the published site as it was."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path

import pytest
from click.testing import CliRunner
from lending import lend_fonts
from paths import ROOT

from handbook_build.build import BuildError, build_site
from handbook_cli.main import main

FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
sys.argv = ["handbook", "-C", {root!r}, *{words!r}]
from handbook_cli.main import main
main()
"""


def digest(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def edited(project: Path) -> None:
    page = project / "docs/fa/playbooks/pour-tea.md"
    page.write_text(page.read_text("utf-8") + "\nTere.\n", "utf-8")


def run(code: str, cache: Path) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "HANDBOOK_CACHE": str(cache)}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=settings, check=False)


@pytest.fixture
def built(project: Path, tmp_path: Path) -> Path:
    build_site(project, tmp_path / "site", lambda text: None)
    return tmp_path / "site"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are a matter of Unix")
@pytest.mark.parametrize("size", [0, 3_000, 60_000])
def test_a_full_disk_leaves_the_old_site(size: int, project: Path, built: Path, tmp_path: Path) -> None:
    """A file that may not grow any more stands for a full disk: the same error at the same places."""
    before = digest(built)
    edited(project)
    words = ["build", "--site-dir", str(built)]
    made = run(FULL.format(size=size, root=str(project), words=words), Path(os.environ["HANDBOOK_CACHE"]))
    assert made.returncode == 1
    assert "Traceback" not in made.stderr
    assert "too large" in made.stderr or "No usable temporary directory" in made.stderr
    assert digest(built) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock", project.name}
    build_site(project, built, lambda text: None)
    assert b"Tere." in (built / "fa/playbooks/pour-tea/index.html").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are a matter of Unix")
@pytest.mark.parametrize("size", [0, 20_000])
def test_a_disk_that_is_full_before_there_are_fonts(size: int, project: Path, tmp_path: Path) -> None:
    """It is the cache’s that is told, and nothing half made stays there."""
    made = run(FULL.format(size=size, root=str(project), words=["build"]), tmp_path / "cache")
    assert made.returncode == 1
    assert made.stderr.splitlines()[-1] == f"{tmp_path / 'cache' / 'fonts'} can’t be written (File too large)"
    assert [path.name for path in (tmp_path / "cache" / "fonts").iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are a matter of Unix")
@pytest.mark.parametrize(("words", "size"), [(["print", "--to"], 3_000), (["glossary", "export", "csv", "--to"], 100)])
def test_a_full_disk_leaves_what_a_command_wrote_before(words: list[str], size: int, project: Path, tmp_path: Path) -> None:
    words = [*words, str(tmp_path / "out" / "x")]
    cache = Path(os.environ["HANDBOOK_CACHE"])
    assert run(FULL.format(size=10**9, root=str(project), words=words), cache).returncode == 0
    before = digest(tmp_path / "out")
    made = run(FULL.format(size=size, root=str(project), words=words), cache)
    assert made.returncode == 1
    assert f"{tmp_path / 'out' / 'x'}" in made.stderr.splitlines()[-1]
    assert "can’t be read or written (File too large)" in made.stderr
    assert digest(tmp_path / "out") == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are a matter of Unix")
@pytest.mark.parametrize("is_there", [False, True])
def test_a_full_disk_leaves_no_half_made_handbook(is_there: bool, root: Path, tmp_path: Path) -> None:
    if is_there:
        (tmp_path / "new").mkdir()
    words = ["new", "site", str(tmp_path / "new"), "--languages", "fi"]
    made = run(FULL.format(size=3_000, root=str(root), words=words), tmp_path / "cache")
    assert made.returncode == 1
    assert made.stderr.startswith(f"{tmp_path / 'new'} can’t be written ([Errno")
    assert made.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["new"] * is_there


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    """One bit in the middle."""
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def halved(path: Path) -> None:
    path.write_bytes(half(path.read_bytes()))
    os.utime(path, (0, 4_000_000_000))


def bit_flipped(path: Path) -> None:
    path.write_bytes(flipped(path.read_bytes()))
    os.utime(path, (0, 4_000_000_000))


def piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


WAYS = (halved, bit_flipped, piped, a_folder)


@pytest.mark.parametrize("first", [0, 1])
def test_a_broken_cache_is_made_again(first: int, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file in one of four ways, in turn; a print and its seal stand side by side."""
    lend_fonts(tmp_path / "cache")
    monkeypatch.setenv("HANDBOOK_CACHE", str(tmp_path / "cache"))
    build_site(project, tmp_path / "site", lambda text: None)
    before = digest(tmp_path / "site")
    ways = islice(cycle(WAYS), first, None)
    for path in sorted((tmp_path / "cache").rglob("*")):
        if (path.is_file() and "builds" not in path.relative_to(tmp_path / "cache").parts[:1]) or path.suffix == ".memory":
            next(ways)(path)
    page = next((tmp_path / "site").rglob("index.html"))
    page.write_text("changed", "utf-8")
    build_site(project, tmp_path / "site", lambda text: None)
    build_site(project, tmp_path / "again", lambda text: None)
    assert digest(tmp_path / "site") == digest(tmp_path / "again") == before


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("et.lemmas.tsv", b"<<<<<<< HEAD\n", "merge-conflict"),
        ("et.endings.txt", b"\t\n", "bad-value"),
        ("et.forms.tsv", b"a", "bad-value"),
        ("fa.collation.txt", b"\xff", "not-utf-8"),
    ],
)
def test_a_table_that_can_not_be_read_is_told(name: str, data: bytes, code: str, project: Path, tmp_path: Path) -> None:
    """After a merge with conflicts, for example; in the build's own process, in one for a language, and in other commands."""
    (project / "words").mkdir(exist_ok=True)
    (project / "words" / name).write_bytes(data)
    with pytest.raises(BuildError) as caught:
        build_site(project, tmp_path / "site", lambda text: None)
    told = rf"words/{name}:1: .+; .+  \({code}\)"
    assert re.fullmatch(told, str(caught.value))
    searched = CliRunner().invoke(main, ["-C", str(project), "search", "tere"])
    assert (searched.exit_code, bool(re.fullmatch(f"{told}\n", searched.output))) == (1, True)
