"""A built site in, three pictures out: a contact sheet of its page types, a film strip of one task, and the README's picture.

    python benchmarks/audit/sheet.py [--site site] [--to .cache/audit]

The sheet: one row for each type of page; columns: four languages, each on a phone and a desk, in light and dark. The strip, on a
phone: find, read, tick, switch language, print. With `--to docs-dev/images` they are those that the repository shows.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from site_served import LANGUAGES, ROOT, WORDS, chromium, serving

BOOK = "playbooks/handle-a-complaint/"
LIST = "checklists/handle-a-complaint/"
TYPES = (
    "",
    BOOK,
    LIST,
    f"{LIST}?with=",
    "?q=",
    "checklists/",
    "situations/complaints/",
    "glossary/",
    "terms/",
    "sources/",
    "claims/",
    "downloads/",
    "status/",
    "about/",
    "no-such-page/",
)
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 740}
SCHEMES = ("light", "dark")
SCALE = 4.5
"""Pixels of a page for each of the sheet's."""
SMOOTH = Image.Resampling.LANCZOS
GAP = 6
PAPER = "#808080"
COLOURS = 128
WEBP_QUALITY = 60


def address(kind: str, lang: str) -> str:
    """The page of a type in a language; where two languages are asked for, the next one beside it."""
    names = list(LANGUAGES)
    other = names[(names.index(lang) + 1) % len(names)]
    return LANGUAGES[lang] + kind + {"?q=": WORDS[lang], f"{LIST}?with=": other}.get(kind, "")


def shot(page: Page, path: str) -> Image.Image:
    page.goto(path, wait_until="networkidle")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def sheet(browser: Browser, root: str) -> Image.Image:
    columns = []
    for lang, size, scheme in product(LANGUAGES, (PHONE, DESK), SCHEMES):
        page = browser.new_context(
            base_url=root, viewport=size, color_scheme=scheme, locale=lang, service_workers="block", reduced_motion="reduce"
        ).new_page()
        shots = (shot(page, address(kind, lang)) for kind in TYPES)
        columns.append([one.resize((round(one.width / SCALE), round(one.height / SCALE)), SMOOTH) for one in shots])
        page.context.close()
        print(f"{lang}, {size['width']} px, {scheme}: {len(TYPES)} pictures", file=sys.stderr, flush=True)
    rows = [beside([column[at] for column in columns]) for at in range(len(TYPES))]
    return below(rows)


def strip(browser: Browser, root: str) -> Image.Image:
    """Find, read, tick, switch language, print."""
    context = browser.new_context(base_url=root, viewport={"width": 390, "height": 800}, locale="fi", service_workers="block")
    page = context.new_page()
    frames = [Image.open(io.BytesIO(frame)).convert("RGB") for frame in _frames(page)]
    return beside(frames)


def _frames(page: Page) -> Iterator[bytes]:
    page.goto("fi/", wait_until="networkidle")
    yield page.screenshot()
    page.locator(".hb-search-open").click()
    page.locator("#hb-search input").fill("asiakas reklamoi")
    page.locator(".hb-hit").first.wait_for()
    yield page.screenshot()
    page.locator(f".hb-hit[href*='{BOOK}']").first.click()
    page.wait_for_url(f"**/fi/{BOOK}**")
    yield page.screenshot()
    page.locator(f"article a[href*='{LIST}']").first.click()
    page.wait_for_url(f"**/fi/{LIST}**")
    for step in page.locator(".hb-step > label").all()[:3]:
        step.click()
    yield page.screenshot()
    page.locator(".hb-languages > summary").click()
    yield page.screenshot()
    page.locator(".hb-languages a[data-language=pl]").click()
    page.wait_for_url(f"**/pl/{LIST}**")
    page.wait_for_load_state("networkidle")
    yield page.screenshot()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("scrollTo(0, 0)")
    yield page.screenshot()


def cover(browser: Browser, root: str) -> Image.Image:
    """The home page on a desk."""
    context = browser.new_context(base_url=root, viewport={"width": 1280, "height": 860}, locale="en-GB", service_workers="block")
    return shot(context.new_page(), "")


def beside(pictures: list[Image.Image]) -> Image.Image:
    whole = Image.new(
        "RGB", (sum(one.width + GAP for one in pictures) + GAP, max(one.height for one in pictures) + 2 * GAP), PAPER
    )
    at = GAP
    for one in pictures:
        whole.paste(one, (at, GAP))
        at += one.width + GAP
    return whole


def below(pictures: list[Image.Image]) -> Image.Image:
    whole = Image.new("RGB", (max(one.width for one in pictures), sum(one.height for one in pictures)), PAPER)
    at = 0
    for one in pictures:
        whole.paste(one, (0, at))
        at += one.height
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--to", type=Path, default=ROOT / ".cache/audit")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    with serving(options.site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        strip(browser, root).quantize(COLOURS).save(options.to / "film-strip.png", optimize=True)
        cover(browser, root).quantize(COLOURS).save(options.to / "handbook.png", optimize=True)
        sheet(browser, root).save(options.to / "contact-sheet.webp", quality=WEBP_QUALITY, method=6)
        browser.close()


if __name__ == "__main__":
    main()
