"""axe on a pairwise sample of pages, languages, colours and widths; menus and questions open too."""

from __future__ import annotations

from importlib import resources
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

LANGUAGES = ("", "fi/", "pl/", "kk/")
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
KINDS = (
    "",
    "playbooks/handle-a-complaint/",
    "playbooks/handle-a-complaint/?with=",
    "checklists/handle-a-complaint/",
    "checklists/",
    "glossary/",
    "terms/",
    "sources/",
    "claims/",
)
ONCE = (
    "playbooks/respond-to-abuse-and-threats/",
    "playbooks/find-and-prioritise-customers/",
    "pl/about/",
    "fi/offline/",
    "kk/glossary/?with=fi",
)
SAMPLE = [
    (kind, lang, SCHEMES[(at + number) % 2], WIDTHS[(at + 2 * number + (at // 3)) % 3])
    for at, kind in enumerate(KINDS)
    for number, lang in enumerate(LANGUAGES)
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """rules => axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} ${node.target}`)))"""
LONG = (
    ".hb-letter:nth-of-type(n+2)",
    ".hb-term:nth-of-type(n+4)",
    ".hb-pair:has(> .hb-term):nth-child(n+5)",
    ".hb-source:nth-of-type(n+2)",
    ".hb-places > li:nth-child(n+6)",
    ".hb-terms tbody tr:nth-child(n+6)",
    ".hb-claims:nth-of-type(n+2)",
    ".hb-claim:nth-of-type(n+4)",
    ".hb-step:nth-child(n+4)",
    ".hb-situation-card:nth-child(n+5)",
    ".hb-card:nth-child(n+5)",
    ".hb-tree > li > details:not([open])",
    "article > p:nth-of-type(n+9)",
    "article > ul:nth-of-type(n+4)",
    "article > h3:nth-of-type(n+4)",
    "article > .hb-phrase:nth-of-type(n+4)",
    "article > .hb-pair:nth-of-type(n+12)",
)
"""Long lists repeat themselves: their first entries speak for the rest."""


def thin(page: Page) -> None:
    page.evaluate("long => { for (const one of document.querySelectorAll(long)) one.remove() }", ", ".join(LONG))


def axe_source() -> str:
    """The newer of the packages that bring axe."""
    for package in ("axe_playwright_python", "axe_core_python"):
        try:
            return (resources.files(package) / "axe.min.js").read_text("utf-8")
        except ModuleNotFoundError:
            continue
    raise LookupError("no axe: pip install axe-core-python")


def violations(page: Page) -> list[str]:
    """The bars that float over what scrolls are judged where they rest: beneath them, axe calls every target too small."""
    page.evaluate("() => { for (const bar of document.querySelectorAll('.hb-header, .hb-run')) bar.style.position = 'static' }")
    page.evaluate(axe_source())
    found: list[str] = page.evaluate(AXE, RULES)
    return found


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
    page = opened(path)
    if "with=" in path:
        page.wait_for_selector(".hb-parallel")
    thin(page)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_open_menus_and_questions(context: Any, scheme: str) -> None:
    page = context(color_scheme=scheme, locale="fi-FI").new_page()
    page.goto("kk/checklists/handle-a-phone-call/")
    expect(page.locator("#hb-offer")).to_be_visible()
    page.locator(".hb-step > label").first.click()
    for menu in (".hb-languages", ".hb-with", ".hb-run-more"):
        page.locator(f"{menu} > summary").click()
        expect(page.locator(f"{menu}[open]")).to_have_count(1)
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
