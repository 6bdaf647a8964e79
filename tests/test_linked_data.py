"""schema.org data in pages: golden files from the fixture handbook, the shape on every built page, no way out of the block."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from golden import GOLDEN, assert_part
from paths import CAFE

from handbook.addresses import Addresses
from handbook.linked_data import linked_data
from handbook.pageview import PageView
from handbook.site import Site
from handbook_io.disk import handbook_in, site_in

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
URL = {"type": "string", "pattern": "^https://handbook\\.example/"}
TEXT = {"type": "string", "minLength": 1}
LANG = {"enum": ["en", "fi", "pl", "kk"]}


def _shape(kind: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"@type": {"const": kind}, **properties},
        "required": ["@type", *(name for name in properties if name != "alternateName")],
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


STEP = _shape("HowToStep", text=TEXT, url=URL)
GROUP = _shape("HowToSection", name=TEXT, url=URL, itemListElement=_list(STEP))
TERM = {"@id": URL, "termCode": TEXT, "name": TEXT, "description": TEXT, "alternateName": _list(TEXT), "inDefinedTermSet": URL}
PLACE = _shape("ListItem", position={"type": "integer", "minimum": 1}, name=TEXT, item=URL)
ABOUT = {"@id": URL, "url": URL, "name": TEXT, "description": TEXT, "inLanguage": LANG}
SHAPES = {
    "HowTo": _shape("HowTo", **ABOUT, step=_list(GROUP)),
    "DefinedTermSet": _shape("DefinedTermSet", **ABOUT, hasDefinedTerm=_list(_shape("DefinedTerm", **TERM))),
    "BreadcrumbList": _shape("BreadcrumbList", itemListElement=_list(PLACE)),
}


@pytest.fixture(scope="module")
def small() -> Site:
    handbook = handbook_in(CAFE).handbook
    assert handbook is not None
    return site_in(CAFE, handbook, Addresses("et", site_url="https://cafe.example/"))


VIEWS = {
    "checklist": ("et", "checklists/greet-a-guest", "checklist", "Tervita külalist", "greet-a-guest"),
    "playbook": ("fa", "playbooks/stay-safe", "playbook", "در امان بمانید", "stay-safe"),
    "glossary": ("fa", "glossary", "glossary", "واژه‌نامه", ""),
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_says_what_it_is(small: Site, name: str) -> None:
    lang, path, kind, title, slug = VIEWS[name]
    view = PageView(small, lang, path, kind, title, "Kirjeldus.", lang, slug)
    found = json.dumps(json.loads(linked_data(view)), ensure_ascii=False, indent=1)
    assert_part(GOLDEN / "linked-data.txt", name, found + "\n")


def test_the_home_page_needs_no_way_to_itself(small: Site) -> None:
    assert linked_data(PageView(small, "et", "index", "home", "Kohvik", "Kirjeldus.", "et")) == ""


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "a\u2028b", '"}]'])
def test_no_title_ends_the_block(small: Site, title: str) -> None:
    page = small.handbook.playbooks["greet-a-guest"]["et"]
    named = replace(page, matter=replace(page.matter, title=title))
    handbook = replace(small.handbook, pages=tuple(named if one is page else one for one in small.handbook.pages))
    changed = replace(small, handbook=handbook)
    text = linked_data(PageView(changed, "et", "checklists/greet-a-guest", "checklist", title, "…", "et", "greet-a-guest"))
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"][0]["name"] == title
    parser = Scripts()
    parser.feed(f'<script type="application/ld+json">{text}</script>')
    assert parser.scripts == 1


class Scripts(HTMLParser):
    scripts = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.scripts += tag == "script"


def test_every_page_below_home_has_its_data(site: Path) -> None:
    kinds: dict[str, int] = {}
    for path in sorted(site.rglob("index.html")):
        url = path.parent.relative_to(site).as_posix().removesuffix(".") + "/"
        blocks = BLOCK.findall(path.read_text("utf-8"))
        if url in ("/", "fi/", "pl/", "kk/") or 'http-equiv="refresh"' in path.read_text("utf-8"):
            assert blocks == []
            continue
        (block,) = blocks
        for node in json.loads(block)["@graph"]:
            jsonschema.validate(node, SHAPES[node["@type"]])
            kinds[node["@type"]] = kinds.get(node["@type"], 0) + 1
            if node["@type"] == "BreadcrumbList":
                items = node["itemListElement"]
                assert [item["position"] for item in items] == list(range(1, len(items) + 1))
                assert items[-1]["item"] == f"https://handbook.example/{url}"
                for item in items:
                    there = item["item"].removeprefix("https://handbook.example/").partition("#")[0]
                    assert (site / there / "index.html").is_file(), item
    assert kinds["DefinedTermSet"] == 4
    assert kinds["HowTo"] == 4 * len([one for one in (site / "checklists").iterdir() if one.is_dir()])
