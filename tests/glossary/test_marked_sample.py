"""Glossary links on text that was marked by hand: what they must find, and what they must leave alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from handbook.site import Site

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "glossary"))

from scoring import score


@pytest.mark.parametrize(("lang", "recall"), [("fi", 0.95), ("pl", 0.95), ("kk", 0.90)])
def test_links_are_where_a_reader_expects_them(lang: str, recall: float, handbook_site: Site) -> None:
    made = score(lang, handbook_site)
    assert made.marked >= 400
    assert made.recall >= recall, made.remarks
    assert made.precision >= 0.98, made.remarks


@pytest.mark.parametrize("lang", ["fi", "pl", "kk"])
def test_no_look_alike_is_linked(lang: str, handbook_site: Site) -> None:
    made = score(lang, handbook_site)
    assert made.look_alikes >= 200
    assert made.linked_look_alikes == 0, made.remarks
