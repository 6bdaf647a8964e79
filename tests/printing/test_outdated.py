"""A print says which of its passages are behind the original, and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from examples import locked
from papers import FRONT, Paper, Printer, site_of

from handbook.freshness.pages import originals
from handbook.printing.composing import sheet, stamp_of
from handbook.site import Site

ORIGINAL, TRANSLATION = "docs/et/playbooks/a.md", "docs/fa/playbooks/a.md"
THEN = """## Tere { #hello }

- [ ] Vaata otsa. { #look }
- [ ] Naerata. { #smile }

## Lõpp { #end }

- [ ] Täna. { #thank }
"""
NOW = THEN.replace("Vaata otsa.", "Vaata silma.").replace("- [ ] Täna.", "- [ ] Kutsu tagasi. { #invite }\n- [ ] Täna.")
TRANSLATED = """## سلام { #hello }

- [ ] نگاه کنید. { #look }
- [ ] لبخند بزنید. { #smile }

## پایان { #end }

- [ ] تشکر کنید. { #thank }
"""
DAY = date(2026, 3, 7)


def page(body: str, more: str = "") -> str:
    return FRONT.format(title="Tervita", kind="read-do", more=more) + body


@pytest.fixture
def site() -> Site:
    """A translation that was stamped before a step of its original changed and another one was added."""
    translation = page(TRANSLATED, "translated_from: et\n")
    before = site_of({ORIGINAL: page(THEN), TRANSLATION: translation})
    twins = before.handbook.playbooks["a"]
    lock = locked(originals(before.handbook)["playbooks/a"], twins["fa"], DAY)
    now = site_of({ORIGINAL: page(NOW), TRANSLATION: translation})
    return replace(now, handbook=replace(now.handbook, locks={lock.name: lock}))


def test_notes_and_marks(site: Site) -> None:
    found = sheet(site, "a", "fa")
    assert [(step.id, step.mark, step.voice.lang if step.voice else "") for step in found.steps] == [
        ("look", "†", ""),
        ("smile", "", ""),
        ("invite", "‡", "et"),
        ("thank", "", ""),
    ]
    day = site.locales["fa"].date(DAY)
    assert [(note.mark, note.text) for note in found.notes] == [
        ("†", f"The original has changed since this was translated ({day})."),
        ("‡", "This has not been translated yet."),
    ]


def test_the_original_has_no_notes(site: Site) -> None:
    found = sheet(site, "a", "et")
    assert not found.notes
    assert not any(step.mark for step in found.steps)


def test_the_page_knows_the_steps_that_the_print_borrows(site: Site) -> None:
    assert stamp_of(site, "a", "fa") == sheet(site, "a", "fa").stamp
    assert len(stamp_of(site, "a", "fa").marks) == 4


def test_every_edition_carries_the_notes(site: Site, print_site: Printer) -> None:
    for url, path in print_site(site).items():
        if "fa" not in url.rpartition("/")[2]:
            continue
        text = Paper(path).text
        assert text.count("†") == 2, url
        assert all(word in text for word in ("changed", "since", "translated")), url
        assert ("Kutsu" in text) == ("/downloads/handbook" not in url), url
