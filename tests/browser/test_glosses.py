"""What a linked word means: beside it for a mouse and the keyboard, in a sheet for a finger, a link without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_axe import violations

DESKTOP = {"width": 1280, "height": 900}
PLAYBOOK = "playbooks/handle-a-complaint/"
BOX = ".hb-gloss:popover-open"
EXPECTED = {
    "": ("complaint", "A customer’s expression of dissatisfaction", ["valitus", "skarga", "шағым"]),
    "fi/": ("valitus", "Asiakkaan ilmaus siitä", ["complaint", "skarga", "шағым"]),
    "pl/": ("skarga", "Wyraz niezadowolenia klienta", ["complaint", "valitus", "шағым"]),
    "kk/": ("шағым", "Клиенттің тауарға", ["complaint", "valitus", "skarga"]),
}


def word(page: Page) -> Any:
    return page.locator("a.hb-concept[data-concept=complaint]").first


def assert_says(box: Any, root: str) -> None:
    term, definition, others = EXPECTED[root]
    assert box.locator(".hb-gloss-term").inner_text() == term
    assert box.locator(".hb-gloss-definition").inner_text().startswith(definition)
    assert box.locator("dd").all_inner_texts() == others
    codes = [lang for lang in ("en", "fi", "pl", "kk") if f"{lang}/" != (root or "en/")]
    assert box.locator("dd").evaluate_all("all => all.map(one => one.lang)") == codes


@pytest.mark.parametrize("root", EXPECTED)
def test_the_mouse_shows_it_and_may_travel_into_it(opened: Any, root: str) -> None:
    page = opened(root + PLAYBOOK, viewport=DESKTOP)
    before = page.locator("article").bounding_box()
    word(page).hover()
    box = page.locator(BOX)
    assert_says(box, root)
    expect(word(page)).to_have_attribute("aria-describedby", "hb-gloss")
    box.locator("dd").last.hover()
    page.wait_for_timeout(400)
    expect(box).to_be_visible()
    assert page.locator("article").bounding_box() == before
    page.mouse.move(5, 5)
    expect(box).to_have_count(0)
    word(page).click()
    page.wait_for_url("**/glossary/#complaint")


@pytest.mark.parametrize("root", EXPECTED)
def test_the_keyboard_shows_it_and_escape_closes_it(opened: Any, root: str) -> None:
    page = opened(root + PLAYBOOK, viewport=DESKTOP)
    page.keyboard.press("Tab")
    word(page).focus()
    assert_says(page.locator(BOX), root)
    page.mouse.move(5, 5)
    page.wait_for_timeout(400)
    expect(page.locator(BOX)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_have_count(0)
    expect(word(page)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#complaint")


@pytest.mark.parametrize("root", EXPECTED)
def test_a_finger_opens_a_sheet(opened: Any, root: str) -> None:
    page = opened(root + PLAYBOOK, has_touch=True, is_mobile=True)
    word(page).tap()
    sheet = page.locator("dialog.hb-sheet[open]")
    assert_says(sheet, root)
    edge = sheet.bounding_box()
    assert edge["y"] + edge["height"] == pytest.approx(800, abs=1)
    assert sheet.locator("button").bounding_box()["y"] - edge["y"] < 16, "the cross stands in the corner, not on what is beneath"
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    word(page).tap()
    page.touchscreen.tap(100, 80)
    expect(sheet).to_have_count(0)
    word(page).tap()
    sheet.locator("button").tap()
    expect(sheet).to_have_count(0)
    word(page).tap()
    sheet.locator("a").tap()
    page.wait_for_url("**/glossary/#complaint")


def test_a_finger_on_a_word_ticks_no_step(opened: Any) -> None:
    page = opened("pl/" + PLAYBOOK, has_touch=True, is_mobile=True)
    step = page.locator(".hb-step:has(a.hb-concept)").first
    step.locator("a.hb-concept").tap()
    expect(page.locator("dialog.hb-sheet[open]")).to_be_visible()
    expect(step.locator("input")).not_to_be_checked()


def test_without_scripts_it_is_a_link_and_on_paper_a_word(opened: Any) -> None:
    page = opened("fi/" + PLAYBOOK, java_script_enabled=False)
    word(page).click()
    assert page.url.endswith("/fi/glossary/#complaint")
    page = opened("fi/" + PLAYBOOK, viewport=DESKTOP)
    word(page).hover()
    expect(page.locator(BOX)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".hb-gloss")).to_be_hidden()
    assert word(page).evaluate("one => getComputedStyle(one).textDecorationLine") == "none"


def test_the_twin_beside_explains_its_own_words(opened: Any) -> None:
    page = opened("kk/" + PLAYBOOK + "?with=pl", viewport=DESKTOP)
    page.locator(".hb-twin a.hb-concept[data-concept=complaint]").first.hover()
    assert_says(page.locator(BOX), "pl/")
    word(page).hover()
    expect(page.locator(f"{BOX} .hb-gloss-term")).to_have_text("шағым")


def test_it_stays_inside_the_window(opened: Any) -> None:
    page = opened("kk/" + PLAYBOOK, viewport={"width": 640, "height": 400})
    for each in page.locator("a.hb-concept").all()[:12]:
        each.hover()
        expect(each).to_have_attribute("aria-describedby", "hb-gloss")
        edge = page.locator(BOX).bounding_box()
        assert edge["x"] >= 0
        assert edge["x"] + edge["width"] <= 640
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_box_and_the_sheet(opened: Any, scheme: str) -> None:
    page = opened("pl/" + PLAYBOOK, viewport=DESKTOP, color_scheme=scheme)
    word(page).hover()
    expect(page.locator(BOX)).to_be_visible()
    assert violations(page) == []
    page = opened("kk/" + PLAYBOOK, has_touch=True, is_mobile=True, color_scheme=scheme)
    word(page).tap()
    assert violations(page) == []


def test_opened_from_a_folder_it_works_too(opened: Any, folder: Any) -> None:
    page = opened((folder / "fi" / PLAYBOOK / "index.html").as_uri(), viewport=DESKTOP)
    word(page).hover()
    assert_says(page.locator(BOX), "fi/")
