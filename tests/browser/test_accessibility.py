"""What axe can't see: contrast of the tokens, spacing, zoom, forced colours, motion, focus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbook import tokens


def test_the_tokens_keep_their_contrast(root: Path) -> None:
    css = (root / "overrides/assets/stylesheets/handbook.css").read_text("utf-8")
    for pair in tokens.contrasts(css):
        assert min(pair.light, pair.dark) >= pair.least, pair
    assert len([token for token in tokens.tokens(css) if token.is_colour and token.light != token.dark]) == 15


def test_text_spacing_loses_nothing(opened: Any) -> None:
    """WCAG 1.4.12: nothing is cut off with wider spacing."""
    page = opened("fi/checklists/handle-a-complaint/", viewport={"width": 320, "height": 640})
    page.locator(".hb-step > label").first.click()
    page.evaluate(
        "() => { for (const one of document.querySelectorAll('body *')) {"
        " one.style.lineHeight = '1.5'; one.style.letterSpacing = '0.12em'; one.style.wordSpacing = '0.16em' } }"
    )
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.hb-button, .hb-step label, .hb-run p, h1, h2, .hb-emergency a')]
          .filter(one => one.checkVisibility() && getComputedStyle(one).display !== 'inline')
          .filter(one => one.scrollWidth > one.clientWidth + 1)
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
        """() => [...document.querySelectorAll('.hb-header *, article *, .hb-run *')]
          .filter(one => ['', '::before', '::after'].some(part =>
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
            """() => {
              const one = document.activeElement;
              if (one === document.body) return null;
              const box = one.getBoundingClientRect();
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
