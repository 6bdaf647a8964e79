"""Ctrl-P on the page, and the page that the code on a print opens."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdfium2
import pytest
from papers import Paper
from playwright.sync_api import Page, expect

from handbook.site import Site

SLUG = "handle-a-complaint"
CHECKLIST = f"fi/checklists/{SLUG}/"
PAGES = {"playbook": f"fi/playbooks/{SLUG}/", "checklist": CHECKLIST, "glossary": "fi/glossary/"}
CHROME = ".hb-header, .hb-nav, .hb-crumbs, .hb-footer, .hb-offer, .hb-actions, .hb-care, .hb-copy, .hb-letters"
A4 = {"format": "A4", "margin": {"top": "13mm", "bottom": "15mm", "left": "18mm", "right": "18mm"}}
STALE = """<div class="hb-freshness hb-stale"><p class="hb-freshness-note">Changed.</p>
<details><summary>What the original says now</summary><div><p>The new words.</p></div></details></div>"""


def printed(page: Page) -> tuple[str, ...]:
    """The text of each page on paper."""
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(**A4)))
    return tuple(sheet.get_textpage().get_text_bounded() for sheet in document)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_chrome_on_paper(opened: Any, path: str) -> None:
    page = opened(path)
    page.emulate_media(media="print")
    shown = page.locator(CHROME).evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.className)")
    assert shown == []


def test_a_checklist_takes_two_pages_and_says_every_step(opened: Any) -> None:
    page = opened(CHECKLIST)
    steps = page.locator(".hb-step label").all_inner_texts()
    sheets = printed(page)
    assert len(sheets) <= 2
    text = "".join("".join(sheets).replace("\x02", "-").split())
    assert [step for step in steps if "".join(step.split()) not in text] == []


def test_boxes_are_black_on_white_even_in_the_dark(opened: Any) -> None:
    page = opened(CHECKLIST, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    looks = page.locator(".hb-tick").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before')).map(look => [look.borderTopColor, look.backgroundColor])"
    )
    assert looks
    assert {tuple(look) for look in looks} == {("rgb(0, 0, 0)", "rgb(255, 255, 255)")}


def test_addresses_of_other_sites_are_written_out(opened: Any) -> None:
    page = opened(CHECKLIST)
    page.locator("article p").first.evaluate(
        "p => p.insertAdjacentHTML('beforeend', '<a href=\"https://a.example/x\">there</a>')"
    )
    assert "there (https://a.example/x)" in " ".join("".join(printed(page)).split())


def test_a_stale_passage_shows_what_the_original_says_now(opened: Any) -> None:
    page = opened(CHECKLIST)
    page.locator(".hb-step").first.evaluate("(step, html) => step.insertAdjacentHTML('beforeend', html)", STALE)
    text = "".join(printed(page))
    assert "Changed." in text
    assert "The new words." in text


@pytest.mark.parametrize("lang", ["", "fi/", "pl/", "kk/"])
def test_the_terms_of_all_languages_fit_the_paper(opened: Any, lang: str) -> None:
    page = opened(f"{lang}terms/")
    terms = page.locator("table.hb-terms :is(th, td) > a").all_inner_texts()
    text = "".join("".join(printed(page)).replace("\x02", "-").split())
    assert [term for term in terms if "".join(term.split()) not in text] == []


def test_what_this_device_used_last_stays_off_paper(opened: Any) -> None:
    page = opened(PAGES["playbook"])
    page.goto("fi/")
    expect(page.locator(".hb-mine")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".hb-mine")).to_be_hidden()


def test_headings_of_two_languages_stand_on_one_line(opened: Any) -> None:
    page = opened(f"{CHECKLIST}?with=pl", viewport={"width": 658, "height": 1000})
    page.wait_for_selector(".hb-parallel")
    page.emulate_media(media="print")
    tops = "all => all.map(one => [...one.children].map(side => side.getBoundingClientRect().top))"
    pairs = page.locator(".hb-pair:has(> h2)").evaluate_all(tops)
    assert pairs
    assert [pair for pair in pairs if len(set(pair)) > 1] == []


def test_the_glossary_stays_short(opened: Any) -> None:
    page = opened(PAGES["glossary"])
    assert len(printed(page)) <= page.locator(".hb-term").count() / 6


def code_of(site: Path) -> str:
    """What a phone reads from the print: path and fragment inside the site."""
    (code,) = Paper(site / CHECKLIST / f"{SLUG}.fi.pdf").codes()
    parts = urlsplit(code)
    return f"{parts.path[parts.path.index(CHECKLIST) :]}#{parts.fragment}"


def test_the_code_on_a_print_says_that_it_is_current(opened: Any, site: Path) -> None:
    page = opened(code_of(site))
    notice = page.locator("article [role=status].hb-notice")
    expect(notice).to_have_text("Tulosteesi on ajan tasalla.")


def test_the_code_on_an_old_print_names_the_steps_that_changed(opened: Any, site: Path) -> None:
    path, _, stamp = code_of(site).partition("#print=")
    version, _, marks = stamp.partition(".")
    page = opened(f"{path}#print={'0' * len(version)}.~~{marks[2:]}".replace("~~", "__"))
    first = page.locator(".hb-step").first
    links = page.locator("article [role=status].hb-notice a")
    assert [link.get_attribute("href") for link in links.all()] == [f"#{first.get_attribute('id')}"]
    assert links.first.inner_text() == first.locator("label").inner_text()


def test_every_code_leads_to_a_page_that_was_built(site: Path, handbook_site: Site) -> None:
    """tests/printing/test_standards.py reads the codes themselves: they are these addresses."""
    for slug, twins in handbook_site.handbook.playbooks.items():
        for lang, playbook in twins.items():
            if playbook.has_checklist:
                assert (site / handbook_site.checklist_url(slug, lang) / "index.html").is_file()
