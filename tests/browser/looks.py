"""An open page in, what axe can't see on it out: wide spacing, large type, forced colours, motion, focus. Nothing found: []."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "looks.js").read_text("utf-8")
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 800}
ZOOMED = {"width": 640, "height": 400}
"""A window of 1,280 × 800 at 200 %."""


def _asked(page: Page, name: str) -> list[str]:
    found: list[str] = page.evaluate(f"() => {{ {SOURCE}\nreturn {name}() }}")
    return found


def cut(page: Page, part: str) -> list[str]:
    """Text in what a selector names that leaves what holds it, or the window."""
    found: list[str] = page.evaluate(f"part => {{ {SOURCE}\nreturn all(part).flatMap(cutIn) }}", part)
    return [f"cut off: {one}" for one in found]


def spaced(page: Page) -> list[str]:
    """WCAG 1.4.12: with the wider spacing of text nothing is cut off, at 320 px either."""
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    _asked(page, "spread")
    found = _asked(page, "cut")
    _asked(page, "gather")
    return [f"wide spacing: {one}" for one in found]


def enlarged(page: Page) -> list[str]:
    """WCAG 1.4.4 and 1.4.10: at 200 %, and with the type alone doubled on a phone, a small one too, nothing is cut off."""
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    found = [f"zoom 200 %: {one}" for one in _asked(page, "cut")]
    _asked(page, "enlarge")
    for width in (PHONE, NARROW):
        page.set_viewport_size(width)  # type: ignore[arg-type]
        found += [f"type 200 % at {width['width']} px: {one}" for one in _asked(page, "cut")]
    _asked(page, "shrink")
    return found


def forced(page: Page) -> list[str]:
    """Forced colours: a control that was told by its filling keeps an edge, one that is chosen a mark."""
    _asked(page, "remember")
    page.emulate_media(forced_colors="active")
    found = _asked(page, "edgeless")
    page.emulate_media(forced_colors="none")
    return [f"forced colours: {one}" for one in found]


def moving(page: Page) -> list[str]:
    """Where the reader wants less motion, nothing moves."""
    return [f"moves: {one}" for one in _asked(page, "moving")]


def unfocused(page: Page) -> list[str]:
    """WCAG 2.4.7 and 2.4.11: whatever takes the focus shows it and lies under nothing."""
    page.keyboard.press("Tab")
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found += [f"focus at {size['width']} px: {one}" for one in _asked(page, "unfocused")]
    return found


def faults(page: Page) -> list[str]:
    """All of them. Call this before axe, which lays the bars to rest; the page ends 390 px wide."""
    return [*moving(page), *unfocused(page), *spaced(page), *enlarged(page), *forced(page)]
