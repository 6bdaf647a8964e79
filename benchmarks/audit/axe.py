"""A built site in, axe's violations on every page, in light and dark, at three widths, out; exit status 1 if there is one.

    python benchmarks/audit/axe.py [--site site] [--jobs 2]

The rules are those of tests/browser/test_axe.py, which looks at a pairwise sample with every `make test`; pages that can be read
in two languages are looked at so, too. Long lists are not shortened here.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright
from site_served import ROOT, chromium, serving
from test_axe import SCHEMES, WIDTHS, violations

ARGUMENTS = ["--no-sandbox", "--disable-gpu"]


def addresses(site: Path) -> list[str]:
    """Every page, and every page that has a twin beside its first one."""
    found = []
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        found.append(url)
        if "data-page=" in path.read_text("utf-8"):
            found.append(f"{url}?with={'fi' if not url.startswith('fi/') else 'kk'}")
    return found


def looked_at(root: str, pages: list[str]) -> list[str]:
    """`page scheme width: violation` for each violation on some pages."""
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_context(base_url=root, service_workers="block", reduced_motion="reduce").new_page()
        for path, scheme, width in product(pages, SCHEMES, WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(path)
            if "with=" in path:
                page.wait_for_selector(".hb-parallel")
            wide = page.evaluate("document.documentElement.scrollWidth")
            found = [*violations(page), *([f"scrolls sideways: {wide} px"] if wide > width else [])]
            faults += [f"/{path} {scheme} {width}: {fault}" for fault in found]
        browser.close()
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    pages = addresses(options.site)
    shares = [pages[at :: options.jobs] for at in range(options.jobs)]
    with serving(options.site) as root, ProcessPoolExecutor(options.jobs) as pool:
        faults = [fault for found in pool.map(partial(looked_at, root), shares) for fault in found]
    print(f"axe: {len(pages)} pages, {len(pages) * len(SCHEMES) * len(WIDTHS)} combinations, {len(faults)} violations")
    print(*sorted(faults)[:50], sep="\n")
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
