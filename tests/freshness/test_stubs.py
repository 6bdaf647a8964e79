"""Blocks become Markdown again: a page that is written out from its blocks is the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.freshness.stubs import stubs
from handbook.model.handbook import Handbook
from handbook.parse.page import front_matter
from handbook.scan.markdown import blocks

NUMBER = re.compile(r"(?m)^\d+\. ")
RULE = re.compile(r"(?m)^[|: -]+$")


def usual(text: str) -> str:
    """The text without what its writer may choose: numbers of a list, spaces in the rule of a table."""
    return RULE.sub(lambda match: re.sub("[ :]|-(?=-)", "", match[0]), NUMBER.sub("1. ", text)).strip()


@pytest.mark.parametrize("lang", ["en", "fi", "pl", "kk"])
def test_every_page_is_written_as_it_was_read(lang: str, handbook: Handbook, root: Path) -> None:
    for page in handbook.pages:
        if page.lang == lang:
            _, body, _, _ = front_matter(page.path, (root / page.path).read_text("utf-8"))
            assert usual(stubs(page.blocks)) == usual(body), page.path


def test_a_stroke_in_code_begins_no_column() -> None:
    page = "\n| a | b |\n|---|---|\n| `c | d` | e \\| f |\n|| g |\n"
    assert stubs(blocks("page.md", page)[0]) == page.replace("|| g", "| | g")
