"""A built site in, what reading from a folder needs out: links that name their file, and scripts that hand pages to their twins.

Over the network a page fetches its twin in another language; from a folder browsers fetch nothing, but they run scripts.
See docs-dev/decisions/0300-parallel-reading.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

SERVED = (
    "_headers",
    "_redirects",
    "nginx-headers.conf",
    "nginx-redirects.conf",
    "robots.txt",
    "sitemap.xml",
    "404.html",
    "style.html",
    "service-worker.js",
    "offline/",
)
"""What only a server, or a device's own copy, has a use for."""
ASSETS = "assets/"
"""What editors have put there is handed on as it is, and may be a page of somebody else."""
OURS = b'<article class="hb-article'
"""By which a page that an editor has called `assets` is told from one of somebody else."""
MANIFEST = re.compile(r'<link rel="manifest"[^>]*>\n?')
REFRESH = re.compile(r'(http-equiv="refresh" content="0; url=[^"#]*/)')
LINK = re.compile(r'(?P<name> (?:href|data-page))="(?P<path>(?![a-z]+:)(?:[^"#?]*/\.{0,2}|\.\.?))(?P<rest>[#?][^"]*)?"')
ARTICLE = re.compile(r'<article class="hb-article[^>]*>(?P<html>.*)</article>', re.DOTALL)
ROOT = re.compile(r'<html lang="(?P<lang>[^"]*)"')
OWN = re.compile(r'<article class="hb-article[^>]* lang="(?P<lang>[^"]*)" dir="(?P<dir>[^"]*)"')
BODY = re.compile(r'<body dir="(?P<dir>[^"]*)"')
TWIN = "twin.js"
"""Stands beside the page."""


def files(site: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """(path, contents) of every file in the folder, from those of the site."""
    for path, data in site:
        if path.startswith(SERVED) or path.endswith(("/offline/index.html", "manifest.json")):
            continue
        if not path.endswith(".html") or (path.startswith(ASSETS) and not (path == f"{ASSETS}index.html" and OURS in data)):
            yield path, data
            continue
        html = page(data.decode())
        yield path, html.encode()
        if "data-page=" in html:
            yield path.removesuffix("index.html") + TWIN, twin(html)


def page(html: str) -> str:
    """The page with every link to another page ending in `index.html`; browsers load no manifest from a folder."""
    html = REFRESH.sub(r"\1index.html", MANIFEST.sub("", html))
    return LINK.sub(lambda match: f'{match["name"]}="{match["path"].rstrip("/")}/index.html{match["rest"] or ""}"', html)


def twin(html: str) -> bytes:
    """The page's article as one call; the page that asks for it listens to `handbook.twin`. Raises ValueError without one."""
    article, root, body = ARTICLE.search(html), ROOT.search(html), BODY.search(html)
    if not (article and root and body):
        raise ValueError("no article")
    own = OWN.search(html)
    facts = {"lang": (own or root)["lang"], "dir": (own or body)["dir"], "html": article["html"]}
    return f"handbook.twin({json.dumps(facts, ensure_ascii=False)});\n".encode()
