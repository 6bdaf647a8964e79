"""Weights are remembered between builds; the index is the same with and without."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.search.record import Block, Record
from handbook.site import Site
from handbook.words.language import Language
from handbook.words.words import Words
from handbook_io import search_index
from handbook_io.search_index import Weights, fingerprint, index_files

WORDS = {"xx": Words(Language("xx"))}
ONE = Record("a/", "Gatto", "section", "xx", (Block("nero"),))
OTHER = Record("b/", "Cane", "section", "xx", (Block("bianco"),))


def weighed(path: Path, *records: Record, made_by: str = "1") -> list[Mapping[str, int]]:
    weigh = Weights(path, made_by, "xx", WORDS)
    found = [weigh(record) for record in records]
    weigh.save()
    return found


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records that are weighed, not remembered."""
    seen: list[str] = []
    real = search_index.weights
    monkeypatch.setattr(search_index, "weights", lambda record, *rest: (seen.append(record.title), real(record, *rest))[1])
    return seen


def test_only_what_changed_is_weighed_again(tmp_path: Path, asked: list[str]) -> None:
    path = tmp_path / "search" / "xx.json"
    first = weighed(path, ONE, OTHER)
    assert weighed(path, ONE, OTHER) == first
    assert asked == ["Gatto", "Cane"]
    weighed(path, ONE, Record("b/", "Lupo", "section", "xx"))
    assert asked == ["Gatto", "Cane", "Lupo"]
    weighed(path, OTHER)
    assert asked == ["Gatto", "Cane", "Lupo", "Cane"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"1": {}}'])
def test_a_damaged_cache_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "xx.json"
    path.write_text(text, "utf-8")
    assert weighed(path, ONE) == weighed(tmp_path / "fresh.json", ONE)


def test_other_tables_or_code_forget_everything(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "xx.yml").write_text("analyser: a", "utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "xx.yml").write_text("analyser: b", "utf-8")
    assert fingerprint(tmp_path) != before
    weighed(tmp_path / "xx.json", ONE, made_by="1")
    weighed(tmp_path / "xx.json", ONE, made_by="2")
    assert asked == ["Gatto", "Gatto"]


def test_the_index_is_the_same_from_the_cache(root: Path, handbook: Handbook, words: Mapping[str, Words], tmp_path: Path) -> None:
    site = Site(handbook, {}, Addresses("en"), words=words)
    made = [dict(index_files(site, "fi", root, tmp_path)) for _ in range(2)]
    assert made[0] == made[1]
