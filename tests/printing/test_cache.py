"""What was printed once is not printed again; and it is the same wherever and however it is printed."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from papers import page, site_of, steps

from handbook.printing.fonts import MissingFont
from handbook.site import Site
from handbook_io.printing import cache
from handbook_io.printing import faces as print_faces
from handbook_io.printing import pdfs as printing
from handbook_io.printing.cache import seal
from handbook_io.printing.fonts import fonts_in
from handbook_io.printing.pdfs import write_pdfs

PATH = "docs/et/playbooks/a.md"


def small(words: str = "Tee") -> Site:
    first, second = page(f"## A {{ #a }}\n\n{steps(3, words)}"), page(f"## B {{ #b }}\n\n{steps(4)}")
    return site_of({PATH: first, PATH.replace("a.md", "b.md"): second})


def hashes(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*.pdf"))}


@pytest.fixture
def cold(shared: Path, tmp_path: Path) -> Path:
    """A cache that holds nothing but fonts."""
    fonts_in(shared / "cache", printing.faces(small().handbook.languages.values()))
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "fonts").symlink_to(shared / "cache" / "fonts")
    return tmp_path / "cache"


def test_nothing_is_set_when_nothing_changed(cold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write_pdfs(small(), tmp_path / "one", cold, 2)
    monkeypatch.setattr(printing, "set_apart", lambda *_: pytest.fail("set again"))
    assert write_pdfs(small(), tmp_path / "two", cold, 2) == first
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_only_what_changed_is_set_again(cold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pdfs(small(), tmp_path / "one", cold)
    done: list[str] = []
    real = printing.set_apart

    def watched(works: tuple[printing.Work, ...], *rest: Path) -> tuple[str, ...]:
        done.extend(work.url for work in works)
        return real(works, *rest)

    monkeypatch.setattr(printing, "set_apart", watched)
    write_pdfs(small("Korda"), tmp_path / "one", cold)
    assert done
    assert not [url for url in done if "/b/" in url]


def flip(path: Path) -> None:
    """One bit in the middle."""
    contents = bytearray(path.read_bytes())
    contents[len(contents) // 2] ^= 1
    path.write_bytes(contents)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit in the middle": flip,
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "another print": lambda path: path.write_bytes(b"%PDF-1.7\n%%EOF"),
    "gone": Path.unlink,
    "never sealed": lambda path: seal(path).unlink(),
    "sealed as another": lambda path: seal(path).write_bytes(b"\xff" * 64),
}


def test_a_damaged_print_is_set_again_and_it_alone(cold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pdfs(small(), tmp_path / "one", cold, 2, slugs=("a",))
    (one, *_), done = sorted((cold / "pdfs").rglob("*.pdf")), list[str]()
    real = printing.set_apart
    monkeypatch.setattr(printing, "set_apart", lambda works, *rest: done.extend(w.target for w in works) or real(works, *rest))
    for damage in DAMAGES.values():
        damage(one)
        write_pdfs(small(), tmp_path / "two", cold, 2, slugs=("a",))
        assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    assert done == [str(one)] * len(DAMAGES)


def test_the_same_bytes_in_any_order_and_number(cold: Path, tmp_path: Path) -> None:
    write_pdfs(small(), tmp_path / "one", cold, 1)
    for path in (cold / "pdfs").rglob("*.pdf"):
        path.unlink()
    write_pdfs(small(), tmp_path / "two", cold, 3, slugs=("b",))
    write_pdfs(small(), tmp_path / "two", cold, 3)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


@pytest.mark.parametrize("kind", ["a program", "a template"])
def test_who_makes_it_is_in_its_name(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_with = {"a program": tmp_path / "forms.py", "a template": tmp_path / "single.typ"}
    monkeypatch.setattr(cache, "PROGRAMS", (str(made_with["a program"]),))
    for path in made_with.values():
        path.write_text("one", "utf-8")
    one = cache.cache_in(tmp_path, tmp_path, tmp_path).path("{}")
    assert cache.cache_in(tmp_path, tmp_path, tmp_path).path("{}") == one
    made_with[kind].write_text("two", "utf-8")
    assert cache.cache_in(tmp_path, tmp_path, tmp_path).path("{}") != one


def test_some_checklists_and_languages(cold: Path, tmp_path: Path) -> None:
    found = write_pdfs(small(), tmp_path / "out", cold, slugs=("a",), languages=("et",))
    assert {(pdf.edition, pdf.slug, pdf.languages) for pdf in found} == {
        (edition, "a", ("et",)) for edition in ("single", "fillable", "pocket")
    }


def test_what_no_build_needs_goes_after_a_month(cold: Path, tmp_path: Path) -> None:
    write_pdfs(small("Tee"), tmp_path / "out", cold)
    month_ago = time.time() - (cache.KEPT_DAYS + 1) * 86_400
    (next((cold / "pdfs").glob("??")) / ".killed.pdf.123.new").touch()
    for path in (cold / "pdfs").rglob("*.*"):
        os.utime(path, (month_ago, month_ago))
    before = len(list((cold / "pdfs").rglob("*.pdf")))
    made = write_pdfs(small("Kohv"), tmp_path / "out", cold)
    left = sorted((cold / "pdfs").rglob("*.pdf"))
    assert len(made) <= len(left) < before + len(made)
    assert sorted((cold / "pdfs").rglob("*.*")) == sorted([*left, *map(seal, left)])


def test_what_a_killed_build_left_of_fonts_goes_after_a_day(cold: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    shutil.copytree(cold / "fonts", tmp_path / "own" / "fonts", ignore=shutil.ignore_patterns("making-*"))
    for name, age in (("making-old", 90_000), ("making-young", 80_000)):
        (tmp_path / "own" / "fonts" / name).mkdir()
        os.utime(tmp_path / "own" / "fonts" / name, (time.time() - age,) * 2)
    write_pdfs(small(), tmp_path / "out", tmp_path / "own")
    assert [path.name for path in (tmp_path / "own" / "fonts").glob("making-*")] == ["making-young"]


def test_a_font_that_is_not_installed_is_named(tmp_path: Path) -> None:
    face = printing.faces(small().handbook.languages.values())[0]
    unknown = type(face)("None", "fontpkg_not_there", "x.ttf", ())
    with pytest.raises(MissingFont, match="fontpkg-not-there"):
        fonts_in(tmp_path, [unknown])


@pytest.mark.parametrize("gone", ["*-600.ttf", "*"])
def test_fonts_that_are_gone_are_made_again(gone: str, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a cache is rid of its old files and keeps their folders: Typst would take another weight and say nothing."""
    wanted = printing.faces(small().handbook.languages.values())
    whole = fonts_in(shared / "cache", wanted)
    monkeypatch.setattr(print_faces, "prepare", lambda faces, folder, jobs: shutil.copytree(whole, folder, dirs_exist_ok=True))
    for font in fonts_in(tmp_path, wanted).glob(gone):
        font.unlink()
    assert {font.name for font in fonts_in(tmp_path, wanted).iterdir()} == {font.name for font in whole.iterdir()}
