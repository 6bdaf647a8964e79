"""The security policy: shipped three ways, broken by no page; and nothing else goes wrong on any kind of page."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

from page_types import LANGUAGES
from served import headers_of, rules_of

ONE_EACH = (
    "",
    "playbooks/handle-a-complaint/",
    "checklists/handle-a-complaint/",
    "checklists/",
    "glossary/",
    "terms/",
    "sources/",
    "claims/",
    "about/",
    "playbooks/build-customer-relationships/",
    "playbooks/find-and-prioritise-customers/",
    "playbooks/communicate-assertively/",
)
SCRIPT = r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")"
INLINE = re.compile(rf"{SCRIPT}|<style|<[^>]*\s(?:style|on[a-z]+)=|href=\"\s*javascript:", re.IGNORECASE)
REPORT = "addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective, event.blockedURI))"


def test_no_page_breaks_the_policy_or_asks_another_host(context: Any) -> None:
    """Each kind of page in one language; the static test below reads every page."""
    device = context()
    page = device.new_page()
    device.add_init_script(REPORT)
    for path in [*(LANGUAGES[at % 4] + path for at, path in enumerate(ONE_EACH)), "style.html"]:
        page.goto(path)
        for popup in page.locator("details.hb-popup:visible > summary").all():
            popup.click()


def test_an_inline_script_would_be_stopped(context: Any) -> None:
    device = context()
    page = device.new_page()
    device.watch.allowed |= {"Content Security Policy", "Content-Security-Policy"}
    page.goto("about/")
    page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'window.ran = true'; document.body.append(one);"
        " document.body.setAttribute('style', 'color: rgb(255, 0, 0)') }"
    )
    assert page.evaluate("[window.ran === true, getComputedStyle(document.body).color === 'rgb(255, 0, 0)']") == [False, False]
    assert len(device.watch.faults) >= 2


def test_every_page_carries_the_policy_and_nothing_inline(site: Path) -> None:
    policy = headers_of(site)["Content-Security-Policy"].replace("; frame-ancestors 'none'", "")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        html = path.read_text("utf-8")
        assert html.count(meta) == 1, path
        assert html.index(meta) < html.index("<link"), path
        assert not INLINE.search(html), (path, INLINE.search(html))


def test_the_snippet_for_nginx_says_the_same(site: Path) -> None:
    snippet = (site / "nginx-headers.conf").read_text("utf-8")
    for name, value in dict(rules_of(site))["/*"].items():
        assert f'add_header {name} "{value}" always;' in snippet
    assert "frame-ancestors 'none'" in snippet


def test_the_first_page_is_light(context: Any, site: Path) -> None:
    for path in ("kk/", "kk/checklists/handle-a-complaint/", "kk/playbooks/handle-a-complaint/"):
        device = context()
        asked: list[str] = []
        device.on("request", lambda request, asked=asked: asked.append(request.url))
        page = device.new_page()
        page.goto(path, wait_until="networkidle")
        names = {re.sub(r"^https?://[^/]+/", "", url).partition("?")[0] for url in asked}
        files = [site / (name + "index.html" if name.endswith("/") or not name else name) for name in names]
        weight = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        assert weight <= 110_000, (path, weight, sorted(names))
        assert not [name for name in names if "search" in name]
