"""A built site in, whether axe.py notices what is broken on purpose on its longest kind of page out; exit status 1 if it doesn't.

python benchmarks/audit/prove.py [--site site]
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import NamedTuple

from axe import device, faults
from playwright.sync_api import Route
from site_served import ROOT, serving

PAGE = "glossary/"
END = "</article>"
"""Of an entry, and of the page."""


class Break(NamedTuple):
    at: float
    """Into which entry of the page it is put, from the first to the last."""
    html: str
    css: str
    finding: str
    """Pattern of what must be found, and of all that may be found."""


BREAKS = (
    Break(
        1,
        '<p class="seed-dim">dim</p>',
        "@media (max-width: 400px) and (prefers-color-scheme: dark) { .seed-dim { color: #444; background: #333 } }",
        r"as it opens, 320 px, dark: color-contrast \.seed-dim",
    ),
    Break(
        0.5,
        '<p><button class="seed-small" aria-label="a"></button><button class="seed-small" aria-label="b"></button></p>',
        ".seed-small { min-inline-size: 0; min-block-size: 0; inline-size: 10px; block-size: 10px; padding: 0 }",
        r'as it opens, \d+ px, light: target-size button\[aria-label="[ab]"\]',
    ),
    Break(
        0.3,
        '<nav aria-label="Seed"><p>One</p></nav><nav aria-label="Seed" class="seed-nav"><p>Other</p></nav>',
        "",
        r"as it opens, \d+ px, light: landmark-unique ",
    ),
    Break(
        0,
        "",
        "@media (prefers-color-scheme: dark) { .hb-languages ul a { color: #777 !important; background: #666 !important } }",
        r"languages open, \d+ px, dark: color-contrast ",
    ),
    Break(
        0.9,
        '<p><a href="#a" class="seed-unseen">unseen</a></p>',
        ".seed-unseen { outline: none !important }",
        "focus at .*: unseen: .*seed-unseen",
    ),
    Break(
        0.7,
        '<p class="seed-lid"><a href="#a">under</a><span class="seed-over"></span></p>',
        ".seed-lid { position: relative } .seed-over { position: absolute; inset: 0; background: #fff }",
        "focus at .*: hidden: ",
    ),
    Break(0.6, '<p class="seed-wide">wide</p>', ".seed-wide { inline-size: 500px }", "scrolls sideways"),
    Break(
        0.2,
        '<p class="seed-cut">Incomprehensibilities</p>',
        ".seed-cut { inline-size: 3rem; overflow: hidden; white-space: nowrap; overflow-wrap: normal; hyphens: none }",
        "Incomprehensibilities in .*seed-cut",
    ),
    Break(0.4, '<p class="seed-moves">moves</p>', ".seed-moves { transition: rotate 1s !important }", "moves: .*seed-moves"),
    Break(
        0.1,
        '<p><button class="seed-filled">filled</button></p>',
        ".seed-filled { border: 0 !important; background: #123; color: #fff; appearance: none }",
        "forced colours: .*seed-filled",
    ),
)


def broken(html: str) -> str:
    parts = html.split(END)
    last = len(parts) - 3
    for one in BREAKS:
        parts[round(one.at * last)] += one.html
    return END.join(parts)


def answer(route: Route) -> None:
    """The page and its stylesheet with all breaks in them."""
    response = route.fetch()
    text = response.text()
    page = "text/html" in response.headers["content-type"]
    route.fulfill(response=response, body=broken(text) if page else text + "".join(one.css for one in BREAKS))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    with serving(parser.parse_args().site) as root, device(root) as browser:
        page = browser.new_page()
        page.route(f"{root}{PAGE}", answer)
        page.route("**/stylesheets/handbook.*.css", answer)
        _, _, found = faults(page, PAGE, {})
    missed = [one for one in BREAKS if not any(re.search(one.finding, fault) for fault in found)]
    others = [fault for fault in found if not any(re.search(one.finding, fault) for one in BREAKS)]
    for one in missed:
        print(f"not noticed: {one.finding}")
    for fault in others:
        print(f"noticed, though not broken: {fault}")
    print(f"prove: {len(BREAKS) - len(missed)} of {len(BREAKS)} breaks noticed")
    return 1 if missed or others else 0


if __name__ == "__main__":
    sys.exit(main())
