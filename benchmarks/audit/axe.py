"""A built site in, what is wrong on any page in any state of it out; exit status 1 if anything is.

    python benchmarks/audit/axe.py [--site site] [--jobs N] [PAGE…]

Every page, and every page that can be read in two languages beside another one: axe in light and dark at three widths, as it
opens and with each menu, dialog and folded part open; nothing scrolls sideways; and what axe can't see (tests/browser/looks.py).
A page is loaded once, then resized and recoloured. Where light and dark lay it out alike, only the rules about colours are asked
again; a menu or dialog that is the same, addresses apart, on another page of the same kind is judged once. prove.py breaks a page
to see all of this noticed.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from itertools import cycle
from multiprocessing import Queue
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, sync_playwright
from site_served import LANGUAGES, ROOT, chromium, serving
from states import STATES

# isort: split
import looks  # the tests' own: site_served knows where they are
from axe_on_page import prepare, run

AXE = (Path(__file__).parent / "node_modules/axe-core/axe.min.js").read_text("utf-8")
"""Newer than the one that Python's packages bring, and twice as fast on long pages."""

SCHEMES = ("light", "dark")
WIDTHS = (1280, 768, 320)
LONGEST = 1800
"""Seconds after which no page has come back: a browser has died."""
SHOWN = 5
"""Of the faults of a page."""

SHAPE = """part => [document.body.innerHTML.length, ...[...document.querySelectorAll(part)]
  .flatMap(one => [one, ...one.querySelectorAll('*')])
  .map(one => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return '';
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x, y, width, height];
  })].join(';')"""
"""Where each element of a part stands, if it is seen, and how long the page's source is."""

SOURCE = """part => [document.querySelector('article')?.className, ...document.querySelectorAll(part)]
  .map(one => (one.outerHTML ?? one).replaceAll(/ (href|data-page|src)="[^"]*"/g, '')).join()"""
"""The kind of page, and the source of a part of it but for the addresses."""

Judged = MutableMapping[tuple[str, int, str], str]
"""State, width and digest of the source → the page that it was first met on; all browsers share one."""


def addresses(site: Path) -> list[tuple[str, ...]]:
    """Each page, with itself beside a twin if it has one (its pairs of languages in turn); the longest pages first."""
    pairs = {lang: cycle([other for other in LANGUAGES if other != lang]) for lang in LANGUAGES}
    found = []
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        lang = next((code for code, root in LANGUAGES.items() if root and url.startswith(root)), "en")
        twins = (f"{url}?with={next(pairs[lang])}",) if "data-page=" in path.read_text("utf-8") else ()
        found.append((path.stat().st_size, (url, *twins)))
    return [urls for _, urls in sorted(found, reverse=True)]


def faults(page: Page, path: str, judged: Judged) -> tuple[int, int, list[str]]:
    """How many combinations of state, width and colours the page has, how many of them are new, and what is wrong with those."""
    page.emulate_media(color_scheme="light")
    page.goto(path)
    if "with=" in path:
        page.wait_for_selector(".hb-parallel")
    found = looks.faults(page)
    prepare(page, AXE)
    combinations = new = 0
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for name, state in STATES.items():
            with state(page) as part:
                if not part:
                    continue
                combinations += len(SCHEMES)
                source = hashlib.sha256(page.evaluate(SOURCE, part).encode()).hexdigest()
                if judged.setdefault((name, width, source), path) == path:
                    new += len(SCHEMES)
                    found += [f"{name}, {width} px, {fault}" for fault in (*looks.cut(page, part), *in_both_schemes(page, part))]
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"scrolls sideways at {width}: {wide} px"] if wide > width else []
    return combinations, new, list(dict.fromkeys(found))


def in_both_schemes(page: Page, part: str) -> list[str]:
    page.emulate_media(color_scheme="light")
    shape = page.evaluate(SHAPE, part)
    light = run(page, part)
    page.emulate_media(color_scheme="dark")
    dark = run(page, part, colours_only=page.evaluate(SHAPE, part) == shape)
    page.emulate_media(color_scheme="light")
    return [*(f"light: {one}" for one in light), *(f"dark: {one}" for one in dark)]


@contextmanager
def device(root: str) -> Iterator[BrowserContext]:
    """A browser of its own on the served site."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_context(base_url=root, service_workers="block", reduced_motion="reduce", locale="en-GB")
        browser.close()


def work(root: str, judged: Judged, waiting: Queue[tuple[str, ...]], done: Queue[tuple[str, int, int, list[str]]]) -> None:
    """A page of its own for each address, so that none inherits what the last one did; () ends it."""
    with device(root) as browser:
        for path in (path for paths in iter(waiting.get, ()) for path in paths):
            page = browser.new_page()
            try:
                done.put((path, *faults(page, path, judged)))
            except (Error, AssertionError) as error:
                done.put((path, 0, 0, [f"can't be judged: {error}"]))
            page.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    parser.add_argument("pages", nargs="*", help="only these, as in fi/playbooks/handle-a-complaint/")
    options = parser.parse_args()
    jobs = [(page,) for page in options.pages] or addresses(options.site)
    pages = [page for job in jobs for page in job]
    begun, seen, judged, wrong = time.monotonic(), 0, 0, 0
    spawn = multiprocessing.get_context("spawn")
    waiting, done = spawn.Queue(), spawn.Queue()
    for job in [*jobs, *[()] * options.jobs]:
        waiting.put(job)
    with serving(options.site) as root, spawn.Manager() as shared:
        met = shared.dict()
        workers = [spawn.Process(target=work, args=(root, met, waiting, done), daemon=True) for _ in range(options.jobs)]
        for worker in workers:
            worker.start()
        for number in range(1, len(pages) + 1):
            path, combinations, new, found = done.get(timeout=LONGEST)
            seen, judged = seen + combinations, judged + new
            wrong += len(found)
            print(f"{number}/{len(pages)} {time.monotonic() - begun:5.0f} s  /{path}", file=sys.stderr, flush=True)
            for fault in found[:SHOWN]:
                print(f"/{path}: {fault}", flush=True)
        for worker in workers:
            worker.join()
    minutes = (time.monotonic() - begun) / 60
    print(f"axe: {len(pages)} pages, {seen} combinations ({judged} differ), {wrong} faults in {minutes:.1f} minutes")
    return 1 if wrong or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
