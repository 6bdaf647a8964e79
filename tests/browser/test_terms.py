"""The glossary and the table of terms: letters, filter, sources, any two to four languages, every language's order, print."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from handbook.collation import Collation
from handbook.headwords import headword
from handbook.site import Site

LANGUAGES = ("en", "fi", "pl", "kk")
ROOTS = {"en": "", "fi": "fi/", "pl": "pl/", "kk": "kk/"}
PHONE = {"width": 360, "height": 740}


def column(page: Page, lang: str) -> list[str]:
    return page.locator(f"table.hb-terms tbody tr:visible [data-lang={lang}]").all_inner_texts()


def test_a_term_of_many_playbooks_lists_some_and_searches_for_the_others(opened: Any) -> None:
    page = opened("fi/glossary/")
    uses = page.locator("#customer .hb-uses").first.locator("li")
    expect(uses).to_have_count(9)
    uses.last.get_by_role("link", name=re.compile(r"^Hae \d+ muuta toimintaohjetta$")).click()
    expect(page.locator("#hb-search input")).to_have_value("asiakas")
    expect(page.locator(".hb-hit").first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_letters_lead_to_the_terms_in_the_languages_order(opened: Any, handbook_site: Site, lang: str) -> None:
    page = opened(ROOTS[lang] + "glossary/")
    order: Collation = handbook_site.collation(lang)
    terms = page.locator(".hb-term dfn").all_inner_texts()
    assert terms == sorted(terms, key=lambda term: order.key(headword(term)))
    letters = page.locator(".hb-letters a").all_inner_texts()
    assert letters == page.locator(".hb-letter > h2").all_inner_texts()
    assert set(letters) <= set(order.letters)
    page.locator(".hb-letters a").nth(3).click()
    expect(page.locator(".hb-letter > h2").nth(3)).to_be_in_viewport()


def test_an_entry_has_the_same_anchor_everywhere_and_says_where_it_comes_from(opened: Any) -> None:
    for lang in LANGUAGES:
        page = opened(ROOTS[lang] + "glossary/")
        entry = page.locator("article#complaint")
        for other in LANGUAGES:
            if other != lang:
                expect(entry.locator(f"dd[lang={other}] a")).to_have_attribute("hreflang", other)
        assert entry.locator("dd a[href='#formal-claim']").count() == 1
        assert entry.locator("dd a[href*='playbooks/handle-a-complaint/#']").count() >= 1
        assert entry.locator("dd a[href*='sources/#fi-muistilista'] cite[lang=fi]").count() == 1


@pytest.mark.parametrize(
    ("lang", "typed", "id"),
    [
        ("fi", "VÄLITYS", ""),
        ("fi", "valitus", "complaint"),
        ("pl", "zazalenie", "complaint"),
        ("pl", "relacja z klientem", "customer-relationship"),
    ],
)
def test_the_filter_finds_without_marks(opened: Any, lang: str, typed: str, id: str) -> None:
    page = opened(ROOTS[lang] + "glossary/")
    page.locator("#hb-filter").fill(typed)
    label = {"fi": "Tuloksia", "pl": "Wyniki"}[lang]
    expect(page.locator(".hb-filter output")).to_have_text(f"{label}: {page.locator('.hb-term:visible').count()}")
    expect(page.locator(".hb-letters")).to_be_hidden()
    assert page.locator(f".hb-term[id='{id}']:visible").count() == bool(id)
    assert page.locator(".hb-letter:visible").count() == page.locator(".hb-letter:has(.hb-term:visible)").count()
    page.locator("#hb-filter").fill("")
    expect(page.locator(".hb-letters")).to_be_visible()


@pytest.mark.parametrize("path", ["glossary/", "terms/"])
def test_enter_in_the_filter_sends_nothing(opened: Any, path: str) -> None:
    page = opened(path)
    page.locator("#hb-filter").fill("pareto")
    page.locator("#hb-filter").press("Enter")
    page.wait_for_timeout(200)
    assert page.url.endswith(path)
    assert page.locator("#hb-filter").input_value() == "pareto"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_shows_two_to_four_languages_in_any_order(opened: Any, handbook_site: Site, lang: str) -> None:
    page = opened(ROOTS[lang] + "terms/", viewport={"width": 1280, "height": 900})
    for other in LANGUAGES:
        page.locator(".hb-columns select").select_option(other)
        expect(page.locator(f"table.hb-terms th[data-lang={other}][aria-sort=ascending]")).to_have_count(1)
        expect(page.locator("table.hb-terms [aria-sort]")).to_have_count(1)
        order = handbook_site.collation(other)
        terms = column(page, other)
        assert len(terms) == len(handbook_site.handbook.concepts)
        assert [order.key(headword(term)) for term in terms] == sorted(order.key(headword(term)) for term in terms)
    first, second = [other for other in LANGUAGES if other != lang][:2]
    for hidden in (first, second):
        page.locator(f".hb-columns input[value={hidden}]").uncheck()
        expect(page.locator(f"table.hb-terms [data-lang={hidden}]").first).to_be_hidden()
    assert page.locator(".hb-columns input:checked").count() == 2
    assert page.locator(".hb-columns input:checked:disabled").count() == 2
    page.locator("#hb-filter").fill(column(page, lang)[0])
    page.emulate_media(media="print")
    assert 1 <= page.locator("table.hb-terms tbody tr:visible").count() < 10
    expect(page.locator(".hb-columns")).to_be_hidden()
    assert page.locator(f"table.hb-terms [data-lang={first}]:visible").count() == 0


def test_the_table_shows_what_the_form_says_after_going_back(opened: Any) -> None:
    page = opened("terms/", viewport={"width": 1280, "height": 900})
    page.locator(".hb-columns input[value=fi]").uncheck()
    page.locator(".hb-columns select").select_option("pl")
    page.goto("about/")
    page.go_back()
    expect(page.locator(".hb-columns input[value=fi]")).not_to_be_checked()
    expect(page.locator("table.hb-terms th[data-lang=fi]").first).to_be_hidden()
    expect(page.locator("table.hb-terms th[data-lang=pl][aria-sort=ascending]")).to_have_count(1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_the_table_breaks_on_a_phone(opened: Any, lang: str) -> None:
    page = opened(ROOTS[lang] + "terms/", viewport=PHONE)
    broken = page.locator("table.hb-terms a").evaluate_all(
        """all => all.filter(one => one.getClientRects().length && !/[\\s-]/.test(one.textContent.trim())
          && one.offsetHeight > 1.9 * parseFloat(getComputedStyle(one).lineHeight)).map(one => one.textContent)"""
    )
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    first = page.locator("table.hb-terms tbody tr").first
    lefts = first.locator("a").evaluate_all("all => all.map(one => one.getBoundingClientRect().x)")
    assert len(lefts) == len(LANGUAGES)
    assert len(set(lefts)) == 1
    page.locator(".hb-columns input").first.uncheck()
    assert first.locator("a:visible").count() == len(LANGUAGES) - 1
    page.emulate_media(media="print")
    assert first.evaluate("row => getComputedStyle(row).display") == "table-row"


def test_a_button_prints_the_table(opened: Any) -> None:
    page = opened("pl/terms/")
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.locator(".hb-columns button").click()
    assert page.title() == "printed"


@pytest.mark.parametrize("path", ["fi/glossary/", "kk/terms/"])
def test_without_scripts_no_box_is_offered(opened: Any, path: str) -> None:
    page = opened(path, java_script_enabled=False)
    expect(page.locator(".hb-filter")).to_be_hidden()
    assert page.locator("dfn, table.hb-terms a").count() > 90
