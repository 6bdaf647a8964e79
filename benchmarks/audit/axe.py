"""A built site in, what is wrong on any page in any state of it out; exit status 1 if anything is.

    python benchmarks/audit/axe.py [--site site] [--jobs N] [PAGE…]

Every page, and every page that can be read in two languages beside another one: axe in light and dark at three widths, as it opens
and with each menu, dialog and folded part open; nothing scrolls sideways; and what axe can't see (tests/browser/looks.py). A page is
loaded once, then resized and recoloured. Where light and dark lay it out alike, only the rules about colours are asked again; a menu
or dialog that is the same, addresses apart, on another page of the same kind is judged once.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from itertools import cycle
from multiprocessing import Queue
from pathlib import Path

from playwright.sync_api import Error, Page, sync_playwright
from site_served import LANGUAGES, ROOT, chromium, serving
from states import STATES

import looks  # the tests' own: site_served knows where they are
from axe_on_page import prepare, run

SCHEMES = ("light", "dark")
WIDTHS = (1280, 768, 320)
LONGEST = 1800
"""Seconds after which no page has come back: a browser has died."""
SHOWN = 5
"""Of the faults of a page."""

SHAPE = """part => [document.body.innerHTML.length, ...[...document.querySelectorAll(part)].flatMap(one => [one, ...one.querySelectorAll('*')])
  .map(one => {
    const box = one.getBoundingClientRect();
    return [one.checkVisibility({ visibilityProperty: true, opacityProperty: true }), box.x, box.y, box.width, box.height];
  })].join(';')"""
"""Where each element of a part stands, if it is seen, and how long the page's source is."""

SOURCE = """part => [document.querySelector('article')?.className, ...document.querySelectorAll(part)]
  .map(one => (one.outerHTML ?? one).replaceAll(/ (href|data-page|src)="[^"]*"/g, '')).join()"""
"""The kind of page, and the source of a part of it but for the addresses."""

Judged = set[tuple[str, int, str]]
"""Which state, at which width, with which source."""


def addresses(site: Path) -> list[tuple[str, ...]]:
    """Each page, with itself beside a twin if it has one (its pairs of languages in turn); the longest pages first."""
    pairs = {lang: cycle(other for other in LANGUAGES if other != lang) for lang in LANGUAGES}
    found = []
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        lang = next((code for code, root in LANGUAGES.items() if root and url.startswith(root)), "en")
        twins = (f"{url}?with={next(pairs[lang])}",) if "data-page=" in path.read_text("utf-8") else ()
        found.append((path.stat().st_size, (url, *twins)))
    return [urls for _, urls in sorted(found, reverse=True)]


def faults(page: Page, path: str, judged: Judged) -> tuple[int, list[str]]:
    """How many combinations of state, width and colours the page has, and what is wrong; what was judged before isn't again."""
    page.emulate_media(color_scheme="light")
    page.goto(path)
    if "with=" in path:
        page.wait_for_selector(".hb-parallel")
    found = looks.faults(page)
    prepare(page)
    combinations = 0
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for name, state in STATES.items():
            with state(page) as part:
                if not part:
                    continue
                combinations += len(SCHEMES)
                one = (name, width, page.evaluate(SOURCE, part))
                if one not in judged:
                    judged.add(one)
                    found += [f"{name}, {width} px, {fault}" for fault in (*looks.cut(page, part), *in_both_schemes(page, part))]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"scrolls sideways at {width}: {wide} px"] if wide > width else []
    return combinations, found


def in_both_schemes(page: Page, part: str) -> list[str]:
    page.emulate_media(color_scheme="light")
    shape = page.evaluate(SHAPE, part)
    light = run(page, part)
    page.emulate_media(color_scheme="dark")
    dark = run(page, part, colours_only=page.evaluate(SHAPE, part) == shape)
    page.emulate_media(color_scheme="light")
    return [*(f"light: {one}" for one in light), *(f"dark: {one}" for one in dark)]


def work(root: str, waiting: Queue[tuple[str, ...]], done: Queue[tuple[str, int, list[str]]]) -> None:
    """A browser of its own, a page of its own for each address, so that none inherits what the last one did; () ends it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        device = browser.new_context(base_url=root, service_workers="block", reduced_motion="reduce", locale="en-GB")
        judged: Judged = set()
        for path in (path for paths in iter(waiting.get, ()) for path in paths):
            page = device.new_page()
            try:
                combinations, found = faults(page, path, judged)
            except (Error, AssertionError) as error:
                combinations, found = 0, [f"can't be judged: {error}"]
            page.close()
            done.put((path, combinations, list(dict.fromkeys(found))))
        browser.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("pages", nargs="*", help="only these, as in fi/playbooks/handle-a-complaint/")
    options = parser.parse_args()
    jobs = [(page,) for page in options.pages] or addresses(options.site)
    pages = [page for job in jobs for page in job]
    begun, judged, wrong = time.monotonic(), 0, 0
    spawn = multiprocessing.get_context("spawn")
    waiting, done = spawn.Queue(), spawn.Queue()
    for job in [*jobs, *[()] * options.jobs]:
        waiting.put(job)
    with serving(options.site) as root:
        workers = [spawn.Process(target=work, args=(root, waiting, done), daemon=True) for _ in range(options.jobs)]
        for worker in workers:
            worker.start()
        for number in range(1, len(pages) + 1):
            path, combinations, found = done.get(timeout=LONGEST)
            judged += combinations
            wrong += len(found)
            print(f"{number}/{len(pages)} {time.monotonic() - begun:5.0f} s  /{path}", file=sys.stderr, flush=True)
            for fault in found[:SHOWN]:
                print(f"/{path}: {fault}", flush=True)
        for worker in workers:
            worker.join()
    print(f"axe: {len(pages)} pages, {judged} combinations, {wrong} faults in {time.monotonic() - begun:.0f} s")
    return 1 if wrong or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
