"""The search dialog: keys, results of every kind, the address, the back button, four languages, nothing found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from served import served

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
COMPLAINT = "playbooks/handle-a-complaint/"
QUEUE = "playbooks/receive-customers-and-manage-waiting/"
TYPED = [
    ("", "complained", COMPLAINT, "Results: "),
    ("fi/", "reklamaatioihin", COMPLAINT, "Tuloksia: "),
    ("pl/", "skargami", COMPLAINT, "Wyniki: "),
    ("kk/", "shagymdy", COMPLAINT, "Нәтиже: "),
]
KINDS = [
    ("handle a complaint", "playbook", COMPLAINT),
    ("take the complaint", "section", f"{COMPLAINT}#receive"),
    ("everyone in the queue treated with equal fairness", "step", f"{QUEUE}#same-for-all"),
    ("thank you for waiting how can i help", "what to say", f"{QUEUE}#thanks-for-waiting"),
    ("pareto principle", "term", "glossary/#pareto-principle"),
    ("pareto principle", "claim", "claims/#pareto-customers"),
]


def typed(page: Page, text: str) -> Page:
    """Opens the dialog with a key and types; waits for the answer."""
    page.locator("body").press("/")
    page.get_by_role("combobox").fill(text)
    expect(page.locator(".hb-search-count")).not_to_be_empty()
    return page


def asked(page: Page) -> str | None:
    """What the address asks for; None if no search is open."""
    return parse_qs(urlsplit(page.url).query, keep_blank_values=True).get("q", [None])[0]


def test_keys_open_and_close_it(opened: Any) -> None:
    page = opened("fi/", viewport=DESKTOP)
    dialog, box = page.locator("#hb-search"), page.get_by_role("combobox")
    for key in ("/", "Control+k", "Meta+k"):
        page.locator("body").press(key)
        expect(dialog).to_be_visible()
        expect(box).to_be_focused()
        assert asked(page) == ""
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        assert asked(page) is None
    page.locator(".hb-search-open").click()
    expect(box).to_be_focused()
    page.keyboard.type("a/b")
    expect(box).to_have_value("a/b")
    page.locator(".hb-search-close").click()
    expect(dialog).to_be_hidden()


def test_nothing_is_loaded_before_it_is_opened(context: Any) -> None:
    page = context().new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    page.goto("fi/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in loaded if "search" in path]
    typed(page, "valitus")
    assert [path for path in loaded if path.startswith("/assets/javascripts/search.")]


@pytest.mark.parametrize(("root", "text", "wanted", "counted"), TYPED, ids=lambda value: None)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_word_in_any_form_is_found_in_four_languages(
    opened: Any, root: str, text: str, wanted: str, counted: str, viewport: dict[str, int]
) -> None:
    page = typed(opened(root, viewport=viewport), text)
    options = page.get_by_role("option")
    links = options.evaluate_all("all => all.map(one => new URL(one.href).pathname)")
    assert f"/{root}{wanted}" in links[:3]
    assert page.locator(".hb-search-count").inner_text() == f"{counted}{len(links)}"
    assert page.locator(".hb-hit mark").count()
    assert page.locator(".hb-hit").first.locator(".hb-hit-title").inner_text()
    assert page.locator(".hb-kind-playbook").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize(("text", "kind", "wanted"), KINDS, ids=[kind for _, kind, _ in KINDS])
def test_every_kind_is_a_result_that_leads_to_its_place(opened: Any, text: str, kind: str, wanted: str) -> None:
    page = typed(opened("", viewport=DESKTOP), text)
    row = page.locator(f".hb-hit[href$='{wanted}']").first
    assert row.locator(".hb-kind").first.inner_text() == kind
    assert row.locator(".hb-hit-title").inner_text()
    row.click()
    page.wait_for_url(f"**/{wanted}")
    if anchor := wanted.partition("#")[2]:
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_section_says_where_it_stands_and_who_looks_after_it(opened: Any) -> None:
    page = typed(opened("", viewport=DESKTOP), "take the complaint")
    row = page.locator(f".hb-hit[href$='{COMPLAINT}#receive']")
    assert row.locator(".hb-hit-crumbs").inner_text() == "Handle a complaint"
    assert re.search(r"\w+ · reviewed \d{2}/\d{2}/\d{4}", row.locator(".hb-hit-meta").inner_text())
    assert row.locator(".hb-hit-title mark").all_inner_texts() == ["Take", "complaint"]


@pytest.mark.parametrize(
    ("root", "day"), [("", "21/11/2026"), ("fi/", "21.11.2026"), ("pl/", "21.11.2026"), ("kk/", "21.11.2026")]
)
def test_the_last_review_is_a_date_in_figures(opened: Any, root: str, day: str) -> None:
    page = typed(opened(root), "complaint")
    assert day in page.locator(".hb-hit-meta").first.inner_text()


def test_a_term_shows_its_definition_at_once(opened: Any) -> None:
    page = typed(opened("fi/"), "reklamaation")
    term = page.locator(".hb-hit[href$='glossary/#formal-claim']")
    assert len(term.locator(".hb-hit-text").inner_text()) > 20


@pytest.mark.parametrize(("today", "overdue"), [("2027-05-21", False), ("2027-05-22", True)])
def test_an_overdue_review_is_marked_in_results(context: Any, today: str, overdue: bool) -> None:
    page = context().new_page()
    page.clock.set_fixed_time(f"{today}T12:00:00Z")
    page.goto("")
    page.locator("body").press("/")
    page.get_by_role("combobox").fill("handle a complaint")
    page.clock.run_for(200)
    row = page.locator(f".hb-hit[href$='{COMPLAINT}']")
    expect(row).to_be_visible()
    assert row.locator(".hb-overdue").count() == overdue


def test_arrows_choose_enter_follows_and_back_returns_to_the_results(opened: Any) -> None:
    page = typed(opened("pl/", viewport=DESKTOP), "kolejce")
    box, options = page.get_by_role("combobox"), page.get_by_role("option")
    expect(box).to_have_attribute("aria-expanded", "true")
    chosen = page.locator("[role=option][aria-selected=true]")
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", options.count() - 1), ("ArrowDown", 0)):
        page.keyboard.press(key)
        expect(box).to_have_attribute("aria-activedescendant", f"hb-hit-{place}")
        expect(chosen).to_have_count(1)
        expect(chosen).to_have_attribute("id", f"hb-hit-{place}")
        expect(chosen).to_be_in_viewport()
    where, found = options.first.get_attribute("href"), options.all_inner_texts()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{str(where).rpartition('pl/')[2]}")
    page.go_back()
    expect(box).to_have_value("kolejce")
    expect(options).to_have_count(len(found))
    assert options.all_inner_texts() == found


def test_enter_waits_for_the_results_of_what_was_typed(opened: Any) -> None:
    page = opened("", viewport=DESKTOP)
    page.locator("body").press("/")
    page.keyboard.type("complaint")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{COMPLAINT}")
    page = typed(page, "greet")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("combobox").fill("abuse and threats")
    page.keyboard.press("Enter")
    page.wait_for_url("**/playbooks/respond-to-abuse-and-threats/**")


def test_enter_tries_again_what_could_not_be_loaded(opened: Any) -> None:
    page = opened("about/")
    page.context.watch.allowed |= {"net::"}
    page.route("**/search/en.js", lambda route: route.abort(), times=1)
    page.locator(".hb-search-open").click()
    page.wait_for_timeout(300)
    page.route("**/search/en.js", lambda route: route.abort(), times=1)
    page.keyboard.type("complaint")
    expect(page.locator(".hb-search-count")).to_contain_text("can’t be loaded")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{COMPLAINT}")


def test_a_network_that_answers_with_a_page_of_its_own_spoils_no_later_search(opened: Any) -> None:
    """As that of a hotel does until somebody has agreed to its terms: all is found, and nothing is what it should be."""
    page = opened("")
    page.context.watch.allowed |= {"Unexpected token"}
    answer = {
        "body": "<!doctype html><title>Agree</title>",
        "content_type": "text/html",
        "headers": {"Cache-Control": "no-store"},
    }
    page.context.route("**", lambda route: route.fulfill(**answer))
    page.locator(".hb-search-open").click()
    page.locator("#hb-search input").fill("complaint")
    failed = "dialog => JSON.parse(dialog.querySelector('script').textContent).failed"
    expect(page.locator("#hb-search [role=status]")).to_have_text(page.locator("#hb-search").evaluate(failed))
    page.context.unroute_all()
    page.get_by_role("combobox").fill("complaints")
    expect(page.locator(".hb-hit").first).to_be_visible()


def test_a_search_that_was_closed_follows_nothing(opened: Any) -> None:
    page = opened("about/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/en.js", hold, times=1)
    page.locator(".hb-search-open").click()
    page.keyboard.type("complaint")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    page.keyboard.press("Escape")
    expect(page.locator("#hb-search")).to_be_hidden()
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    assert page.url.endswith("/about/")


def test_enter_that_ends_a_composition_follows_nothing(opened: Any) -> None:
    page = typed(opened("", viewport=DESKTOP), "complaint")
    expect(page.get_by_role("option").first).to_be_visible()
    press = "box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    page.get_by_role("combobox").evaluate(press)
    page.wait_for_timeout(300)
    assert asked(page) == "complaint"


@pytest.mark.parametrize("root", ["", "fi/", "pl/", "kk/"])
def test_a_search_that_cannot_be_loaded_says_so_and_works_later(opened: Any, root: str) -> None:
    page = opened(root)
    page.context.watch.allowed |= {"net::"}
    count = page.locator(".hb-search-count")
    for files in ("**/search/**", "**/search.*.js", "**/search/*/*/*.js"):
        page.context.route(files, lambda route: route.abort())
        page.goto(root)
        typed(page, "reklamacja")
        expect(count).to_have_text(page.locator("#hb-search script").evaluate("words => JSON.parse(words.textContent).failed"))
        expect(page.get_by_role("option")).to_have_count(0)
        page.context.unroute(files)
        page.get_by_role("combobox").fill("reklamacji")
        expect(page.get_by_role("option").first).to_be_visible()


def test_a_worker_that_cannot_be_started_is_started_anew(opened: Any) -> None:
    page = opened("")
    page.context.watch.allowed |= {"net::"}
    page.add_init_script("const Old = Worker; Worker = class extends Old { constructor() { super('/gone.js'); Worker = Old; } };")
    page.goto("")
    page.context.watch.allowed |= {"404", "gone.js"}
    typed(page, "complaint")
    expect(page.get_by_role("option")).to_have_count(0)
    page.get_by_role("combobox").fill("complaints")
    expect(page.get_by_role("option").first).to_be_visible()


def test_back_closes_it(opened: Any) -> None:
    page = typed(opened("fi/"), "jono")
    page.go_back()
    expect(page.locator("#hb-search")).to_be_hidden()
    assert asked(page) is None


def test_an_address_stays_short_enough_for_servers(opened: Any) -> None:
    page = opened("fi/")
    page.locator("body").press("/")
    page.keyboard.insert_text("шағым " * 5000)
    expect(page.locator(".hb-search-count")).not_to_be_empty()
    assert len(page.url) < 4000
    page.reload()
    expect(page.get_by_role("combobox")).to_be_visible()


def test_an_address_with_a_search_can_be_shared(opened: Any) -> None:
    page = opened("kk/?q=шағым")
    expect(page.get_by_role("combobox")).to_have_value("шағым")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#hb-search")).to_be_hidden()
    assert asked(page) is None


def test_a_slip_is_offered_for_correction(opened: Any) -> None:
    page = typed(opened("fi/"), "reklmaatio")
    offer = page.locator(".hb-search-meant button")
    expect(offer).to_have_text("reklamaatio")
    offer.click()
    expect(page.get_by_role("combobox")).to_have_value("reklamaatio")
    expect(offer).to_have_count(0)
    assert asked(page) == "reklamaatio"


@pytest.mark.parametrize("root", ["", "fi/", "pl/", "kk/"])
def test_an_empty_result_helps_on(opened: Any, root: str) -> None:
    page = typed(opened(root), "zzzzqqqq")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    links = page.locator(".hb-search-help a")
    assert links.evaluate_all("all => all.map(one => new URL(one.href).pathname)") == [
        f"/{root}",
        f"/{root}checklists/",
        f"/{root}glossary/",
    ]
    expect(links.first).to_be_visible()


def test_the_count_is_said_and_the_list_has_a_name(opened: Any) -> None:
    page = typed(opened("kk/"), "кезек")
    assert page.locator(".hb-search-count").get_attribute("role") == "status"
    expect(page.get_by_role("listbox")).to_have_accessible_name(re.compile("."))
    expect(page.get_by_role("combobox")).to_have_accessible_name(re.compile("."))
    page.get_by_role("combobox").fill("")
    expect(page.locator(".hb-search-count")).to_be_empty()


def test_a_page_that_is_not_translated_says_its_language(chromium: Browser, cafe: Path) -> None:
    with served(cafe) as address:
        page = chromium.new_page(base_url=address)
        page.goto("")
        page.locator("body").press("/")
        page.get_by_role("combobox").fill("چای")
        row = page.locator(".hb-hit[href*='pour-tea']").first
        expect(row).to_be_visible()
        mark, title = row.locator(".hb-kind-language").inner_text(), row.locator(".hb-hit-title").get_attribute("lang")
        page.close()
    assert (mark, title) == ("FA", "fa")
