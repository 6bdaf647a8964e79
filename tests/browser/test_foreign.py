"""Another organisation's handbook, one of its languages right-to-left: nothing is made for four languages only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from served import served


@pytest.fixture
def page(chromium: Browser, cafe: Path) -> Iterator[Page]:
    faults: list[str] = []
    with served(cafe) as address:
        context = chromium.new_context(base_url=address, viewport={"width": 390, "height": 800}, locale="fa-IR")
        context.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        yield context.new_page()
        context.close()
    assert faults == []


def test_a_number_in_other_digits_can_be_called(page: Page) -> None:
    page.goto("fa/")
    expect(page.locator(".hb-header a[href^='tel:']")).to_have_attribute("href", "tel:115")
    page.goto("")
    expect(page.locator(".hb-header a[href^='tel:']")).to_have_attribute("href", "tel:112")


def test_two_directions_stand_side_by_side(page: Page) -> None:
    page.goto("fa/checklists/greet-a-guest/?with=et")
    page.wait_for_selector(".hb-parallel")
    twin = page.locator(".hb-step .hb-twin").first
    assert (page.locator("body").get_attribute("dir"), twin.get_attribute("dir"), twin.get_attribute("lang")) == (
        "rtl",
        "ltr",
        "et",
    )
    page.locator(".hb-step > label").first.click()
    page.goto("checklists/greet-a-guest/?with=fa")
    page.wait_for_selector(".hb-parallel")
    expect(page.locator(".hb-tick:checked")).to_have_count(1)
    expect(page.locator(".hb-step .hb-twin").first).to_have_attribute("dir", "rtl")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
