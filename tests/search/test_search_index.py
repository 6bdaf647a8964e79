"""What is known of a page's words is remembered between builds; the index is the same with and without."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.recall import Recall
from handbook.search import inverted, records
from handbook.site import Site
from handbook.words.words import Words
from handbook_build.inputs import tools
from handbook_build.memory import Memory
from handbook_io.search_index import index_files


@pytest.fixture
def site(handbook: Handbook, words: Mapping[str, Words]) -> Site:
    return Site(handbook, {}, Addresses("en"), words=words)


@pytest.mark.parametrize("lang", ["en", "fi"])
def test_a_remembered_index_is_the_same(site: Site, tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(tmp_path, lang, "1")
    first = dict(index_files(site, lang, memory.recall))
    memory.save()
    monkeypatch.setattr(inverted, "_stored", _forbidden)
    monkeypatch.setattr(records, "_playbook", _forbidden)
    assert dict(index_files(site, lang, Memory(tmp_path, lang, "1").recall)) == first


def _forbidden(*values: object) -> NoReturn:
    raise AssertionError(values)


def test_only_what_changed_is_read_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Recall()
    first = dict(index_files(site, "fi", known))
    changed = site.playbook("handle-a-complaint", "fi").path
    edited = replace(site.handbook, digests={**site.handbook.digests, changed: "other"})
    read: list[str] = []
    real = records._playbook
    monkeypatch.setattr(records, "_playbook", lambda playbook, *rest: (read.append(playbook.path), real(playbook, *rest))[1])
    assert dict(index_files(replace(site, handbook=edited), "fi", Recall(known.used))) == first
    assert read == [changed]


def test_other_tables_are_another_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words/xx.yml").write_text("analyser: a", "utf-8")
    before = tools(tmp_path, ())
    (tmp_path / "words/xx.yml").write_text("analyser: b", "utf-8")
    assert tools(tmp_path, ()) != before
