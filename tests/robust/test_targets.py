"""Folders that can't be written, full disks, clocks that jump, caches of somebody else: the site stays whole."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lending import lend_fonts
from paths import CAFE, ROOT
from privileges import ordinary
from test_faults import digest, edited

from handbook_build import build, inputs, record
from handbook_build.build import BuildError, build_site
from handbook_build.parts import build_part
from handbook_build.target import lay_over
from handbook_io.printing import cache, pdfs, worker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions, mounts and limits are a matter of Unix")
PAGE = os.sysconf("SC_PAGE_SIZE") if sys.platform != "win32" else 4_096
KINDS = ("builds", "templates", "pdfs", "cards")
"""Folders of the cache; that of fonts has its own test in test_faults."""
EDITED = "fa/playbooks/pour-tea/index.html"


def quiet(text: str) -> None:
    """Says nothing."""


def writable(folder: Path, *, allowed: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o200 if allowed else path.stat().st_mode & ~0o222)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with the fixture handbook, its site and a cache of its own, and a copy of all that."""
    folder = tmp_path_factory.mktemp("kept")
    world = folder / "world"
    shutil.copytree(CAFE, world / "project", ignore=shutil.ignore_patterns(".cache", "site"))
    config = world / "project" / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../../", f"{ROOT.as_posix()}/"), "utf-8")
    lend_fonts(world / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDBOOK_CACHE", str(world / "cache"))
        build_site(world / "project", world / "public" / "site", quiet)
    shutil.copytree(world, folder / "copy")
    return world, folder / "copy"


@pytest.fixture
def world(kept: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder, for a test to break; it is at the same place each time, so that the build's record is believed."""
    world, copy = kept
    monkeypatch.setenv("HANDBOOK_CACHE", str(world / "cache"))
    yield world
    shutil.rmtree(world)
    shutil.copytree(copy, world)


def built(world: Path) -> str:
    """What the build says: its report, or why it failed."""
    with ordinary():
        try:
            return build_site(world / "project", world / "public" / "site", quiet)
        except BuildError as error:
            return str(error)


@pytest.mark.parametrize("place", ["public", "public/site", "cache"])
def test_a_folder_that_is_read_only(place: str, world: Path) -> None:
    site = world / "public" / "site"
    before = digest(site)
    edited(world / "project")
    writable(world / place, allowed=False)
    said = built(world)
    assert "\n" not in said
    assert said.startswith("Built") or ("can’t be written" in said and digest(site) == before)
    assert said.startswith("Built") == (place != "public")
    writable(world / place, allowed=True)
    built(world)
    assert b"Tere." in (site / EDITED).read_bytes()
    assert {path.name for path in site.parent.iterdir()} <= {"site", ".site.lock"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[Path, int], None]]:
    """Puts a folder on a disk of its own with so many bytes left."""
    mounted: list[Path] = []
    saved = tmp_path / "moved"

    def mount(folder: Path, left: int) -> None:
        size = sum(-(-path.stat().st_size // PAGE) * PAGE for path in folder.rglob("*") if path.is_file()) + left
        shutil.copytree(folder, saved)
        shutil.rmtree(folder)
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        try:
            allowed = subprocess.run(command, capture_output=True, check=False).returncode == 0
        except OSError:
            allowed = False
        if not allowed:
            pytest.skip("only root may mount a disk")
        mounted.append(folder)
        shutil.copytree(saved, folder, dirs_exist_ok=True)

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(("place", "left"), [("public", 0), ("public", 300_000), ("cache", 0)])
def test_a_disk_that_fills_up(place: str, left: int, world: Path, small_disk: Callable[[Path, int], None]) -> None:
    site = world / "public" / "site"
    before = digest(site)
    edited(world / "project")
    small_disk(world / place, left)
    said = built(world)
    assert "Traceback" not in said
    assert "No space left" in said
    assert digest(site) == before
    assert {path.name for path in site.parent.iterdir()} <= {"site", ".site.lock"}


def test_a_clock_that_jumps(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, page = world / "public" / "site", world / "project" / "docs/fa/playbooks/pour-tea.md"
    for now, word in ((4_000_000_000, "Tuleval."), (0, "Ennen.")):
        monkeypatch.setattr(time, "time", lambda now=now: float(now))
        for path in (world / "project").rglob("*"):
            os.utime(path, (now, now))
        assert built(world).startswith("Nothing has changed")
        page.write_text(f"{page.read_text('utf-8')}\n{word}\n", "utf-8")
        os.utime(page, (now, now))
        assert built(world).startswith("Built")
        assert word.encode() in (site / EDITED).read_bytes()
    build_site(world / "project", world / "public" / "again", quiet)
    assert digest(world / "public" / "again") == digest(site)


def mangled(text: str) -> Iterator[bytes]:
    """A JSON file as others, or nobody, would have left it."""
    yield from (b"", b"null", b"[]", b"7", b"{}", b"[" * 100_000, b"\xff")
    tree = json.loads(text)
    for key in tree:
        yield from (json.dumps({**tree, key: value}).encode() for value in (None, 7, [7], {"a": 7}, {"a": {"b": {"c": []}}}))


def test_a_record_is_believed_only_as_it_was_written(world: Path, tmp_path: Path) -> None:
    (whole,) = (world / "cache" / "builds").glob("*.json")
    expected = record.load(whole)
    assert record.is_whole(expected, world / "public" / "site")
    for data in mangled(whole.read_text("utf-8")):
        (tmp_path / "record.json").write_bytes(data)
        assert record.load(tmp_path / "record.json") != expected


def test_a_cache_of_garbage_is_made_again(world: Path) -> None:
    site = world / "public" / "site"
    expected = digest(site)
    files = [path for kind in KINDS for path in (world / "cache" / kind).rglob("*") if path.is_file()]
    assert {path.relative_to(world / "cache").parts[0] for path in files} == set(KINDS)
    for path in files:
        path.write_bytes(bytes(reversed(path.read_bytes())))
    shutil.rmtree(site)
    assert built(world).startswith("Built")
    assert digest(site) == expected


def test_what_can_not_be_laid_over_is_left(tmp_path: Path) -> None:
    made, site = tmp_path / "made", tmp_path / "site"
    for folder, files in ((made, {"a/b.html": "new", "c": "new", "d.html": "new"}), (site, {"a/b.html": "old", "c/d": "old"})):
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    lay_over(made, site)
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}
    assert found == {"a/b.html": "new", "c/d": "old", "d.html": "new"}


def test_a_target_that_leads_round_in_a_circle(project: Path, tmp_path: Path) -> None:
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    with pytest.raises(BuildError, match="not an ordinary folder"):
        build_site(project, circle, quiet)
    with pytest.raises(BuildError, match="not an ordinary folder"):
        build_part(project, circle, "et", quiet)


def test_a_cache_behind_a_link_to_a_folder_that_is_gone(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (world / "link").symlink_to(world / "gone" / "cache")
    monkeypatch.setenv("HANDBOOK_CACHE", str(world / "link"))
    said = build_site(world / "project", world / "preview", quiet, address="http://127.0.0.1:8000/")  # sets no PDFs
    assert said.startswith("Built")
    assert (world / "gone" / "cache" / "builds").is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are text")
def test_folders_whose_names_are_no_text(project: Path, tmp_path: Path, cafe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on disks from before UTF-8: the handbook, its theme, its cache and its site."""
    folder = tmp_path / os.fsdecode(b"k\xe4sikirja")
    project.rename(folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    config = folder / "mkdocs.yml"
    config.write_text(re.sub("(?m)^( *custom_dir:).*", r"\1 overrides", config.read_text("utf-8")), "utf-8")
    lend_fonts(folder / ".cache")
    monkeypatch.delenv("HANDBOOK_CACHE")
    assert build_site(folder, folder / "site", quiet).startswith("Built")
    assert digest(folder / "site") == digest(cafe)


def test_an_edit_that_is_undone_meanwhile(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is not what stands there before and after: a build that finds nothing new would leave it for ever."""
    page = world / "project/docs/fa/playbooks/pour-tea.md"
    text = page.read_text("utf-8")
    made = build.carried_out

    def overtaken(*order: Any) -> object:
        page.write_text(f"{text}\nMeanwhile.\n", "utf-8")
        try:
            return made(*order)
        finally:
            page.write_text(text, "utf-8")

    page.write_text(text := f"{text}\nBefore.\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(build, "carried_out", overtaken)
        assert built(world).startswith("Built")
    assert b"Meanwhile." in (world / "public/site" / EDITED).read_bytes()
    assert built(world).startswith("Built")
    assert b"Meanwhile." not in (world / "public/site" / EDITED).read_bytes()


def test_a_site_whose_files_only_their_owner_may_read(world: Path) -> None:
    """Files of a build under a stricter umask are not taken over by one that publishes them."""
    site = world / "public/site"
    modes = []
    for mask in (0o077, 0o022):
        before = os.umask(mask)
        try:
            assert built(world).startswith("Built")
        finally:
            os.umask(before)
        modes.append({path.stat().st_mode & 0o777 for path in site.rglob("*") if path.is_file()})
    assert modes == [{0o600}, {0o644}]


def test_prints_that_can_not_be_touched_are_used(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    edited(world / "project")
    with monkeypatch.context() as patch:
        patch.setattr(cache.os, "utime", refuse)
        assert built(world).startswith("Built")


def test_what_a_killed_build_left_goes(world: Path) -> None:
    """Also of a language that there is no longer, and links in the place of folders."""
    public = world / "public"
    public.mkdir(exist_ok=True)
    (public / ".site.new-xx").mkdir()
    (public / ".site.new").symlink_to(public / "site")
    edited(world / "project")
    assert built(world).startswith("Built")
    assert sorted(path.name for path in public.iterdir()) == [".site.lock", "site"]


@pytest.mark.parametrize("name", ["public", "public/site", "cache"])
def test_places_in_the_theme_are_refused(name: str, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sites and caches that the next build would publish."""
    config = world / "project/mkdocs.yml"
    config.write_text(re.sub("(?m)^( *custom_dir:).*", rf"\1 {world.as_posix()}/{name}", config.read_text("utf-8")), "utf-8")
    if name == "cache":
        monkeypatch.setenv("HANDBOOK_CACHE", str(world / "cache/own"))
    before = digest(world / "public/site")
    assert "which is read to build the site: choose another place" in built(world)
    assert digest(world / "public/site") == before


def test_a_module_beside_an_own_hook_is_a_program(tmp_path: Path) -> None:
    """So is one of a package there: a hook may import both."""
    (tmp_path / "own/package").mkdir(parents=True)
    names = ("own/main.py", "own/helper.py", "own/package/__init__.py", "own/package/deep.py", "own/notes.txt")
    digests = []
    for name in names:
        (tmp_path / name).write_text("1")
    for name in (*names, ""):
        inputs._programs.cache_clear()
        digests.append(inputs.tools(tmp_path, (str(tmp_path / "own/main.py"),)))
        (tmp_path / (name or "x")).write_text("2")
    inputs._programs.cache_clear()
    assert [one != other for one, other in pairwise(digests)] == [True, True, True, True, False]


def test_where_processes_can_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    class Crowded:
        def __init__(self, jobs: int) -> None:
            raise RuntimeError("can't start new thread")

    monkeypatch.setattr(pdfs, "ThreadPoolExecutor", Crowded)
    with pytest.raises(pdfs.PrintingFailed, match=r"can't start new thread: end other programs, or lower --jobs"):
        pdfs.set_works((), Path(), 2)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import os; os.kill(os.getpid(), 9)", "a.pdf: ended by SIGKILL; is there enough memory? lower --jobs"),
        ("import sys; sys.exit(3)", "a.pdf: ended by 3; is there enough memory? lower --jobs"),
        ("raise MemoryError('no room')", "a.pdf: MemoryError: no room"),
    ],
)
def test_a_process_that_sets_prints_and_dies_says_why(code: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "COMMAND", [sys.executable, "-c", code])
    assert worker.set_apart([worker.Work("a.pdf", "card", "", (), "")], Path(), Path()) == (told,)
