"""A built site's pages, read as a browser would."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SPOKEN = {"aria-label", "title", "placeholder", "alt"}
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href"}


@dataclass
class BuiltPage(HTMLParser):
    """One page: its ids, links and texts with the language that each is marked with."""

    path: Path
    url: str
    """Relative to the site's root."""
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)
    """Like the texts: what attributes say."""
    attributes: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stack: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.path.read_text("utf-8"))

    @property
    def lang(self) -> str:
        return self.stack[-1][1] if self.stack else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes.append((tag, found))
        lang = found.get("lang", self.lang)
        self.ids += [found["id"]] if "id" in found else []
        self.named += [(lang, found[name]) for name in SPOKEN & found.keys()]
        if (name := LINKS.get(tag)) and name in found:
            self.links.append((tag, found[name]))
        if tag not in VOID:
            self.stack.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(tag in ("script", "style") for tag, _ in self.stack):
            self.texts.append((self.lang, re.sub(r"[ \t\n]+", " ", data.strip())))

    def tags(self, tag: str) -> list[dict[str, str]]:
        return [found for name, found in self.attributes if name == tag]


@dataclass
class BuiltSite:
    """All pages of a site."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """Address relative to the root → page."""
        found = {}
        for path in sorted(self.root.rglob("*.html")):
            url = path.relative_to(self.root).as_posix().removesuffix("index.html")
            found[url] = BuiltPage(path, url)
        return found

    def broken(self) -> list[str]:
        """Links and anchors that lead nowhere: `page → target`."""
        return [
            f"{page.url} → {target}"
            for page in self.pages.values()
            for _, target in page.links
            if not self.resolves(page, target)
        ]

    def resolves(self, page: BuiltPage, target: str) -> bool:
        if urlsplit(target).scheme in ("mailto", "tel", "https", "http", "data"):
            return True
        base = urljoin("https://site/", page.url)
        where = urlsplit(urljoin(base, target))
        path = unquote(where.path).lstrip("/")
        if page.url == "404.html":
            path = path.removeprefix("/")
        if path in self.pages:
            return not where.fragment or unquote(where.fragment) in self.pages[path].ids
        return (self.root / path).is_file()
