"""When is a print outdated?"""

from __future__ import annotations

import pytest
from papers import CAFE, page, site_of

from handbook.printing.composing import sheet
from handbook.printing.composing import stamp_of as stamp_of_page
from handbook.printing.version import Stamp

PATH = "docs/et/playbooks/greet.md"
GREET = page("## Tervita { #greet }\n\n- [ ] Vaata **otsa**. { #look }\n- [ ] Helista {{ policy.emergency }}. { #call }")
SAME = [
    ("emphasis", "**otsa**", "otsa"),
    ("white space", "Vaata  ", "Vaata "),
    ("a citation", "{ #look }", "{ #look } [@menu-001]"),
    ("the day of review", "2026-11-21", "2026-11-20"),
]
OTHER = [
    ("a step's words", "otsa", "silma", (False, True)),
    ("a heading", "## Tervita", "## Alusta", (True, True)),
    ("a step's id", "#look", "#look-at", (True, True)),
    ("a description", "astub", "tuleb", (True, True)),
]


def stamp_of(text: str) -> Stamp:
    return sheet(site_of({PATH: text}), "greet", "et").stamp


@pytest.mark.parametrize(("name", "old", "new"), SAME, ids=[row[0] for row in SAME])
def test_does_not_change_the_version(name: str, old: str, new: str) -> None:
    assert stamp_of(GREET.replace(old, new)) == stamp_of(GREET)


@pytest.mark.parametrize(("name", "old", "new", "marks"), OTHER, ids=[row[0] for row in OTHER])
def test_changes_the_version(name: str, old: str, new: str, marks: tuple[bool, ...]) -> None:
    """`marks`: which steps keep theirs."""
    before, after = stamp_of(GREET), stamp_of(GREET.replace(old, new))
    assert before.version != after.version
    assert tuple(a == b for a, b in zip(before.marks, after.marks, strict=True)) == marks


def test_another_emergency_number_makes_the_print_outdated() -> None:
    changed = (CAFE / "handbook.yml").read_text("utf-8").replace('"112"', '"911"')
    before, after = stamp_of(GREET), sheet(site_of({PATH: GREET, "handbook.yml": changed}), "greet", "et").stamp
    assert before.version != after.version
    assert [a == b for a, b in zip(before.marks, after.marks, strict=True)] == [True, False]


def test_the_fragment_holds_version_and_marks() -> None:
    assert Stamp("3f9a1c2e", ("aB", "c_")).fragment == "print=3f9a1c2e.aBc_"


def test_the_page_and_the_print_carry_the_same_stamp() -> None:
    site = site_of({PATH: GREET.replace("astub", "{{ policy.closing_time }}")})
    assert stamp_of_page(site, "greet", "et") == sheet(site, "greet", "et").stamp
