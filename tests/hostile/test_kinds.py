"""What is no file, or has no ordinary name, where the handbook has its files: told by its place, never opened, never followed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from case import HEAD
from click.testing import CliRunner
from golden import GOLDEN, assert_part
from privileges import ordinary

from handbook.messages import JOINERS, line
from handbook_build.build import BuildError, build_site
from handbook_cli.main import main
from handbook_io.disk import handbook_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kinds of files are a matter of Unix")

SECONDS = 20
PLACES = (
    "handbook.yml",
    "docs",
    "docs/et/index.md",
    "docs/et/playbooks",
    "docs/et/playbooks/new.md",
    "docs/et/.hidden",
    "docs/assets/picture.png",
    "glossary/new.yml",
    "rules/et.yml",
    "sources/claims.yml",
    "translations/fa",
    "translations/fa/playbooks/new.lock",
)


def device(path: Path) -> None:
    """/dev/zero: reading it never ends."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("devices are for root")


def unreadable_file(path: Path) -> None:
    path.write_text(HEAD, "utf-8")
    path.chmod(0)


def unreadable_folder(path: Path) -> None:
    path.mkdir()
    (path / "inside.md").write_text(HEAD, "utf-8")
    path.chmod(0)


KINDS: dict[str, Callable[[Path], None]] = {
    "named pipe": os.mkfifo,
    "socket": lambda path: os.mknod(path, stat.S_IFSOCK | 0o600),
    "device": device,
    "link to a file outside": lambda path: path.symlink_to("/etc/passwd"),
    "link to a folder outside": lambda path: path.symlink_to("/etc"),
    "link to itself": lambda path: path.symlink_to(path),
    "link to the folder it stands in": lambda path: path.symlink_to(path.parent),
    "link to nothing": lambda path: path.symlink_to("nothing"),
    "empty folder": Path.mkdir,
    "unreadable file": unreadable_file,
    "unreadable folder": unreadable_folder,
}
NAMES: dict[str, bytes] = {
    "newline": b"a\nb",
    "workflow command": b"a\n::error::owned",
    "terminal code": b"a\x1b[2J",
    "right-to-left override": "a\u202edm.b".encode(),
    "not UTF-8": b"a\xff\xfeb",
    "decomposed": "a\u0308".encode(),
    "look-alike": "gr\u0435et-a-guest".encode(),
    "capitals": b"Greet-A-Guest",
    "255 bytes": b"a" * 251,
    "blanks": b" a ",
}


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    """What hangs ends as a failure."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"still running after {SECONDS} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def removed(path: Path) -> None:
    if path.is_symlink() or not path.is_dir():
        path.unlink()
    else:
        path.chmod(0o700)
        shutil.rmtree(path)


def told(project: Path, place: str) -> str:
    """What is said of a place and all beneath it."""
    with ordinary():
        problems = handbook_in(project).problems
    found = [line(problem) for problem in problems if f"{problem.path}/".startswith(f"{place}/")]
    return "\n".join(found) or f"{place}: (nothing)"


@pytest.mark.parametrize("kind", KINDS)
def test_no_place_holds_what_is_no_file(kind: str, project: Path) -> None:
    found = []
    for place in PLACES:
        path = project / place
        kept = project / "kept"
        if os.path.lexists(path):
            path.rename(kept)
        path.parent.mkdir(parents=True, exist_ok=True)
        KINDS[kind](path)
        found.append(told(project, place))
        removed(path)
        if kept.exists():
            kept.rename(path)
    assert_part(GOLDEN / "kinds.txt", kind, "\n".join(found) + "\n")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_breaks_a_line(name: str, project: Path) -> None:
    path = os.fsencode(project / "docs/et/playbooks") + b"/" + NAMES[name] + b".md"
    try:
        Path(os.fsdecode(path)).write_text(HEAD + "Tere.\n", "utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    lines = [line(problem) for problem in handbook_in(project).problems]
    assert all(character.isprintable() or character in JOINERS for character in "".join(lines))
    assert_part(GOLDEN / "kinds.txt", f"name: {name}", "".join(f"{text}\n" for text in lines))
    for form in ("text", "github", "json", "sarif"):
        printed = CliRunner().invoke(main, ["-C", str(project), "check", "--format", form, "--ui-lang", "en"])
        assert printed.exit_code == 1
        if form in ("json", "sarif"):
            json.loads(printed.stdout)
        else:
            assert all(character.isprintable() or character in f"{JOINERS}\n" for character in printed.stdout)


def test_folders_within_folders_end(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "docs/et")
    for _ in range(1_100):
        os.mkdir("a")
        os.chdir("a")
    cure = "no page, concept or source can stand here; move the file, or delete it  (unknown-file)"
    found = [line(problem) for problem in handbook_in(project).problems]
    for _ in range(1_100):
        os.chdir("..")
        os.rmdir("a")
    assert found == [f"docs/et{'/a' * 11}: {cure}"]


@pytest.mark.parametrize("kind", ["named pipe", "link to nothing"])
def test_what_the_system_or_an_editor_hides_builds(kind: str, project: Path, tmp_path: Path) -> None:
    KINDS[kind](project / "docs/et/.#index.md")
    KINDS[kind](project / "glossary/.#guest.yml")
    build_site(project, tmp_path / "site", lambda text: None)
    assert not list((tmp_path / "site").rglob(".#*"))


def test_no_link_in_a_folder_that_is_copied_leaks(project: Path, tmp_path: Path) -> None:
    (project / "docs/assets").mkdir()
    (project / "docs/assets/picture.png").symlink_to("/etc/passwd")
    with pytest.raises(BuildError, match=r"docs/assets/picture.png: this is a symbolic link"):
        build_site(project, tmp_path / "site", lambda text: None)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their disks have no such names")
@pytest.mark.parametrize("name", [b"\xff.png", b"a\nb.png", b"folder\x1b/a.png"])
def test_what_no_address_can_name_is_refused(name: bytes, project: Path, tmp_path: Path) -> None:
    """A line break would end a server's rule; bytes that are not UTF-8 end in an exception of MkDocs."""
    picture = project / "docs/assets" / os.fsdecode(name)
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"cup")
    with pytest.raises(BuildError, match=r"^1 problem in .*\n.*can’t become an address.*\(bad-file-name\)$"):
        build_site(project, tmp_path / "site", lambda text: None)


@pytest.mark.parametrize("name", ["README.md", "index.md", "en/licences.markdown"])
def test_what_stands_beside_pictures_is_no_page(name: str, project: Path, tmp_path: Path) -> None:
    """MkDocs takes any Markdown for a page, also where pictures lie: where they come from, perhaps."""
    note = project / "docs/assets" / name
    note.parent.mkdir(parents=True)
    note.write_text("Where these are from.\n", "utf-8")
    (note.parent / "cup.png").write_bytes(b"cup")
    build_site(project, tmp_path / "site", lambda text: None, address="http://127.0.0.1/")
    found = [path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()]
    own = note.parent.relative_to(project / "docs").as_posix()
    assert [path for path in found if path.startswith(f"{own}/") and path.count("/") == own.count("/") + 1] == [f"{own}/cup.png"]
