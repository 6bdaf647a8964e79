"""Reading in two languages: aligned, shareable, each with its own `lang`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

PLAYBOOK = "playbooks/handle-a-complaint/"
CHECKLIST = "checklists/handle-a-complaint/"
DIAGRAM = "playbooks/build-customer-relationships/"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 800}


def paired(page: Page) -> Page:
    page.wait_for_selector(".hb-parallel")
    return page


def rows(page: Page) -> list[dict[str, Any]]:
    """Every block with an id and its twin: id, both texts, both boxes, the twin's language."""
    found: list[dict[str, Any]] = page.evaluate(
        """() => [...document.querySelectorAll('.hb-twin')].map(twin => {
          const own = twin.closest('li') || twin.parentElement.firstElementChild;
          const text = twin.closest('li') ? own.querySelector('label') || own : own;
          const box = one => { const { x, y, width } = one.getBoundingClientRect(); return { x, y, width }; };
          const words = twin.textContent.trim();
          return { id: own.id, tag: own.tagName, text: words, lang: twin.lang, own: box(text), twin: box(twin) };
        })"""
    )
    return found


def twin_texts(page: Page) -> dict[str, str]:
    return {row["id"]: row["text"] for row in rows(page) if row["id"]}


@pytest.mark.parametrize(
    ("own", "other", "path"), [("", "kk", PLAYBOOK), ("fi/", "pl", CHECKLIST), ("kk/", "fi", PLAYBOOK), ("pl/", "en", CHECKLIST)]
)
def test_each_block_stands_beside_the_block_of_the_same_id(opened: Any, own: str, other: str, path: str) -> None:
    page = paired(opened(f"{own}{path}?with={other}", viewport=DESKTOP))
    texts = twin_texts(page)
    assert {row["lang"] for row in rows(page)} == {other}
    twin = page.context.new_page()
    twin.goto(f"{'' if other == 'en' else other + '/'}{path}")
    for step in ("introduce", "listen", "promise"):
        assert texts[step] == twin.locator(f"#{step} > label").inner_text()
    for heading in twin.locator("article h2[id]:not(.hb-page-end *)").all():
        assert texts[heading.get_attribute("id") or ""] == heading.inner_text()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_address_leads_to_its_place(opened: Any, size: Any) -> None:
    page = paired(opened("kk/glossary/?with=pl#empathy", viewport=size))
    expect(page.locator("#empathy")).to_be_in_viewport()
    assert page.locator("#empathy").evaluate("term => Math.round(term.getBoundingClientRect().top)") == 80


def test_side_by_side_on_a_desk_and_stacked_on_a_phone(opened: Any) -> None:
    for row in rows(paired(opened(f"{PLAYBOOK}?with=kk", viewport=DESKTOP))):
        if row["tag"] != "LI" or row["id"]:
            assert row["twin"]["x"] >= row["own"]["x"] + row["own"]["width"] - 1, row
    page = paired(opened(f"{PLAYBOOK}?with=kk", viewport=PHONE))
    for row in rows(page):
        assert row["twin"]["y"] > row["own"]["y"], row
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_blocks_without_id_are_aligned_by_their_place_in_the_section(opened: Any) -> None:
    page = paired(opened(f"{PLAYBOOK}?with=fi", viewport=DESKTOP))
    twin = page.context.new_page()
    twin.goto("fi/" + PLAYBOOK)
    lead = twin.locator("article > p:not(.hb-description)").all_inner_texts()
    pairs = page.locator(".hb-pair:has(> p:not(.hb-description)) > .hb-twin").all_inner_texts()
    assert pairs[0].strip()[:40] == lead[0].strip()[:40]
    own_items = page.locator("#in-writing").evaluate(
        "heading => [...heading.closest('.hb-pair').nextElementSibling.children]"
        ".map(item => item.querySelectorAll('.hb-twin').length)"
    )
    assert own_items
    assert set(own_items) == {1}


def test_the_switcher_changes_the_address_and_back(opened: Any) -> None:
    page = opened("pl/" + PLAYBOOK)
    before = page.locator("article").evaluate("article => article.innerText")
    page.locator(".hb-with > summary").click()
    page.locator(".hb-with [data-with=fi]").click()
    paired(page)
    assert page.url.endswith(f"pl/{PLAYBOOK}?with=fi")
    expect(page.locator("#hb-with-said")).to_contain_text("suomi")
    page.reload()
    paired(page)
    page.locator(".hb-with > summary").click()
    page.locator(".hb-with [data-with='']").click()
    expect(page.locator(".hb-twin, .hb-pair")).to_have_count(0)
    assert page.url.endswith("pl/" + PLAYBOOK)
    assert page.locator("article").evaluate("article => article.innerText") == before
    page.go_back()
    paired(page)


def test_switching_languages_keeps_the_pair_the_place_and_the_ticks(opened: Any) -> None:
    page = paired(opened(f"fi/{CHECKLIST}?with=pl"))
    page.locator("#introduce > label").click()
    page.locator("#next-step").evaluate("step => scrollTo(0, scrollY + step.getBoundingClientRect().top - 200)")
    page.locator(".hb-languages > summary").click()
    page.locator(".hb-languages a[data-language=pl]").click()
    page.wait_for_url("**/pl/**")
    paired(page)
    assert "?with=fi" in page.url
    expect(page.locator("#tick_introduce")).to_be_checked()
    page.wait_for_load_state("load")
    assert abs(page.locator("#next-step").evaluate("step => step.getBoundingClientRect().top") - 200) < 60


def test_the_twin_ticks_the_box_too_and_stays_out_of_its_name(opened: Any) -> None:
    page = paired(opened(f"{CHECKLIST}?with=kk"))
    name = page.locator("#introduce > label").inner_text()
    page.locator("#introduce > .hb-twin").click()
    expect(page.locator("#tick_introduce")).to_be_checked()
    expect(page.locator("#tick_introduce")).to_have_accessible_name(name)


def test_ids_stay_unique_and_links_lead_to_the_twins_language(opened: Any) -> None:
    page = paired(opened(f"{DIAGRAM}?with=pl"))
    expect(page.locator(".hb-twin svg[role=img]")).to_have_accessible_name(re.compile("."))
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(set(ids)) == len(ids)
    hrefs = page.locator(".hb-twin a[href]").evaluate_all("all => all.map(one => new URL(one.href).pathname)")
    assert hrefs
    assert all(path.startswith("/pl/") for path in hrefs)


def test_a_phrase_for_the_customer_can_be_copied(context: Any) -> None:
    page = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{PLAYBOOK}?with=pl")
    paired(page)
    twin = page.locator(".hb-pair:has(> #our-mistake) > .hb-twin")
    twin.get_by_role("button").click()
    page.locator(".hb-twin [role=status]:not(:empty)").first.wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == twin.locator(".hb-variant").first.inner_text()


def test_terms_are_aligned_by_concept(opened: Any) -> None:
    page = paired(opened("glossary/?with=fi", viewport=DESKTOP))
    names = page.evaluate(
        "() => [...document.querySelectorAll('.hb-pair > article.hb-term')]"
        ".map(term => [term.querySelector('dd[lang=fi]')?.innerText, term.nextElementSibling.querySelector('h3').innerText])"
    )
    assert len(names) > 50
    assert all(own == twin for own, twin in names)
    page.locator("#hb-filter").fill("complaint")
    shown = page.locator(".hb-pair:has(.hb-term)").evaluate_all("all => all.filter(one => one.checkVisibility()).length")
    assert 0 < shown < len(names)
    assert page.locator(".hb-letter:visible").count() == page.locator(".hb-letter:has(.hb-term:visible)").count()


def test_a_lost_connection_is_told(opened: Any) -> None:
    page = opened(PLAYBOOK)
    page.context.watch.allowed |= {"ERR_FAILED", "net::"}
    page.route("**/pl/**", lambda route: route.abort())
    page.locator(".hb-with > summary").click()
    page.locator(".hb-with [data-with=pl]").click()
    expect(page.locator("#hb-with-said.hb-notice")).to_be_visible()
    expect(page.locator(".hb-twin")).to_have_count(0)
    page.locator(".hb-with > summary").click()
    page.locator(".hb-with [data-with='']").click()
    expect(page.locator(".hb-notice")).to_have_count(0)


def test_a_language_that_is_no_longer_wanted_fails_in_silence(opened: Any) -> None:
    page = opened(PLAYBOOK)
    page.context.watch.allowed |= {"ERR_FAILED", "net::"}
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/pl/**", hold)
    for lang in ("pl", "fi"):
        page.locator(".hb-with > summary").click()
        page.locator(f".hb-with [data-with={lang}]").click()
    paired(page)
    with page.expect_event("requestfailed"):
        waiting[0].abort()
    page.wait_for_timeout(100)
    expect(page.locator("#hb-with-said")).to_contain_text("suomi")
    expect(page.locator(".hb-notice")).to_have_count(0)


def test_pages_that_hold_all_languages_offer_no_twin(opened: Any) -> None:
    page = opened("terms/?with=pl")
    for kind in ("", "sources/"):
        expect(page.locator(".hb-with")).to_have_count(0)
        page.goto(f"{kind}?with=pl")


def test_it_works_from_a_folder(chromium: Any, folder: Path) -> None:
    context = chromium.new_context(viewport=PHONE)
    faults: list[str] = []
    context.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    page = context.new_page()
    page.goto((folder / "pl" / CHECKLIST / "index.html").as_uri() + "?with=fi")
    paired(page)
    assert twin_texts(page)["introduce"].startswith("Esittele")
    page.locator("#introduce > label").click()
    page.reload()
    expect(page.locator("#tick_introduce")).to_be_checked()
    page.locator(".hb-with > summary").click()
    page.locator(".hb-with [data-with='']").click()
    expect(page.locator(".hb-twin")).to_have_count(0)
    page.locator("a.hb-button").first.click()
    page.wait_for_url("**/pl/playbooks/**")
    assert faults == []
    context.close()


def test_a_table_stays_a_table_and_scrolls_by_keyboard(opened: Any) -> None:
    page = opened("playbooks/prepare-for-a-customer-meeting/?with=pl", viewport={"width": 390, "height": 800})
    twin = page.locator(".hb-twin[lang=pl] > table")
    expect(twin.locator("th[scope=col]")).to_have_count(2)
    expect(twin).not_to_have_attribute("tabindex", "0")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect(twin).to_have_attribute("tabindex", "0")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
