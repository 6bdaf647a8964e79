"""Golden files: our Markdown, and the clean HTML that readers get."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from golden import GOLDEN, assert_part, parts
from paths import CAFE

from handbook.addresses import Addresses
from handbook.model.settings import Language
from handbook.render.blocks import page_html
from handbook.render.context import PageContext
from handbook.sanitise import sanitised
from handbook.scan.markdown import blocks
from handbook.site import Site
from handbook.typography import typeset
from handbook_io.disk import handbook_in, site_in

CASES = sorted((GOLDEN / "html").glob("*.txt"))


@pytest.fixture(scope="module")
def small() -> Site:
    handbook = handbook_in(CAFE).handbook
    assert handbook is not None
    return site_in(CAFE, handbook, Addresses("et"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_markdown_becomes_clean_html(case: Path, small: Site) -> None:
    page = PageContext(small, "playbooks/greet-a-guest", "playbooks/greet-a-guest/", "et", "et")
    found, _ = blocks("page.md", parts(case)["markdown"])
    assert_part(case, "html", sanitised(page_html(found, page)) + "\n")


LATIN = Language("polski", "pl_PL", ("„", "”"), short_words=("a", "i", "o", "u", "w", "z"))


@pytest.mark.parametrize(
    ("text", "set"),
    [
        ("idź z klientem i w dom", "idź z·klientem i·w·dom"),
        ("A w 3 dni", "A·w·3·dni"),
        ("5 – 10 minut", "5·– 10·minut"),
        ("kroki 1–6 i 8", "kroki 1–6·i·8"),
        ("20 % z 45 cm", "20·% z·45·cm"),
        ("wersja 2.0 jest", "wersja 2.0·jest"),
        ("nic tu", "nic tu"),
        ("", ""),
    ],
)
def test_spaces_that_may_not_break(text: str, set: str) -> None:
    assert typeset(text, LATIN) == set.replace("·", "\u00a0")


def test_a_box_and_the_reason_for_it_share_no_id_with_what_an_editor_named(small: Site) -> None:
    page = PageContext(small, "playbooks/greet-a-guest", "playbooks/greet-a-guest/", "et", "et")
    found, _ = blocks("page.md", "- [ ] Smile. { #smile } [@menu-003]\n- [ ] Tick. { #tick-smile } [@menu-003]\n")
    ids = re.findall(r' id="([^"]*)"', sanitised(page_html(found, page)))
    assert len({*ids}) == len(ids) == 4
