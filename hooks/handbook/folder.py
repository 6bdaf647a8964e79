"""A built page in, what reading from a folder needs out: links that name their file, and the script that hands it to its twins.

Over the network a page fetches its twin in another language; from a folder browsers fetch nothing, but they run scripts.
See docs-dev/decisions/0300-parallel-reading.md.
"""

from __future__ import annotations

import json
import re

LINK = re.compile(r'(?P<name> (?:href|data-page))="(?P<path>(?![a-z]+:)(?:[^"#?]*/|\.\.?))(?P<rest>[#?][^"]*)?"')
ARTICLE = re.compile(r'<article class="hb-article[^>]*>(?P<html>.*)</article>', re.DOTALL)
ROOT = re.compile(r'<html lang="(?P<lang>[^"]*)"')
OWN = re.compile(r'<article class="hb-article[^>]* lang="(?P<lang>[^"]*)" dir="(?P<dir>[^"]*)"')
BODY = re.compile(r'<body dir="(?P<dir>[^"]*)"')
TWIN = "twin.js"
"""Stands beside the page."""


def page(html: str) -> str:
    """The page with every link to another page ending in `index.html`."""
    return LINK.sub(lambda match: f'{match["name"]}="{match["path"].rstrip("/")}/index.html{match["rest"] or ""}"', html)


def twin(html: str) -> bytes:
    """The page's article as one call; the page that asks for it listens to `handbook.twin`. Raises ValueError without one."""
    article, root, body = ARTICLE.search(html), ROOT.search(html), BODY.search(html)
    if not (article and root and body):
        raise ValueError("no article")
    own = OWN.search(html)
    facts = {"lang": (own or root)["lang"], "dir": (own or body)["dir"], "html": article["html"]}
    return f"handbook.twin({json.dumps(facts, ensure_ascii=False)});\n".encode()
