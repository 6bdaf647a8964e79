"""What axe can't see: contrast of the tokens, spacing, zoom, forced colours, motion, focus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import looks
import pytest
from page_types import PAGE_TYPES, shortened
from playwright.sync_api import expect

from handbook import tokens


def test_the_tokens_keep_their_contrast(root: Path) -> None:
    css = (root / "overrides/assets/stylesheets/handbook.css").read_text("utf-8")
    for pair in tokens.contrasts(css):
        assert min(pair.light, pair.dark) >= pair.least, pair
    assert len([token for token in tokens.tokens(css) if token.is_colour and token.light != token.dark]) == 15


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_what_axe_cannot_see(opened: Any, path: str) -> None:
    """Wider spacing, type and zoom of 200 %, forced colours, less motion, focus: on every type of page."""
    assert looks.faults(shortened(opened, path)) == []


@pytest.mark.parametrize("path", ["playbooks/listen-and-identify-needs/?with=fi", "pl/playbooks/build-customer-relationships/"])
def test_doubled_type_leaves_words_their_room(opened: Any, path: str) -> None:
    """A step with three sources, beside another language; a long word before a field to fill in."""
    assert looks.enlarged(opened(path)) == []


def test_large_type_and_many_sources_leave_a_step_its_words(opened: Any) -> None:
    """Sources stand beside a step where there is room, and below it where there is not."""
    page = opened("playbooks/listen-and-identify-needs/", viewport=looks.NARROW)
    place = "step => ['label', '.hb-cites'].map(part => step.querySelector(part).getBoundingClientRect())"
    label, cites = page.locator("#current-needs").evaluate(place)
    assert label["right"] <= cites["left"]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    label, cites = page.locator("#current-needs").evaluate(place)
    assert label["bottom"] <= cites["top"]
    assert label["width"] > 140


def test_forced_colours_leave_boxes_to_the_browser(opened: Any) -> None:
    page = opened("checklists/handle-a-complaint/", forced_colors="active")
    page.locator("#introduce > label").click()
    assert page.locator("#tick_introduce").evaluate("box => getComputedStyle(box).appearance") == "auto"


def test_a_browser_without_light_dark_gets_light_colours(context: Any, site: Path) -> None:
    (style,) = (site / "assets/stylesheets").glob("handbook.*.css")
    css = style.read_text("utf-8").replace("light-dark(", "unknown(")
    page = context(color_scheme="dark").new_page()
    page.route(f"**/{style.name}", lambda route: route.fulfill(body=css, content_type="text/css"))
    page.goto("fi/playbooks/handle-a-complaint/")
    colours = page.evaluate(
        "[document.body, document.querySelector('.hb-main-button')].map(one => "
        "[getComputedStyle(one).color, getComputedStyle(one).backgroundColor])"
    )
    assert colours == [["rgb(28, 43, 47)", "rgb(251, 250, 247)"], ["rgb(251, 250, 247)", "rgb(11, 93, 99)"]]
    expect(page.locator(".hb-theme")).to_be_hidden()


def test_focus_is_always_seen(opened: Any) -> None:
    page = opened("pl/checklists/handle-a-phone-call/")
    page.locator(".hb-step > label").first.click()
    page.evaluate("scrollTo(0, 0); document.activeElement.blur()")
    for _ in range(45):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const one = document.activeElement;
              if (one === document.body) return null;
              const [box] = one.getClientRects(); // a link may go on in the next line
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 10));
              const under = !(one.contains(top) || top?.contains(one));
              const off = box.bottom < 0 || box.top > innerHeight;
              return { what: one.outerHTML.slice(0, 90), outline: getComputedStyle(one).outlineStyle, under, off };
            }"""
        )
        if found:
            assert found["outline"] not in ("none", ""), found
            assert not found["under"], found
            assert not found["off"], found
