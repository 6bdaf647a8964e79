"""Languages built apart and put together are the site that one machine builds, byte for byte; what doesn't fit is refused."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from paths import CAFE, ROOT
from same_bytes import copied
from test_faults import edited
from test_incremental import digests

from handbook_build import record
from handbook_build.build import BuildError
from handbook_build.merging import merge
from handbook_build.parts import build_part


def quiet(text: str) -> None:
    """Says nothing."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parts et and fa, each built in another folder; and `late`, the part fa after an edit."""
    folder = tmp_path_factory.mktemp("parts")
    for lang in ("et", "fa"):
        build_part(copied(CAFE, folder / f"machine {lang}"), folder / lang, lang, quiet, jobs=1)
    edited(folder / "machine fa")
    build_part(folder / "machine fa", folder / "late", "fa", quiet, jobs=1)
    return folder


@pytest.fixture
def parts(built: Path, tmp_path: Path) -> Path:
    """Copies that a test may damage."""
    for name in ("et", "fa", "late"):
        shutil.copytree(built / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("order", [("et", "fa"), ("fa", "et")])
def test_the_whole_is_what_one_machine_builds(order: tuple[str, str], built: Path, cafe: Path, tmp_path: Path) -> None:
    said = merge([built / name for name in order], tmp_path / "site", tmp_path / "elsewhere")
    assert digests(tmp_path / "site") == digests(cafe)
    assert said.startswith(f"Put {len(digests(cafe))} files of 2 parts together: ")
    assert sorted(path.name for path in tmp_path.iterdir()) in (["site"], [".site.lock", "site"])


def test_what_stands_once_is_in_the_default_languages_part(built: Path) -> None:
    own = ("fa/", "search/fa.js", "search/fa/", "offline/fa.json")
    assert [path for path in digests(built / "fa/site") if not path.startswith(own)] == []
    others = [path for path in digests(built / "et/site") if path.startswith(own) and not path.endswith(".pdf")]
    assert others == ["fa/changes.xml", "fa/llms.txt"]


def spoilt(parts: Path) -> None:
    (parts / "fa/site/fa/index.html").write_text("spoilt", "utf-8")
    (parts / "et/site/404.html").unlink()
    (parts / "et/site/added.txt").write_text("added", "utf-8")


def led_astray(parts: Path) -> None:
    page = parts / "fa/site/fa/index.html"
    shutil.copy(page, parts / "same")
    page.unlink()
    page.symlink_to(parts / "same")


def piped(parts: Path) -> None:
    """A pipe gives nothing to read until somebody writes to it."""
    os.mkfifo(parts / "fa/site/pipe")


def claimed(parts: Path) -> None:
    shutil.copy(parts / "et/site/robots.txt", parts / "fa/site/robots.txt")
    label = parts / "fa/part.json"
    found = json.loads(label.read_text("utf-8"))
    found["files"]["robots.txt"] = json.loads((parts / "et/part.json").read_text("utf-8"))["files"]["robots.txt"]
    label.write_text(json.dumps(found), "utf-8")


def emptied(parts: Path) -> None:
    (parts / "fa/part.json").write_text("{}", "utf-8")


def unlabelled(parts: Path) -> None:
    (parts / "fa/part.json").unlink()
    os.mkfifo(parts / "fa/part.json")


def of_no_language(parts: Path) -> None:
    """Then it would be a whole by itself."""
    label = parts / "fa/part.json"
    label.write_text(json.dumps({**json.loads(label.read_text("utf-8")), "languages": []}), "utf-8")


def left(parts: Path) -> None:
    """Leaves the parts as they are."""


SPOILT = "is not as it was built: fetch or build this part again"
SPOILT_FILES = ("{et}/site/404.html", "{et}/site/added.txt", "{fa}/site/fa/index.html")
REFUSED = [
    (left, ["et"], ["no part holds the language “fa”: build it with `handbook build --part fa`"]),
    (left, ["fa"], ["no part holds the language “et”: build it with `handbook build --part et`"]),
    (
        left,
        ["et", "late"],
        ["{late} was built from other files than {et}: build both from the same commit, with the same versions"],
    ),
    (spoilt, ["et", "fa"], [f"{name} {SPOILT}" for name in SPOILT_FILES]),
    (led_astray, ["et", "fa"], [f"{{fa}}/site/fa/index.html {SPOILT}"]),
    (piped, ["et", "fa"], [f"{{fa}}/site/pipe {SPOILT}"]),
    (claimed, ["et", "fa"], ["{fa}/site/robots.txt stands in {et} too: build both parts again"]),
    (emptied, ["et", "fa"], ["{fa} is not a part of a site: build one with `handbook build --part LANGUAGE`"]),
    (unlabelled, ["et", "fa"], ["{fa} is not a part of a site: build one with `handbook build --part LANGUAGE`"]),
    (of_no_language, ["fa"], ["{fa} is not a part of a site: build one with `handbook build --part LANGUAGE`"]),
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="paths are written with the other slash, and links need rights")
@pytest.mark.parametrize(("change", "given", "told"), REFUSED)
def test_what_does_not_fit_is_refused(change: Callable[[Path], None], given: list[str], told: list[str], parts: Path) -> None:
    change(parts)
    with pytest.raises(BuildError) as caught:
        merge([parts / name for name in given], parts / "site", parts / "elsewhere")
    names = {name: str(parts / name) for name in ("et", "fa", "late")}
    assert str(caught.value).splitlines() == [line.format(**names) for line in told]
    assert not (parts / "site").exists()


def test_a_language_that_is_there_twice_is_refused(parts: Path) -> None:
    shutil.copytree(parts / "fa", parts / "again")
    with pytest.raises(BuildError, match=r"again holds the language “fa”, as .*fa does: leave one of them out"):
        merge([parts / "et", parts / "fa", parts / "again"], parts / "site", parts / "elsewhere")


def test_a_folder_with_other_files_is_no_place_for_a_part_or_a_site(parts: Path) -> None:
    photos = parts / "photos"
    photos.mkdir()
    (photos / "cat.jpg").write_bytes(b"cat")
    with pytest.raises(BuildError, match="not built by the handbook"):
        merge([parts / "et", parts / "fa"], photos, parts / "elsewhere")
    with pytest.raises(BuildError, match="not built by the handbook"):
        build_part(CAFE, photos, "et", quiet)
    assert [path.name for path in photos.iterdir()] == ["cat.jpg"]


def test_an_unknown_language_and_an_unknown_input_are_told(project: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="there is no language “sv”; use one of: et, fa"):
        build_part(project, tmp_path / "sv", "sv", quiet)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "copyright: !ENV [NOBODY, '']\n", "utf-8")
    with pytest.raises(BuildError, match="it can’t be told"):
        build_part(project, tmp_path / "et", "et", quiet)
    assert [path.name for path in tmp_path.iterdir() if path.name in ("sv", "et")] == []


def test_the_commands(project: Path, parts: Path, cafe: Path) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
        command = [sys.executable, "-m", "handbook_cli", "-C", str(project), *words]
        return subprocess.run(command, capture_output=True, text=True, env=settings, check=False)

    made = run("build", "--part", "fa")
    assert (made.returncode, made.stdout) == (0, "")
    assert f"Built the part fa in {len(digests(parts / 'fa/site'))} files: " in made.stderr
    assert digests(project / "parts/fa/site") == digests(parts / "fa/site")
    assert run("build", "--part", "fa", "--zip", "x.zip").returncode == 2
    assert run("merge", str(parts / "et")).returncode == 1
    assert run("merge", str(parts / "et"), str(parts / "fa")).returncode == 0
    assert digests(project / "site") == digests(cafe)


def test_what_was_remembered_of_parts_is_forgotten_in_time(tmp_path: Path) -> None:
    """Parts have no record: only their memories tell when they were built."""
    (tmp_path / "new.json").write_text("{}", "utf-8")
    now = (tmp_path / "new.json").stat().st_mtime
    for name, age in (("old", record.UNUSED + 60), ("young", record.UNUSED - 60), ("new", record.UNUSED + 60)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "et.memory").write_bytes(b"")
        os.utime(tmp_path / name, (now - age, now - age))
    record.tidy(tmp_path / "new.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "new.json", "young"]


@pytest.mark.parametrize("target", ["et/site", "et/site/new", "fa/new"])
def test_a_part_is_not_built_over(target: str, parts: Path) -> None:
    before = digests(parts / "et"), digests(parts / "fa")
    with pytest.raises(BuildError, match=r"lies in the part .*: choose another folder with --site-dir"):
        merge([parts / "et", parts / "fa"], parts / target, parts / "elsewhere")
    assert (digests(parts / "et"), digests(parts / "fa")) == before
