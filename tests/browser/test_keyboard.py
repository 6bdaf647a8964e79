"""Every task by keyboard alone: what a reader can do with a finger, they can do with Tab, Enter, Space, arrows and Escape."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 800}
PLAYBOOK = "playbooks/handle-a-complaint/"
CHECKLIST = "checklists/handle-a-complaint/"
MOST = 150
"""Presses of Tab after which a reader would give up."""


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is on what the selector names, which must then be seen."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            expect(page.locator(":focus")).to_be_in_viewport()
            return
    raise AssertionError(f"the keyboard never reaches {selector}")


def choose(page: Page, menu: str, item: str) -> None:
    """Opens a menu and takes one of its entries."""
    tab_to(page, f"{menu} > summary")
    page.keyboard.press("Enter")
    tab_to(page, f"{menu} {item}")
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("root", "words"), [("", "complaint"), ("fi/", "reklamaatio"), ("pl/", "reklamacja"), ("kk/", "шағым")])
def test_search(opened: Any, root: str, words: str) -> None:
    page = opened(root + "about/", viewport=DESKTOP)
    page.keyboard.press("/")
    box = page.locator("#hb-search input")
    expect(box).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(".hb-hit").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".hb-hit[aria-selected=true]")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    tab_to(page, ".hb-search-open")
    page.keyboard.press("Enter")
    page.keyboard.type(words)
    expect(page.locator(".hb-hit").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: f"/{root}about/" not in url)


def test_find_in_the_menu_and_open_a_section(opened: Any) -> None:
    page = opened("fi/", viewport=PHONE)
    tab_to(page, ".hb-menu")
    page.keyboard.press("Enter")
    tab_to(page, ".hb-tree > li > details > summary")
    section = page.locator(".hb-tree > li > details").first
    was = section.evaluate("details => details.open")
    page.keyboard.press("Enter")
    assert section.evaluate("details => details.open") is not was
    tab_to(page, ".hb-tree a[href*='glossary']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fi/glossary/")


def test_read_beside_another_language_and_alone_again(opened: Any) -> None:
    page = opened("kk/" + PLAYBOOK)
    choose(page, ".hb-with", "[data-with=fi]")
    page.wait_for_selector(".hb-parallel")
    expect(page.locator(".hb-with > summary")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, ".hb-with [data-with='']")
    page.keyboard.press("Enter")
    expect(page.locator(".hb-twin")).to_have_count(0)


def test_tick_start_again_and_undo(opened: Any) -> None:
    page = opened("pl/" + CHECKLIST)
    tab_to(page, "#tick_introduce")
    page.keyboard.press("Space")
    expect(page.locator("#tick_introduce")).to_be_checked()
    choose(page, ".hb-run-more", "[data-run=again]")
    expect(page.locator("#tick_introduce")).not_to_be_checked()
    expect(page.locator("[data-run=undo]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#tick_introduce")).to_be_checked()


def test_pin_change_colours_and_find_the_pin_at_home(opened: Any) -> None:
    page = opened("kk/" + PLAYBOOK, viewport=DESKTOP)
    tab_to(page, ".hb-theme")
    page.keyboard.press("Space")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    tab_to(page, ".hb-pin")
    page.keyboard.press("Space")
    expect(page.locator(".hb-pin")).to_have_attribute("aria-pressed", "true")
    page.goto("kk/")
    tab_to(page, "#hb-mine a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/kk/{PLAYBOOK}")


def test_look_up_a_term(opened: Any) -> None:
    page = opened("pl/glossary/", viewport=DESKTOP)
    tab_to(page, "#hb-filter")
    page.keyboard.type("reklamacja")
    shown = page.locator(".hb-term:not([hidden])")
    expect(shown.first).to_be_visible()
    assert shown.count() < page.locator(".hb-term").count()
    tab_to(page, ".hb-term:not([hidden]) a")
    expect(page.locator(":focus")).to_have_attribute("href", re.compile("."))


def test_print_and_call_for_help(opened: Any) -> None:
    page = opened("fi/" + CHECKLIST)
    tab_to(page, ".hb-header a[href^='tel:']")
    tab_to(page, "article a[href$='.pdf'], article details:has(a[href$='.pdf']) > summary")


@pytest.mark.parametrize("path", ["fi/", "pl/" + PLAYBOOK, "kk/" + CHECKLIST, "glossary/"])
def test_focus_moves_down_the_page(opened: Any, path: str) -> None:
    """Reading order: in the text, what comes later in the source never stands above what came before (WCAG 1.3.2, 2.4.3)."""
    page = opened(path, viewport=PHONE)
    tops = page.locator("article :is(h1, h2, h3, p, li, a, summary, input, button)").evaluate_all(
        "all => all.filter(one => one.checkVisibility() && !one.closest('.hb-copy, .hb-popup ul, sup, .hb-cites')"
        " && getComputedStyle(one).position === 'static').map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])"
        ".map(([box, name]) => [box.top, box.height, name])"
    )
    back = [(before, after) for before, after in pairwise(tops) if after[0] + after[1] < before[0] - 1]
    assert len(tops) > 10
    assert back == []
