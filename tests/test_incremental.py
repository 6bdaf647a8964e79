"""A site that was built on what the last build left is the site that a clean build makes, byte for byte.

`make edits` runs 50 random sequences; here is one of every kind of edit.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from paths import CAFE, ROOT
from sequences import EDITS, project, text

from bridge import outputs
from handbook.site import Site
from handbook_build import build, inputs, record
from handbook_build.build import BuildError, build_site
from handbook_build.memory import Memories
from handbook_build.target import swap
from handbook_io.cache import cache_of

SEQUENCES = int(os.environ.get("HANDBOOK_EDIT_SEQUENCES", "0"))
LENGTH = 6
NOTHING = "Nothing has changed"


def quiet(text: str) -> None:
    """Says nothing."""


def digests(root: Path) -> dict[str, str]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def built(project: Path, target: Path, memories: Memories | None = None) -> dict[str, str] | str:
    """What the build made, or why it would not; with `memories` as a preview does it, pages first."""
    try:
        if memories is not None:
            build_site(project, target, quiet, jobs=1, memories=memories, pages_first=True)
        build_site(project, target, quiet, jobs=1, memories=memories)
    except BuildError as error:
        return str(error)
    return digests(target)


def assert_same(project: Path, folder: Path, number: int, memories: Memories | None = None) -> None:
    assert built(project, folder / "site", memories) == built(project, folder / f"clean-{number}")


@pytest.mark.parametrize("memories", [None, Memories(stays=True)], ids=["in new processes", "in a preview"])
def test_after_each_kind_of_edit_the_site_is_as_if_built_anew(memories: Memories | None, tmp_path: Path) -> None:
    handbook, random = project(tmp_path / "handbook", CAFE), Random(1)
    built(handbook, tmp_path / "site", memories)
    for number, edit in enumerate(EDITS):
        edit(handbook, random)
        if number % 3 == 2 or edit in EDITS[-4:]:
            assert_same(handbook, tmp_path, number, memories)
            assert record.is_whole(record.load(record.place(cache_of(handbook), tmp_path / "site")), tmp_path / "site"), edit


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_sequence_of_edits_the_site_is_as_if_built_anew(seed: int, tmp_path: Path) -> None:
    handbook, random = project(tmp_path / "handbook", CAFE), Random(seed)
    built(handbook, tmp_path / "site")
    for number, edit in enumerate(random.choices(EDITS, k=LENGTH)):
        edit(handbook, random)
        assert_same(handbook, tmp_path, number)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    built(project(folder / "handbook", CAFE), folder / "site")
    return folder


def test_where_nothing_has_changed_nothing_is_done(before: Path) -> None:
    left = record.stats(before / "site")
    assert build_site(before / "handbook", before / "site", quiet).startswith(NOTHING)
    assert record.stats(before / "site") == left


def test_a_folder_of_the_handbook_counts_whatever_its_name(tmp_path: Path) -> None:
    handbook = project(tmp_path / "handbook", CAFE)
    picture = handbook / "docs/assets/__pycache__/cup.png"
    picture.parent.mkdir(parents=True)
    for number, data in enumerate((b"one", b"two")):
        picture.write_bytes(data)
        assert_same(handbook, tmp_path, number)


def test_an_unchanged_page_is_taken_over_and_a_changed_one_made(before: Path) -> None:
    kept, made = before / "site/fa/about/index.html", before / "site/playbooks/greet-a-guest/index.html"
    files = kept.stat().st_ino, made.stat().st_ino
    page = before / "handbook/docs/et/playbooks/greet-a-guest.md"
    page.write_text(page.read_text("utf-8").replace("loeb.", "loeb palju."), "utf-8")
    build_site(before / "handbook", before / "site", quiet)
    assert kept.stat().st_ino == files[0]
    assert "loeb palju." in made.read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new", "is_kept"),
    [
        ("docs/et/playbooks/greet-a-guest.md", "loeb.", "loeb palju.", True),
        ("mkdocs.yml", "site_name:", "# New.\nsite_name:", False),
    ],
)
def test_what_is_edited_as_a_build_ends_is_made_by_the_next(
    path: str, old: str, new: str, is_kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit spares the pages that are right; of a change of what all are made with, nobody knows which it reached."""
    handbook, page = project(tmp_path / "handbook", CAFE), tmp_path / "site/fa/about/index.html"

    def edited(made: Path, site: Path) -> None:
        swap(made, site)
        text = (handbook / path).read_text("utf-8")
        assert old in text
        (handbook / path).write_text(text.replace(old, new), "utf-8")

    with monkeypatch.context() as patch:
        patch.setattr(build, "swap", edited)
        built(handbook, tmp_path / "site")
    first = page.stat().st_ino
    assert_same(handbook, tmp_path, 0)
    assert (page.stat().st_ino == first) == is_kept


def test_every_page_learns_of_a_former_address(tmp_path: Path) -> None:
    handbook = project(tmp_path / "handbook", CAFE)
    built(handbook, tmp_path / "site")
    page = handbook / "docs/et/playbooks/stay-safe.md"
    page.write_text(page.read_text("utf-8").replace("review_in:", "aliases: [safe]\nreview_in:", 1), "utf-8")
    assert_same(handbook, tmp_path, 0)
    assert '"moved": {"safe": "stay-safe"}' in (tmp_path / "site/fa/about/index.html").read_text("utf-8")


@pytest.mark.parametrize("key", ["INHERIT", '"INHERIT"'])
def test_a_configuration_that_is_inherited_is_believed(key: str, tmp_path: Path) -> None:
    handbook = project(tmp_path / "handbook", CAFE)
    config, address = handbook / "mkdocs.yml", "site_url: http://127.0.0.1:8000/"
    config.write_text(config.read_text("utf-8").replace(address, f"{key}: base.yml"), "utf-8")
    for number, folder in enumerate(("", "folder/")):
        (handbook / "base.yml").write_text(f"{address}{folder}\n", "utf-8")
        assert_same(handbook, tmp_path, number)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize(
    ("link", "path", "old", "new"),
    [
        ("mkdocs.yml", "mkdocs.yml", "8000", "8001"),
        ("catalogues", "catalogues/et.po", 'msgstr "Avaleht"', 'msgstr "Esileht"'),
        ("overrides", "overrides/partials/footer.html", "<footer", "<footer data-x"),
        ("overrides/partials", "overrides/partials/footer.html", "<footer", "<footer data-x"),
        ("overrides/partials/footer.html", "overrides/partials/footer.html", "<footer", "<footer data-x"),
    ],
)
def test_what_links_of_a_theme_or_configuration_lead_to_is_read(link: str, path: str, old: str, new: str, tmp_path: Path) -> None:
    """Handbooks may share them; what editors write may hold no links. A link that leads back is no harm."""
    handbook = project(tmp_path / "handbook", CAFE)
    (handbook / "overrides/back").symlink_to(handbook / "overrides")
    (handbook / "overrides/itself").symlink_to(handbook / "overrides/itself")
    (handbook / link).rename(tmp_path / "shared")
    (handbook / link).symlink_to(tmp_path / "shared")
    built(handbook, tmp_path / "site")
    assert build_site(handbook, tmp_path / "site", quiet).startswith(NOTHING)
    text = (handbook / path).read_text("utf-8")
    assert old in text
    (handbook / path).write_text(text.replace(old, new, 1), "utf-8")
    assert_same(handbook, tmp_path, 0)


@pytest.mark.parametrize("fails", [False, True])
def test_what_was_found_out_with_two_word_tables_is_forgotten(fails: bool, tmp_path: Path) -> None:
    """As when another branch is checked out while a build runs, and the first one again before the next build."""
    handbook = project(tmp_path / "handbook", CAFE)
    table = handbook / "words/et.lemmas.tsv"
    table.parent.mkdir()
    table.write_text("", "utf-8")

    def other_branch(said: str) -> None:
        if said == "Building et …":
            table.write_text("külaline\t\tkülaline külalist külalisele\n", "utf-8")
        elif said == "Building fa …" and fails:
            raise BuildError

    built(handbook, tmp_path / "site")
    text(handbook, Random(1))
    with suppress(BuildError):
        build_site(handbook, tmp_path / "site", other_branch, jobs=1)
    table.write_text("", "utf-8")
    assert_same(handbook, tmp_path, 0)


def test_a_hook_of_ones_own_is_run_anew_when_it_changes(tmp_path: Path) -> None:
    handbook = project(tmp_path / "handbook", CAFE)
    hook, config = handbook / "own.py", handbook / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("hooks:\n", "hooks:\n  - own.py\n"), "utf-8")
    command = [sys.executable, "-m", "handbook_cli", "-C", str(handbook), "build", "--site-dir", str(tmp_path / "site")]
    for word in ("one", "other"):  # of other length, for Python tells by the second whether a module has changed
        hook.write_text(f"def on_post_page(output, page, config):\n    return output + '<!-- {word} -->'\n", "utf-8")
        subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, check=True)
        assert f"<!-- {word} -->" in (tmp_path / "site/fa/about/index.html").read_text("utf-8")


def test_a_disk_whose_clock_is_coarse_hides_no_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two builds in two seconds, and an edit that leaves the page as long as it was."""
    handbook, listed = project(tmp_path / "handbook", CAFE), outputs.file_lists

    def at_once(site: Site, lang: str, folder: Path) -> Iterator[tuple[str, bytes]]:
        for path in folder.rglob("*.html"):
            os.utime(path, (1_800_000_000, 1_800_000_000))
        return listed(site, lang, folder)

    monkeypatch.setattr(outputs, "file_lists", at_once)
    page = handbook / "docs/et/playbooks/greet-a-guest.md"
    for number, (old, new) in enumerate((("loeb.", "loeb."), ("loeb.", "loob."))):
        page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
        assert_same(handbook, tmp_path, number)


def test_a_style_of_ones_own_is_named_anew_on_every_page(tmp_path: Path) -> None:
    handbook = project(tmp_path / "handbook", CAFE)
    style, config = handbook / "docs/assets/own.css", handbook / "mkdocs.yml"
    style.parent.mkdir()
    config.write_text(config.read_text("utf-8").replace("extra_css: [", "extra_css: [assets/own.css, "), "utf-8")
    for rule in ("p { color: red }", "p { color: blue }"):
        style.write_text(rule, "utf-8")
        built(handbook, tmp_path / "site")
    assert built(handbook, tmp_path / "site") == built(handbook, tmp_path / "clean")
    (found,) = (tmp_path / "site/assets").glob("own.*.css")
    assert f"assets/{found.name}" in (tmp_path / "site/fa/about/index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["hooks/handbook.py", "own.py"])
def test_a_preview_goes_by_the_programs_that_it_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are edited meanwhile, ours or an organisation's, are imported by the next one, which makes all pages anew."""
    monkeypatch.setattr(inputs, "HOOKS", tmp_path / "hooks")
    (tmp_path / "hooks").mkdir()
    digests = []
    for code in ("old", "new"):
        (tmp_path / name).write_text(code)
        digests.append(inputs.tools(tmp_path, (str(tmp_path / "own.py"),)))
    inputs._programs.cache_clear()
    assert digests == [digests[0]] * 2
    assert inputs.tools(tmp_path, (str(tmp_path / "own.py"),)) != digests[0]


def test_another_version_of_a_font_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of one that only some scripts need, so that the project does not ask for it."""
    monkeypatch.syspath_prepend(str(tmp_path))
    folder, digests = tmp_path / "fontpkg_assistant-1.0.dist-info", set()
    folder.mkdir()
    for version in ("1.0", "1.1"):
        folder = folder.rename(tmp_path / f"fontpkg_assistant-{version}.dist-info")
        inputs._programs.cache_clear()
        digests.add(inputs.tools(tmp_path, ()))
    inputs._programs.cache_clear()
    assert len(digests) == 2


@pytest.mark.parametrize("damage", ["changed", "removed", "added"])
def test_a_damaged_site_is_built_anew(damage: str, before: Path) -> None:
    page = before / "site/about/index.html"
    whole = digests(before / "site")
    if damage == "changed":
        page.write_text("damaged", "utf-8")
    elif damage == "removed":
        page.unlink()
    else:
        (before / "site/added.html").write_text("added", "utf-8")
    assert built(before / "handbook", before / "site") == whole


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"files": 1}', b"\xff", b'{"keys": {"et": 1}, "files": {}}'])
def test_a_record_that_cannot_be_read_is_no_record(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "record.json").write_bytes(content)
    assert record.load(tmp_path / "record.json") == record.Record()


def test_targets_that_nobody_builds_are_forgotten(tmp_path: Path) -> None:
    for name, days in (("late", 91), ("still", 89), ("now", 0)):
        path = tmp_path / f"{name}.json"
        path.write_text("{}")
        os.utime(path, (time.time() - days * 86_400,) * 2)
        path.with_suffix("").mkdir()
        (path.with_suffix("") / "en.memory").write_bytes(b"")
    record.tidy(tmp_path / "now.json")
    assert {path.name for path in tmp_path.iterdir()} == {"still", "still.json", "now", "now.json"}


def test_a_broken_edit_leaves_the_site_and_the_next_build_goes_on(before: Path) -> None:
    page = before / "handbook/docs/et/playbooks/greet-a-guest.md"
    good, left = page.read_text("utf-8"), digests(before / "site")
    page.write_text("broken", "utf-8")
    assert "no-front-matter" in str(built(before / "handbook", before / "site"))
    assert digests(before / "site") == left
    page.write_text(good, "utf-8")
    text(before / "handbook", Random(2))
    assert built(before / "handbook", before / "site") == built(before / "handbook", before / "clean")
