"""A handbook in which nothing has been written yet: every maker and every file copes with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from babel.support import NullTranslations
from golden import GOLDEN, assert_part
from paths import CAFE

from handbook.addresses import Addresses
from handbook.exchange.files import glossary_files
from handbook.export import outputs, sitemap
from handbook.locale import Locale
from handbook.menu import entries
from handbook.printing.editions import prints
from handbook.read import SourceFile, read
from handbook.render import Draft
from handbook.render.checklists import checklists_and_index
from handbook.render.claims import claims
from handbook.render.downloads import downloads
from handbook.render.fallbacks import fallbacks
from handbook.render.glossary import glossary_and_terms
from handbook.render.llms import llms, robots
from handbook.render.situations import situations
from handbook.render.sources import sources
from handbook.render.status import status
from handbook.search.records import records
from handbook.site import Site
from handbook.webapp import manifest

MAKERS = (fallbacks, situations, checklists_and_index, glossary_and_terms, sources, claims, status, downloads)
SETTINGS = """title: {et: Tühi, fa: خالی}
description: {et: Siin pole veel midagi., fa: هنوز چیزی نیست.}
owners: {}
situations: {}
"""
GOLDEN_FILE = GOLDEN / "empty.txt"


def empty() -> Site:
    """The languages of the fixture handbook, and a home page in each."""
    text = (CAFE / "handbook.yml").read_text("utf-8")
    languages = text[text.index("languages:") : text.index("situations:")]
    homes = [SourceFile(path, (CAFE / path).read_bytes()) for path in ("docs/et/index.md", "docs/fa/index.md")]
    reading = read([SourceFile("handbook.yml", f"{SETTINGS}{languages}".encode()), *homes])
    assert reading.handbook is not None, reading.problems
    assert reading.problems == ()
    locales = {lang: Locale(lang, row, NullTranslations()) for lang, row in reading.handbook.languages.items()}
    return Site(reading.handbook, locales, Addresses("et"))


def told(draft: Draft) -> str:
    return f"{draft.name}: {draft.title} – {draft.description}\n{draft.html}"


def test_only_pages_that_say_something_are_made() -> None:
    site = empty()
    assert_part(GOLDEN_FILE, "pages", "".join(told(draft) for maker in MAKERS for draft in maker(site, "et")))


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    yield from outputs(site)
    yield from llms(site)
    yield from robots(site)
    yield from glossary_files(site)
    yield "manifest.json", manifest(site, "et", "#000000", "#ffffff")


def test_files_say_that_there_is_nothing() -> None:
    site = empty()
    found = {path: data.decode() for path, data in files(site)}
    assert found.pop("handbook.schema.json")
    assert_part(GOLDEN_FILE, "files", "".join(f"-- {path}\n{text}\n" for path, text in found.items()))
    assert_part(GOLDEN_FILE, "sitemap", json.dumps(sitemap(site), indent=1) + "\n")


def test_nothing_is_printed_searched_or_in_the_menu_but_home() -> None:
    site = empty()
    assert prints(site) == ()
    assert list(records(site.handbook, "et", site.addresses, partial(site.finder, lang="et"))) == []
    assert [entry.name for entry in entries(site, "et", str, ())] == ["index"]
