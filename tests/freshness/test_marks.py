"""What a reader of a translated page sees where a passage is out of date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html as lxml_html

from handbook.addresses import Addresses
from handbook.freshness.lockfile import lock
from handbook.freshness.pages import fresh
from handbook.freshness.stamping import Stamp, stamped
from handbook.model.handbook import Handbook
from handbook.model.lock import Lock
from handbook.model.playbook import Block, Page
from handbook.render.blocks import page_html
from handbook.render.checklists import checklists
from handbook.render.context import PageContext
from handbook.render.feeds import badge, feeds
from handbook.render.freshness import NOTES
from handbook.render.status import status
from handbook.sanitise import sanitised
from handbook.site import Site

NAME = "playbooks/handle-a-complaint"
DAY = date(2026, 11, 21)


def with_original(handbook: Handbook, changed: tuple[Block, ...]) -> Handbook:
    """The handbook, all stamped, after its Finnish original got these blocks."""
    locks = {
        f"{lang}/{name}": Lock(f"{lang}/{name}", stamped(found, Stamp(DAY)))
        for (lang, name), found in fresh(replace(handbook, locks={})).items()
    }
    pages = tuple(replace(page, blocks=changed) if (page.lang, page.name) == ("fi", NAME) else page for page in handbook.pages)
    return replace(handbook, pages=pages, locks=locks)


def original(handbook: Handbook) -> Page:
    return next(page for page in handbook.pages if (page.lang, page.name) == ("fi", NAME))


@pytest.fixture(scope="module")
def behind(handbook: Handbook, handbook_site: Site) -> Site:
    """A step and a paragraph changed, a step added, an item dropped."""
    blocks = []
    for block in original(handbook).blocks:
        if block.id == "listen":
            blocks += [
                block._replace(text="Kuuntele **ainakin** 3 minuuttia."),
                block._replace(id="write-down", text="Kirjaa virhe."),
            ]
        elif block.text.startswith("Lähteen mukaan asiakas saa"):
            blocks.append(block._replace(text="Vastaa viidessä päivässä."))
        elif not block.text.startswith("Vastausaika"):
            blocks.append(block)
    changed = with_original(handbook, tuple(blocks))
    return Site(changed, handbook_site.locales, Addresses("en", site_url="https://handbook.example/"))


def shown(site: Site, lang: str = "pl", slug: str = "") -> lxml_html.HtmlElement:
    page = next(page for page in site.handbook.pages if (page.lang, page.name) == (lang, NAME))
    blocks = page.blocks
    if slug:
        blocks = next(draft for draft in checklists(site, lang) if draft.slug == slug).blocks
    made = page_html(blocks, PageContext(site, NAME, site.addresses.page(lang, NAME), lang, lang))
    assert sanitised(made).count("<details>") == made.count("<details>"), "marks survive sanitising"
    return lxml_html.fromstring(f"<div>{made}</div>")


def test_the_translation_stays_and_the_original_is_behind_a_disclosure(behind: Site) -> None:
    (step,) = shown(behind).xpath("//li[@id='listen']")
    assert step.xpath("./label")[0].text_content().startswith("Słuchaj")
    (mark,) = step.xpath("./div[contains(@class, 'hb-freshness')]")
    assert (mark.get("lang"), mark.get("class")) == ("pl", "hb-freshness hb-stale")
    (words,) = mark.xpath("./details/div")
    assert (words.get("lang"), words.get("dir")) == ("fi", "ltr")
    assert words.text_content() == "Kuuntele ainakin 3\u00a0minuuttia."
    assert words.xpath(".//strong")


def test_a_paragraph_has_its_mark_beneath_it(behind: Site) -> None:
    (mark,) = shown(behind).xpath("//div[contains(@class, 'hb-stale')][.//p[starts-with(., 'Vastaa viidessä')]]")
    assert mark.getprevious().tag == "p"
    assert "2026" in mark.xpath("./p[@class='hb-freshness-note']")[0].text_content()


def test_an_untranslated_step_stands_in_its_place_in_its_language(behind: Site) -> None:
    (missing,) = shown(behind).xpath("//div[@class='hb-missing']")
    (step,) = missing.xpath(".//li[@id='write-down']")
    assert step.xpath("ancestor::*[@lang][1]")[0].get("lang") == "fi"
    assert step.xpath("./input[@type='checkbox']")
    assert missing.getprevious().xpath("./li[last()]")[0].get("id") == "listen"


def test_what_the_original_dropped_is_marked(behind: Site) -> None:
    (mark,) = shown(behind).xpath("//div[contains(@class, 'hb-obsolete')]")
    assert mark.getparent().tag == "li"
    assert not mark.xpath(".//details")


def test_the_page_starts_with_a_summary(behind: Site) -> None:
    first = shown(behind)[0]
    assert first.tag == "aside"
    assert "4" in first.text_content()


def test_the_checklist_has_the_marks_of_its_steps(behind: Site) -> None:
    page = shown(behind, slug="handle-a-complaint")
    assert len(page.xpath("//div[contains(@class, 'hb-stale')]")) == 1
    assert len(page.xpath("//div[@class='hb-missing']")) == 1
    assert not page.xpath("//aside")


def test_originals_and_current_translations_have_no_marks(behind: Site, handbook_site: Site) -> None:
    assert not shown(behind, "fi").xpath("//*[contains(@class, 'hb-freshness')]")
    assert not shown(handbook_site, "pl").xpath("//*[contains(@class, 'hb-freshness') or contains(@class, 'hb-missing')]")


def test_ids_stay_unique(behind: Site) -> None:
    ids = shown(behind).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_state_has_its_note() -> None:
    assert set(NOTES) == {"stale", "missing", "obsolete"}


def test_outputs_follow_from_the_locks(behind: Site) -> None:
    files = dict(feeds(behind))
    assert {"status.json", "changes.xml", "fi/changes.xml", "badges/pl.svg"} <= files.keys()
    assert dict(feeds(behind)) == files
    for name, data in files.items():
        if name.endswith((".xml", ".svg")):
            lxml_html.etree.fromstring(data)
    (page,) = status(behind, "pl")
    assert 'class="hb-partly-stale"' in page.html
    assert re.search(r'<time datetime="2026-11-21">', page.html)


def test_a_badge_speaks_to_screen_readers() -> None:
    assert 'aria-label="suomi: 98 %"' in badge("suomi", "98 %", 98)


def test_a_lock_of_the_repository_is_read(handbook: Handbook) -> None:
    for name, found in handbook.locks.items():
        assert found.entries, name
        assert not lock(name, "")[1]
