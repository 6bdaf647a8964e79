"""Pages' names in, their addresses out: the same names in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.lazy import Lazy

CARDS = "assets/cards/"
"""Pictures that other sites show with a link; our own pages never do."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """How the site spells its addresses. All are relative to the site's root, without a leading slash."""

    default: str
    """Code of the language that stands at the root."""
    site_url: str = ""
    """Absolute address of the root, with a trailing slash; empty if unknown."""
    assets: Mapping[str, str] = field(default_factory=dict)
    """What pages load, address without a hash of the contents → address with it."""

    def root(self, lang: str) -> str:
        """Where a language begins: empty, or `fi/`."""
        return "" if lang == self.default else f"{lang}/"

    def page(self, lang: str, name: str, anchor: str = "") -> str:
        """The address of the page `docs/<lang>/<name>.md`."""
        folder = name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"
        return f"{self.root(lang)}{folder}" + (f"#{anchor}" if anchor else "")

    def file(self, lang: str, name: str) -> str:
        """Where the page stands in the site's folder."""
        return f"{self.page(lang, name)}index.html"

    def asset(self, path: str) -> str:
        """The address that a style, script or icon has at present."""
        return self.assets.get(path, path)

    def relative(self, target: str, page: str) -> str:
        """`target` as a link on `page`; both are addresses relative to the root."""
        path, mark, anchor = target.partition("#")
        if path == page and mark:
            return f"#{anchor}"
        return f"{_way(path, page.rpartition('/')[0])}{mark}{anchor}"

    def absolute(self, target: str) -> str:
        """`target` with the site's address in front."""
        return f"{self.site_url}{target}"


class Ways:
    """The links of one page to others, each worked out once: a page links to few others, but to many places of each."""

    def __init__(self, addresses: Addresses, url: str) -> None:
        """`url` is the address of the page on which the links stand."""

        def way(target: tuple[str, str]) -> tuple[str, str]:
            page = addresses.page(*target)
            found = addresses.relative(page, url)
            return found, "" if page == url else found

        self._ways: Mapping[tuple[str, str], tuple[str, str]] = Lazy(way)

    def to(self, lang: str, name: str, anchor: str = "") -> str:
        """A link to the page `docs/<lang>/<name>.md`, or to a place of it."""
        way, before_anchor = self._ways[lang, name]
        return f"{before_anchor}#{anchor}" if anchor else way


def _way(path: str, folder: str) -> str:
    """From a folder to a path, both relative to the root; a folder's address ends with a slash.

    Done by hand: pages have so many links that `posixpath.relpath` would have to be remembered, and that takes memory.
    """
    there, here = path.split("/"), folder.split("/") if folder else []
    same, most = 0, min(len(there) - 1, len(here))
    while same < most and there[same] == here[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"


def playbook_name(slug: str) -> str:
    return f"playbooks/{slug}"


def checklist_name(slug: str) -> str:
    return f"checklists/{slug}"


def situation_name(key: str) -> str:
    return f"situations/{key}"
