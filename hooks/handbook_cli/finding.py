"""A handbook's folder and a query in, what the site's search finds out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handbook import messages
from handbook.addresses import Addresses
from handbook.recall import Recall
from handbook.site import Site
from handbook_build.inputs import tools
from handbook_build.memory import Memory
from handbook_io.cache import cache_of
from handbook_io.disk import handbook_in, site_in, site_url
from handbook_io.search import Terminal, script
from handbook_io.search_index import index_files

PROJECT = Path(__file__).resolve().parents[2]


class UnknownLanguage(Exception):
    """The handbook can't be read, or has no such language; the text says so to a person."""


def site_of(root: Path) -> Site:
    """The site of the handbook in a folder. Raises UnknownLanguage with every mistake if it can't be read."""
    recall = Recall()
    reading = handbook_in(root, recall)
    if reading.handbook is None or reading.errors:
        raise UnknownLanguage("\n".join(messages.line(problem) for problem in reading.errors))
    return site_in(root, reading.handbook, Addresses(reading.handbook.settings.default, site_url=site_url(root)), recall)


def found(root: Path, text: str, lang: str, limit: int) -> list[dict[str, Any]]:
    """The hits, best first. Raises UnknownLanguage."""
    site = site_of(root)
    code = lang or site.handbook.settings.default
    if code not in site.handbook.languages:
        raise UnknownLanguage(f"there is no language “{code}”; use one of: {', '.join(site.handbook.languages)}")
    memory = Memory(cache_of(root) / "search", code, tools(root, ()))
    made = dict(index_files(site, code, memory.recall))
    memory.save()
    with Terminal(script(PROJECT), made, code) as terminal:
        return terminal.search(text, limit)
