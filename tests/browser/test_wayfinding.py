"""Finding the way: home, pinned and recent playbooks, next steps, a wrong address, the emergency number, overdue reviews."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route, expect

LANGUAGES = {"en": "", "fi": "fi/", "pl": "pl/", "kk": "kk/"}
THREATS = "playbooks/respond-to-abuse-and-threats/"
PLAYBOOK = "playbooks/handle-a-complaint/"
PHONE = {"width": 390, "height": 800}
NOW = "2026-11-21T12:00:00Z"


def test_a_new_visitor_sees_only_the_situations(opened: Any) -> None:
    page = opened("")
    expect(page.locator("#hb-mine")).to_be_hidden()
    assert page.locator(".hb-situation-card").count() >= 10
    assert page.locator(".hb-situation-card h2 svg").count() == page.locator(".hb-situation-card").count()


def test_pinned_and_recent_playbooks_are_on_every_languages_home_page(opened: Any) -> None:
    page = opened(PLAYBOOK)
    pin = page.locator(".hb-pin")
    expect(pin).to_have_attribute("aria-pressed", "false")
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "true")
    page.goto("kk/checklists/handle-a-phone-call/")
    page.locator(".hb-step > label").first.click()
    for root in LANGUAGES.values():
        page.goto(root)
        links = page.locator("#hb-mine a")
        assert links.evaluate_all("all => all.map(one => one.dataset.slug)") == ["handle-a-complaint", "handle-a-phone-call"]
        assert links.first.inner_text() == page.locator(".hb-situation-card [data-slug=handle-a-complaint]").inner_text()
        assert "1" in re.findall(r"\d+", page.locator(".hb-mine-note").last.inner_text())
    page.locator("#hb-mine button").click()
    expect(page.locator("#hb-mine")).to_be_hidden()
    page.reload()
    expect(page.locator("#hb-mine")).to_be_hidden()


SHIFT = """() => new Promise(done => {
  let sum = 0;
  const watch = new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }));
  watch.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 600);
})"""


@pytest.mark.parametrize(("root", "locale"), [("fi/", "fi-FI"), ("kk/", "pl-PL")])
@pytest.mark.parametrize("path", ["", "checklists/handle-a-complaint/"])
def test_what_scripts_fill_in_shifts_nothing(opened: Any, root: str, locale: str, path: str) -> None:
    """The list of recent playbooks, the offer of another language and the bar: also where the script comes late."""
    page = opened(root + PLAYBOOK, locale=locale)
    page.locator(".hb-pin").click()
    page.goto(root + THREATS)

    def late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    page.route("**/handbook.*.js", late)
    page.goto(root + path)
    assert page.evaluate(SHIFT) < 0.02


@pytest.mark.parametrize(
    ("root", "path"), [("", "glossary/"), ("fi/", ""), ("pl/", PLAYBOOK), ("kk/", "checklists/handle-a-complaint/")]
)
def test_help_is_one_tap_away_on_every_page(opened: Any, root: str, path: str) -> None:
    page = opened(root + path)
    group = page.locator(".hb-header .hb-emergency")
    expect(group.locator("a[href='tel:112']")).to_be_visible()
    expect(group.locator("a[href='tel:112']")).to_have_accessible_name(re.compile("112"))
    group.locator("a").first.click()
    assert page.url.endswith(root + THREATS)
    expect(page.locator("article a[href='tel:112']")).to_be_in_viewport()


def test_entries_of_the_menu_are_as_high_in_an_open_part_as_outside(opened: Any) -> None:
    page = opened("playbooks/handle-a-complaint/", viewport={"width": 1280, "height": 900})
    lowest = "all => Math.min(...all.map(one => one.getBoundingClientRect().height))"
    assert page.locator(".hb-tree details li > a").evaluate_all(lowest) == page.locator(".hb-tree > li > a").evaluate_all(lowest)


def test_a_checklist_leads_on(opened: Any) -> None:
    page = opened("pl/checklists/handle-a-complaint/")
    links = page.locator(".hb-next a").evaluate_all("all => all.map(one => new URL(one.href).pathname)")
    assert "/pl/playbooks/calm-an-angry-customer/" in links
    assert len(set(links)) == len(links)
    page.locator(".hb-next a").first.click()
    assert "/pl/playbooks/" in page.url


@pytest.mark.parametrize(
    ("path", "lang", "wanted"),
    [
        ("pl/playbooks/hadle-complaints/", "pl", "/pl/playbooks/handle-a-complaint/"),
        ("fi/puhelin/", "fi", "/fi/playbooks/handle-a-phone-call/"),
        ("kk/wp/%D1%88%D0%B0%D2%93%D1%8B%D0%BC.html", "kk", "/kk/playbooks/handle-a-complaint/"),
        ("playbooks/angry_customers", "en", "/playbooks/calm-an-angry-customer/"),
    ],
)
def test_a_wrong_address_is_answered_in_its_language_with_suggestions(opened: Any, path: str, lang: str, wanted: str) -> None:
    page = opened("glossary/")
    page.context.watch.allowed |= {"404"}
    page.goto(path)
    expect(page.locator(".hb-suggested:visible")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("section.hb-missing:visible").count() == 1
    links = page.locator(".hb-suggested:visible a").evaluate_all("all => all.map(one => decodeURI(new URL(one.href).pathname))")
    assert wanted in links
    assert 1 <= len(links) <= 5


def test_a_wrong_address_is_answered_without_the_search_too(opened: Any) -> None:
    page = opened("glossary/")
    page.context.watch.allowed |= {"404", "net::"}
    page.context.route("**/search/**", lambda route: route.abort())
    page.goto("fi/playbooks/handle-a-complant/", wait_until="networkidle")
    expect(page.locator("section.hb-missing[lang=fi] h1")).to_be_visible()
    expect(page.locator(".hb-suggested:visible")).to_have_count(0)


def test_an_address_without_meaning_gets_no_suggestion(opened: Any) -> None:
    page = opened("glossary/")
    page.context.watch.allowed |= {"404"}
    page.goto("fi/xqzwv/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".hb-suggested:visible")).to_have_count(0)
    expect(page.locator("section.hb-missing:visible a").first).to_have_attribute("href", "/fi/")


@pytest.mark.parametrize(("today", "overdue"), [("2027-05-21", False), ("2027-05-22", True)])
def test_an_overdue_review_is_marked_on_the_day(context: Any, today: str, overdue: bool) -> None:
    page = context().new_page()
    page.clock.set_fixed_time(f"{today}T12:00:00Z")
    page.goto(PLAYBOOK)
    line = page.locator(".hb-reviewed")
    assert (line.get_attribute("data-reviewed"), line.get_attribute("data-review-in")) == ("2026-11-21", "6 months")
    assert page.locator(".hb-overdue").count() == overdue


def test_the_drawer_holds_focus_and_gives_it_back(opened: Any) -> None:
    page = opened("fi/", viewport=PHONE)
    page.locator(".hb-menu").focus()
    page.keyboard.press("Space")
    expect(page.locator(".hb-nav-close")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('#hb-nav') !== null")
    page.locator(".hb-nav-close").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".hb-menu")).to_be_focused()
    expect(page.locator("#hb-nav")).to_be_hidden()


def test_a_drawer_that_was_opened_before_the_scripts_came_can_be_closed(opened: Any) -> None:
    page = opened("about/", viewport=PHONE)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/handbook.*.js", hold)
    page.goto("fi/", wait_until="commit")
    page.locator(".hb-menu").click(no_wait_after=True)
    expect(page.locator("#hb-nav")).to_be_visible()
    waiting[0].continue_()
    expect(page.locator(".hb-menu")).to_have_attribute("aria-expanded", "true")
    page.locator(".hb-nav-close").click()
    expect(page.locator("#hb-nav")).to_be_hidden()
    expect(page.locator(".hb-menu")).to_be_focused()


def test_the_drawer_works_without_scripts(opened: Any) -> None:
    page = opened("fi/", viewport=PHONE, java_script_enabled=False)
    page.locator(".hb-menu").click()
    expect(page.locator("#hb-nav")).to_be_visible()
    page.locator(".hb-nav-close").click()
    expect(page.locator("#hb-nav")).to_be_hidden()


def test_find_read_tick_and_switch_by_keyboard_alone(opened: Any) -> None:
    page = opened("fi/")

    def tab_to(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard never reaches {selector}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.hb-skip')")
    page.keyboard.press("Enter")
    tab_to("[data-slug=handle-a-complaint]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fi/playbooks/handle-a-complaint/")
    tab_to("article a.hb-button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fi/checklists/handle-a-complaint/")
    tab_to("#tick_introduce")
    page.keyboard.press("Space")
    expect(page.locator("#tick_introduce")).to_be_checked()
    page.keyboard.press("Home")
    page.locator(".hb-brand").focus()
    tab_to(".hb-languages summary")
    page.keyboard.press("Enter")
    tab_to("a[data-language=pl]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pl/checklists/handle-a-complaint/**")
    expect(page.locator("#tick_introduce")).to_be_checked()


ALONE = """() => [...document.querySelectorAll('.hb-sources a')].filter(link => {
  const next = link.nextSibling;
  if (!/^[,:]/.test(next?.data || '')) return false;
  const sign = document.createRange();
  sign.setStart(next, 0);
  sign.setEnd(next, 1);
  return sign.getBoundingClientRect().top > [...link.getClientRects()].at(-1).bottom - 4;
}).map(link => link.textContent)"""
"""Links after which a line begins with a comma or a colon."""


@pytest.mark.parametrize("root", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("path", [PLAYBOOK, "sources/"])
def test_no_line_begins_with_a_comma(opened: Any, root: str, path: str) -> None:
    page = opened(root + path, viewport={"width": 320, "height": 800})
    assert page.evaluate(ALONE) == []


@pytest.mark.parametrize("root", LANGUAGES.values(), ids=LANGUAGES)
def test_the_header_takes_one_row(opened: Any, root: str) -> None:
    page = opened(root + "about/")
    name = page.locator(".hb-brand span")
    for width in (320, 360, 390, 577, 600, 640, 700, 768, 801, 961):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator(".hb-header").evaluate("header => header.offsetHeight") <= 64
        assert name.evaluate("name => name.scrollWidth <= name.clientWidth") or width < 385


@pytest.mark.parametrize("root", LANGUAGES.values(), ids=LANGUAGES)
def test_open_menus_stay_inside_the_window(opened: Any, root: str) -> None:
    page = opened(root + PLAYBOOK)
    for width in (320, 390, 580, 640, 690, 961, 1000, 1025):
        page.set_viewport_size({"width": width, "height": 900})
        for menu in page.locator("article .hb-popup").all():
            menu.locator("summary").click()
            edges = menu.locator("ul").evaluate("list => [list.getBoundingClientRect().left, list.getBoundingClientRect().right]")
            assert 0 <= edges[0] < edges[1] <= width
            page.keyboard.press("Escape")


@pytest.mark.parametrize("root", LANGUAGES.values())
def test_a_situation_has_a_page_with_its_playbooks(opened: Any, root: str) -> None:
    page = opened(root, viewport={"width": 1280, "height": 900})
    page.locator("#situation-complaints h2 a").click()
    page.wait_for_url(f"**/{root}situations/complaints/")
    expect(page.locator(".hb-card-title")).to_have_count(2)
    expect(page.locator("#hb-nav a[aria-current=page]")).to_have_text(page.locator("h1").inner_text())
    title = page.locator("h1").inner_text()
    page.locator(".hb-card-title").first.click()
    expect(page.locator(".hb-crumbs a").last).to_have_text(title)
    expect(page.locator("#hb-nav li:has(> ul) > a")).to_have_text(title)
    expect(page.locator("#hb-nav a[aria-current=page]")).to_have_text(page.locator("h1").inner_text())
    expect(page.locator("#hb-nav li li li a")).to_have_count(2)


def test_a_pinned_playbook_that_no_card_shows_is_named_all_the_same(opened: Any) -> None:
    page = opened("fi/" + PLAYBOOK)
    page.locator(".hb-pin").click()

    def without(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-slug="handle-a-complaint"', ""))

    page.route("**/pl/", without)
    page.goto("pl/")
    link = page.locator("#hb-mine a[data-slug=handle-a-complaint]")
    expect(link).to_have_text("Przyjęcie i rozpatrzenie skargi lub reklamacji")
    link.click()
    page.wait_for_url("**/pl/" + PLAYBOOK)


def test_a_pinned_playbook_that_is_gone_is_forgotten(opened: Any) -> None:
    page = opened("fi/" + PLAYBOOK)
    page.context.watch.allowed |= {"404", "net::"}
    slugs = "['pinned', 'recent'].map(key => JSON.parse(localStorage.getItem(`handbook.${key}`)))"
    page.evaluate("localStorage.setItem('handbook.pinned', '[\"gone\", \"handle-a-complaint\"]')")
    page.context.route("**/playbooks/gone/", lambda route: route.abort())
    page.goto("", wait_until="networkidle")
    assert page.evaluate(slugs) == [["gone", "handle-a-complaint"], ["handle-a-complaint"]]
    page.context.unroute("**/playbooks/gone/")
    page.goto("", wait_until="networkidle")
    assert page.evaluate(slugs) == [["handle-a-complaint"], ["handle-a-complaint"]]


@pytest.mark.parametrize("root", LANGUAGES.values(), ids=LANGUAGES)
def test_a_calculator_writes_numbers_as_the_page_does(opened: Any, site: Path, root: str) -> None:
    """Chromium knows no Kazakh numbers: it would write KZT 20,800,000."""
    path = root + "playbooks/build-customer-relationships/"
    built = re.search(r"<output>(.*?)</output>", (site / path / "index.html").read_text("utf-8"))
    page = opened(path)
    assert built
    assert page.locator("form[data-calculator] output").evaluate("result => result.textContent") == built[1]
    page.locator("form[data-calculator] input").first.fill("0.01")
    assert re.match(r"20[.,]8\D", page.locator("form[data-calculator] output").inner_text())


def test_a_calculator_works_with_the_numbers_in_its_boxes_after_going_back(opened: Any) -> None:
    page = opened("playbooks/build-customer-relationships/")
    box, result = page.locator("form[data-calculator] input").first, page.locator("form[data-calculator] output")
    expect(result).not_to_be_empty()
    before = result.inner_text()
    box.fill("99")
    shown = result.inner_text()
    page.goto("about/")
    page.go_back()
    expect(box).to_have_value("99")
    expect(result).to_have_text(shown)
    assert shown != before


def test_colours_change_to_and_fro_where_nothing_can_be_remembered(context: Any) -> None:
    device = context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    device.add_init_script("Storage.prototype.setItem = Storage.prototype.getItem = () => { throw new DOMException('full') }")
    page = device.new_page()
    page.goto("")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator(".hb-theme").click()
    assert page.evaluate(ground) != light
    page.locator(".hb-theme").click()
    assert page.evaluate(ground) == light
