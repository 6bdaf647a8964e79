"""axe on a pairwise sample of pages, languages, colours and widths; menus and questions open too."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import looks
import pytest
from axe_on_page import violations
from page_types import KINDS, LANGUAGES, ONCE, SAMPLE, SCHEMES, WIDTHS, shortened, thin
from playwright.sync_api import expect


def test_the_sample_is_pairwise() -> None:
    values = (KINDS, LANGUAGES, SCHEMES, WIDTHS)
    for one, other in combinations(range(4), 2):
        assert {(row[one], row[other]) for row in SAMPLE} == {(a, b) for a in values[one] for b in values[other]}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind or "home")
def test_axe_finds_nothing(context: Any, kind: str) -> None:
    page = context().new_page()
    for _, lang, scheme, width in (row for row in SAMPLE if row[0] == kind):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(lang + kind + (("pl" if lang != "pl/" else "fi") if kind.endswith("=") else ""))
        if kind.endswith("="):
            page.wait_for_selector(".hb-parallel")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (lang, width)
        thin(page)
        assert violations(page) == [], (lang, scheme, width)


@pytest.mark.parametrize("path", ONCE)
def test_axe_finds_nothing_on_rarer_pages(opened: Any, path: str) -> None:
    assert violations(shortened(opened, path)) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_open_menus_and_questions(context: Any, scheme: str) -> None:
    page = context(color_scheme=scheme, locale="fi-FI", viewport=looks.NARROW).new_page()
    page.goto("kk/checklists/handle-a-phone-call/")
    expect(page.locator("#hb-offer")).to_be_visible()
    page.locator(".hb-step > label").first.click()
    for menu in (".hb-languages", ".hb-with", ".hb-pdfs", ".hb-run-more"):
        page.locator(f"{menu} > summary").click()
        expect(page.locator(f"{menu}[open]")).to_have_count(1)
        assert looks.cut(page, menu) == []
        assert violations(page) == [], menu
        page.keyboard.press("Escape")
    page.evaluate(
        "() => { const key = 'handbook.ticks.handle-a-phone-call'; const run = JSON.parse(localStorage.getItem(key));"
        " run.touched -= 15 * 3600000;"
        " for (const id in run.steps) run.steps[id].version = '0'; localStorage.setItem(key, JSON.stringify(run)) }"
    )
    page.reload()
    assert violations(page) == [], "question"
    page.locator("[data-run=continue]").click()
    expect(page.locator(".hb-changed")).to_have_count(1)
    assert violations(page) == [], "changed step"
    page.locator(".hb-menu").click()
    for section in page.locator("#hb-nav details:not([open]) > summary:visible").all()[:2]:
        section.click()
    assert violations(page) == [], "drawer"
    page.goto("fi/")
    expect(page.locator("#hb-mine")).to_be_visible()
    assert violations(page) == [], "home page with its list"


def test_axe_finds_nothing_on_the_404_and_style_pages(context: Any) -> None:
    device = context()
    device.watch.allowed |= {"404"}
    page = device.new_page()
    for path in ("pl/playbooks/skarga/", "style.html"):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.goto(path, wait_until="networkidle")
            assert violations(page) == [], (path, scheme)
