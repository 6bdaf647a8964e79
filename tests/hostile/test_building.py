"""What passes the reading is built, all at once: nothing that was sent runs, leaks a file or breaks what stands beside it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from case import Case, fixture
from hostile import CASES
from paths import ROOT
from test_reading import reading

from handbook.recall import Recall
from handbook_build.build import BuildError, build_site

SECRET = "hunter2-not-to-be-published"
MORE = {"table", "thead", "tbody", "tr", "th", "td", "code", "ol", "em", "strong", "noscript"}
MOVED = "assets/javascripts/moved.*.js"
"""What the fixture lacks: tables, and pages at former addresses with their script."""
ICON = "settings-icon-of-nothing"
"""Only a build knows which drawings there are."""
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}


class Tags(HTMLParser):
    """Every tag of a page, and the text of its inline scripts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += [""] if tag == "script" else []
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data


def batch(apart: bool) -> list[Case]:
    """Cases without errors that can live in one handbook."""
    base, recall = fixture(), Recall()
    clean = [case for case in CASES if not [p for p in reading(case.applied(base), recall) if p.severity == "error"]]
    return [case for case in clean if case.name.startswith("settings-") == apart and case.name != ICON]


def written(folder: Path, cases: list[Case]) -> Path:
    """The fixture with all these cases in it, and a secret beside it."""
    files, recall = fixture(), Recall()
    for case in cases:
        tried = case.applied(files)
        if not [problem for problem in reading(tried, recall) if problem.severity == "error"]:
            files = tried
    (folder / "secret.txt").write_text(SECRET, "utf-8")
    for path, data in files.items():
        target = folder / "handbook" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    config = folder / "handbook" / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../../", f"{ROOT.as_posix()}/"), "utf-8")
    return folder / "handbook"


def wrongs(page: Path, known: set[str], scripts: set[str]) -> list[str]:
    """What a page holds that could run, or that no page of the fixture has."""
    read = Tags(page.read_text("utf-8"))
    found = [f"<{tag}>" for tag, _ in read.tags if tag not in known]
    for tag, attributes in read.tags:
        found += [f"{tag} {name}" for name in attributes if name.startswith("on") or name in ("srcdoc", "style")]
        found += [f"{tag} {name}" for name in attributes if "xss" in name or '"' in name or "<" in name]
        if tag == "script" and attributes.get("type") != "application/ld+json":
            found += [f"script {attributes}"] if attributes.get("src", "").rpartition("/")[2] not in scripts else []
        for name in ADDRESSES & attributes.keys():
            scheme = attributes[name].partition(":")[0].strip().lower() if ":" in attributes[name].partition("/")[0] else ""
            found += [f"{tag} {name}={attributes[name]}"] if scheme not in ("", "https", "mailto", "tel") else []
    for text in filter(str.strip, read.scripts):
        json.loads(text)
    return found


@pytest.fixture(scope="module", params=[False, True], ids=["pages", "settings"])
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    build_site(written(folder, batch(request.param)), folder / "site", lambda text: None)
    return folder / "site"


def test_nothing_that_was_sent_runs(hostile_site: Path, cafe: Path) -> None:
    clean = [Tags(page.read_text("utf-8")) for page in cafe.rglob("*.html")]
    known = {tag for page in clean for tag, _ in page.tags} | MORE
    scripts = {found.get("src", "").rpartition("/")[2] for page in clean for tag, found in page.tags if tag == "script"}
    scripts |= {path.name for path in cafe.glob(MOVED)}
    found = {page.relative_to(hostile_site).as_posix(): wrongs(page, known, scripts) for page in hostile_site.rglob("*.html")}
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def test_what_programs_read_is_well_formed(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*"):
        if path.suffix in (".json", ".webmanifest"):
            json.loads(path.read_text("utf-8"))
        elif path.suffix == ".xml":
            ElementTree.fromstring(path.read_text("utf-8"))


def test_no_file_leaks(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert SECRET.encode() not in data
            assert b"root:x:0" not in data, path


def test_nothing_is_written_beside_the_site(hostile_site: Path) -> None:
    beside = {path.name for path in hostile_site.parent.iterdir()}
    assert beside <= {"handbook", "site", "secret.txt", ".site.lock"}
    there = {path.name for path in (hostile_site.parent / "handbook").iterdir()}
    assert there <= {"docs", "glossary", "sources", "catalogues", "rules", "translations", "handbook.yml", "mkdocs.yml", ".cache"}


def test_an_icon_that_is_not_there_is_told(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.name == ICON)
    with pytest.raises(BuildError, match=r"handbook.yml:\d+:?\d*: there is no icon “nothing”"):
        build_site(written(tmp_path, [case]), tmp_path / "site", lambda text: None)
