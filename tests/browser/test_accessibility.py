"""axe on a pairwise sample of pages, languages, colours and widths; menus open too; what axe can't see, by hand."""

from __future__ import annotations

from importlib import resources
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from handbook import tokens

LANGUAGES = ("", "fi/", "pl/", "kk/")
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
KINDS = (
    "",
    "playbooks/handle-a-complaint/",
    "playbooks/respond-to-abuse-and-threats/",
    "playbooks/find-and-prioritise-customers/",
    "playbooks/handle-a-complaint/?with=",
    "checklists/handle-a-complaint/",
    "checklists/",
    "glossary/",
    "terms/",
    "sources/",
    "claims/",
    "about/",
)
SAMPLE = [
    (kind, lang, SCHEMES[(at + number) % 2], WIDTHS[(at + 2 * number + (at // 3)) % 3])
    for at, kind in enumerate(KINDS)
    for number, lang in enumerate(LANGUAGES)
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """rules => axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target} ${node.html.slice(0, 120)}`)))"""
THIN = """() => { for (const one of document.querySelectorAll('.hb-letter:nth-of-type(n+4), .hb-places > li:nth-child(n+8), .hb-terms tbody tr:nth-child(n+12),'
  + '.hb-pair:nth-child(n+40)')) one.remove() }"""
"""Long lists repeat themselves: their first entries speak for the rest."""


def axe_source() -> str:
    """The newer of the packages that bring axe."""
    for package in ("axe_playwright_python", "axe_core_python"):
        try:
            return (resources.files(package) / "axe.min.js").read_text("utf-8")
        except ModuleNotFoundError:
            continue
    raise LookupError("no axe: pip install axe-core-python")


def violations(page: Page) -> list[str]:
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
        page.evaluate(THIN)
        assert violations(page) == [], (lang, scheme, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (lang, width)


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
        "() => { const key = 'handbook.ticks.handle-a-phone-call'; const run = JSON.parse(localStorage.getItem(key)); run.touched -= 15 * 3600000;"
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


def test_the_tokens_keep_their_contrast(root: Any) -> None:
    css = (root / "overrides/assets/stylesheets/handbook.css").read_text("utf-8")
    for pair in tokens.contrasts(css):
        assert min(pair.light, pair.dark) >= pair.least, pair
    rules = tokens.blocks(css)
    assert rules[':root:not([data-theme="light"])'] == rules[tokens.DARK]


def test_text_spacing_loses_nothing(opened: Any) -> None:
    """WCAG 1.4.12: nothing is cut off with wider spacing."""
    page = opened("fi/checklists/handle-a-complaint/", viewport={"width": 320, "height": 640})
    page.locator(".hb-step > label").first.click()
    page.evaluate(
        "() => { for (const one of document.querySelectorAll('body *')) {"
        " one.style.lineHeight = '1.5'; one.style.letterSpacing = '0.12em'; one.style.wordSpacing = '0.16em' } }"
    )
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.hb-button, .hb-step label, .hb-run p, h1, h2, .hb-emergency a, .hb-brand')]
          .filter(one => one.checkVisibility() && (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline'))
          .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["kk/", "pl/playbooks/handle-a-complaint/?with=fi", "fi/checklists/handle-a-complaint/"])
def test_type_twice_as_large_still_fits(opened: Any, path: str) -> None:
    """WCAG 1.4.4 and 1.4.10: 200 % at 640 px is 320 px wide; and the type alone doubled at 390 px."""
    page = opened(path, viewport={"width": 390, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(50)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_forced_colours_keep_boxes_and_marks(opened: Any) -> None:
    page = opened("checklists/handle-a-complaint/", forced_colors="active")
    page.locator("#introduce > label").click()
    assert page.locator("#tick-introduce").evaluate("box => getComputedStyle(box).appearance") == "auto"
    assert page.locator(".hb-button:visible").first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"


def test_reduced_motion_is_respected(opened: Any) -> None:
    page = opened("checklists/handle-a-complaint/")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('.hb-header *, article *, .hb-run *')].filter(one => ['', '::before', '::after'].some(part =>
          getComputedStyle(one, part || null).transitionDuration.split(', ').some(time => parseFloat(time) > 0.01)))
          .map(one => one.className).slice(0, 5)"""
    )
    assert moving == []


def test_focus_is_always_seen(opened: Any) -> None:
    page = opened("pl/checklists/handle-a-phone-call/")
    page.locator(".hb-step > label").first.click()
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    for _ in range(45):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const one = document.activeElement; if (one === document.body) return null;
              const box = one.getBoundingClientRect(); const bar = document.getElementById('hb-run').getBoundingClientRect();
              const under = !one.closest('#hb-run, .hb-header, .md-skip') && box.top >= bar.top;
              return { what: one.outerHTML.slice(0, 90), outline: getComputedStyle(one).outlineStyle, under, off: box.bottom < 0 || box.top > innerHeight } }"""
        )
        if found:
            assert found["outline"] not in ("none", ""), found
            assert not found["under"], found
            assert not found["off"], found
