"""Ticking steps: on a phone, in four languages, with and without scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

SLUG = "handle-a-complaint"
CHECKLIST = f"checklists/{SLUG}/"
PLAYBOOK = f"playbooks/{SLUG}/"
HOUR = 3_600_000
LANGUAGES = {"en": "", "fi": "fi/", "pl": "pl/", "kk": "kk/"}


def box(page: Page, step: str) -> Any:
    return page.locator(f"#tick_{step}")


def tick(page: Page, *steps: str) -> None:
    for step in steps:
        page.locator(f"#{step} > label").click()


def run(page: Page, name: str) -> Any:
    return page.locator(f"#hb-run [data-run={name}]")


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('handbook.ticks.{SLUG}') || '{{}}'"))
    return found


def change(page: Page, **values: Any) -> None:
    """Rewrites what the device remembers of the checklist."""
    run = json.dumps({**stored(page), **values})
    page.evaluate("([key, run]) => localStorage.setItem(key, run)", [f"handbook.ticks.{SLUG}", run])


def more(page: Page, name: str) -> None:
    page.locator(".hb-run-more > summary").click()
    run(page, name).click()


@pytest.mark.parametrize("root", LANGUAGES.values(), ids=LANGUAGES)
def test_the_progress_line_counts_and_is_announced(opened: Any, root: str) -> None:
    page = opened(root + CHECKLIST)
    total = page.locator(".hb-step").count()
    count = run(page, "count")
    expect(count).to_have_attribute("role", "status")
    assert sorted(map(int, re.findall(r"\d+", count.inner_text()))) == [0, total]
    tick(page, "introduce", "listen")
    assert sorted(map(int, re.findall(r"\d+", count.inner_text()))) == [2, total]
    assert page.locator("#hb-run progress").evaluate("bar => [bar.value, bar.max]") == [2, total]


def test_ticks_survive_reload_language_and_the_way_to_the_playbook(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce", "listen")
    page.reload()
    expect(box(page, "introduce")).to_be_checked()
    for root in LANGUAGES.values():
        for kind in (CHECKLIST, PLAYBOOK):
            page.goto(root + kind)
            done = page.locator(".hb-tick:checked").evaluate_all("all => all.map(one => one.id)")
            assert done == ["tick_introduce", "tick_listen"]
    expect(page.locator("#hb-run")).to_be_visible()


def test_a_playbook_that_is_only_read_shows_no_bar(opened: Any) -> None:
    page = opened(PLAYBOOK)
    expect(page.locator("#hb-run")).to_be_hidden()
    tick(page, "introduce")
    expect(page.locator("#hb-run")).to_be_visible()


def test_a_step_has_one_version_in_all_languages(site: Path) -> None:
    found = []
    for root in LANGUAGES.values():
        for kind in (CHECKLIST, PLAYBOOK):
            html = (site / root / kind / "index.html").read_text("utf-8")
            steps = re.findall(r'<li class="hb-step" id="([^"]+)" data-version="([0-9a-f]{8})"', html)
            assert len(steps) == html.count('class="hb-step"')
            found.append(sorted(steps))
    assert found[0]
    assert all(steps == found[0] for steps in found)


def test_a_changed_step_loses_its_tick_and_says_why(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce", "listen")
    steps = stored(page)["steps"]
    change(page, steps={**steps, "listen": {**steps["listen"], "version": "00000000"}})
    page.reload()
    expect(box(page, "introduce")).to_be_checked()
    expect(box(page, "listen")).not_to_be_checked()
    reason = page.locator("#changed_listen")
    expect(reason).to_be_visible()
    expect(box(page, "listen")).to_have_attribute("aria-describedby", "changed_listen")
    assert "1" in run(page, "note").inner_text()
    tick(page, "listen")
    expect(reason).to_have_count(0)
    page.reload()
    expect(box(page, "listen")).to_be_checked()


def test_the_home_page_counts_no_step_that_has_changed(opened: Any) -> None:
    page = opened(CHECKLIST)
    total = page.locator(".hb-step").count()
    tick(page, *page.locator(".hb-step").evaluate_all("all => all.map(one => one.id)"))
    steps = stored(page)["steps"]
    change(page, steps={**steps, "listen": {**steps["listen"], "version": "00000000"}})
    page.reload()
    expect(run(page, "count")).to_contain_text(str(total - 1))
    assert stored(page)["finished"] == 0
    page.goto("")
    assert re.findall(r"\d+", page.locator(".hb-mine-note").inner_text()) == [str(total - 1), str(total)]


def test_other_steps_edits_change_nothing(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce")
    change(page, steps={**stored(page)["steps"], "a-step-of-yesterday": {"version": "11111111", "at": 1}})
    page.reload()
    expect(box(page, "introduce")).to_be_checked()
    expect(page.locator(".hb-changed")).to_have_count(0)


def test_start_again_can_be_undone(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce", "listen")
    more(page, "again")
    expect(page.locator(".hb-tick:checked")).to_have_count(0)
    assert stored(page) == {}
    expect(run(page, "undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".hb-tick:checked")).to_have_count(2)
    page.reload()
    expect(page.locator(".hb-tick:checked")).to_have_count(2)


def test_start_and_finish_are_timed(opened: Any) -> None:
    page = opened(CHECKLIST)
    assert run(page, "times").inner_text() == ""
    for label in page.locator(".hb-step > label").all():
        label.click()
    times = run(page, "times").inner_text()
    assert len(re.findall(r"\d\d:\d\d", times)) == 2
    assert stored(page)["finished"] >= stored(page)["started"] > 0
    expect(run(page, "next")).to_be_hidden()
    tick(page, "introduce")
    assert stored(page)["finished"] == 0


def test_ticks_older_than_a_shift_ask(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce")
    change(page, touched=page.evaluate("Date.now()") - 13 * HOUR)
    page.reload()
    expect(run(page, "ask")).to_be_visible()
    expect(page.locator(".hb-tick:checked")).to_have_count(0)
    run(page, "continue").click()
    expect(box(page, "introduce")).to_be_checked()
    expect(run(page, "ask")).to_be_hidden()
    page.reload()
    expect(run(page, "ask")).to_be_hidden()


@pytest.mark.parametrize(
    ("root", "day"), [("", "22/11/2026"), ("fi/", "22.11.2026"), ("pl/", "22.11.2026"), ("kk/", "22.11.2026")]
)
def test_another_day_is_written_in_figures(context: Any, root: str, day: str) -> None:
    """Chromium knows no Kazakh dates: it would write 2026 M11 22."""
    page = context().new_page()
    page.clock.set_fixed_time("2026-11-22T10:00:00Z")
    page.goto(root + CHECKLIST)
    tick(page, "introduce")
    page.clock.set_fixed_time("2026-11-23T10:00:00Z")
    page.reload()
    assert day in run(page, "old").inner_text()


def test_old_ticks_can_be_left_behind(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce")
    change(page, touched=page.evaluate("Date.now()") - 13 * HOUR)
    page.reload()
    run(page, "afresh").click()
    page.reload()
    expect(page.locator(".hb-tick:checked")).to_have_count(0)
    expect(run(page, "ask")).to_be_hidden()


def test_ticks_of_last_week_are_forgotten_on_any_page(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce")
    change(page, touched=page.evaluate("Date.now()") - 7 * 24 * HOUR)
    page.goto("glossary/")
    assert stored(page) == {}


@pytest.mark.parametrize(
    "rest",
    ["5", "{}", '{"steps": "abc"}', '{"steps": {}, "started": "x", "touched": 1, "finished": 0, "total": 3}', "[1e999]", "[]"],
)
def test_what_something_else_left_in_their_place_does_no_harm(opened: Any, rest: str) -> None:
    page = opened("about/")
    for key in (f"ticks.{SLUG}", "pinned", "recent"):
        page.evaluate("([key, rest]) => localStorage.setItem(`handbook.${key}`, rest)", [key, rest])
    page.goto(CHECKLIST)
    tick(page, "introduce")
    assert sorted(map(int, re.findall(r"\d+", run(page, "count").inner_text())))[0] == 1
    page.reload()
    expect(box(page, "introduce")).to_be_checked()
    page.goto("")
    expect(page.locator(f"#hb-mine a[data-slug={SLUG}]")).to_be_visible()


def test_ticks_follow_a_renamed_playbook_and_a_renamed_step(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce", "listen")
    steps = stored(page)["steps"]
    change(page, steps={"introduce": steps["introduce"], "hear-out": steps["listen"]})
    renamed = '"aliases": ["old-name", "hear-out=listen"]'

    def answer(route: Route) -> None:
        route.fulfill(body=route.fetch().text().replace('"aliases": []', renamed), content_type="text/html")

    page.route(f"**/{CHECKLIST}", answer)
    page.evaluate(
        "key => { localStorage.setItem('handbook.ticks.old-name', localStorage.getItem(key)); localStorage.removeItem(key) }",
        f"handbook.ticks.{SLUG}",
    )
    page.reload()
    expect(box(page, "introduce")).to_be_checked()
    expect(box(page, "listen")).to_be_checked()
    assert page.evaluate("localStorage.getItem('handbook.ticks.old-name')") is None
    former = {**stored(page)["steps"], "hear-out": steps["listen"]}
    del former["listen"]
    other = page.context.new_page()
    other.goto("about/")
    change(other, steps=former)  # a tab that shows the former page
    page.wait_for_timeout(300)
    expect(box(page, "listen")).to_be_checked()


def test_the_result_can_be_copied_as_text(context: Any) -> None:
    device = context(permissions=["clipboard-read", "clipboard-write"])
    page = device.new_page()
    page.goto("pl/" + CHECKLIST)
    tick(page, "introduce")
    more(page, "copy")
    expect(run(page, "note")).not_to_be_empty()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.count("☑") == 1
    assert text.count("☐") == page.locator(".hb-step").count() - 1
    assert text.startswith("Przyjęcie i rozpatrzenie skargi lub reklamacji\n")  # with spaces that break, whatever the heading has
    assert text.index("\n" + page.locator("article h2").first.inner_text()) < text.index("☑")
    assert text.endswith(CHECKLIST)


def test_two_tabs_agree(context: Any) -> None:
    device = context()
    one, other = device.new_page(), device.new_page()
    for page in (one, other):
        page.goto(CHECKLIST)
    tick(one, "introduce")
    expect(box(other, "introduce")).to_be_checked()


def test_the_next_step_is_brought_into_view(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce", "offer-help", "listen")
    page.evaluate("scrollTo(0, 0)")
    run(page, "next").click()
    expect(box(page, "take-seriously")).to_be_focused()
    expect(box(page, "take-seriously")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [{"width": 320, "height": 640}, {"width": 1280, "height": 900}], ids=["phone", "desktop"])
def test_targets_are_large_enough(opened: Any, viewport: dict[str, int]) -> None:
    page = opened("kk/" + CHECKLIST, viewport=viewport)
    tick(page, "introduce")
    page.locator(".hb-run-more > summary").click()
    selector = ".hb-tick, .hb-step > label, :is(.hb-run, .hb-header, .hb-facts-line) :is(a, button, summary)"
    small = page.locator(selector).evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 44 || box.width < 44).map(([name]) => name)"
    )
    assert small == []


def test_the_whole_checklist_by_keyboard(opened: Any) -> None:
    page = opened(CHECKLIST)
    total = page.locator(".hb-step").count()
    page.locator("#tick_introduce").focus()
    for _ in range(total):
        assert page.evaluate("document.activeElement.matches('.hb-tick')")
        hidden = page.evaluate(
            "() => { const [box, bar, header] = [document.activeElement, ...document.querySelectorAll('#hb-run, .hb-header')]"
            ".map(one => one.getBoundingClientRect());"
            " const [top, bottom] = header.top < bar.top ? [header, bar] : [bar, header];"
            " return box.bottom > bottom.top + 1 || box.top < top.bottom - 1 }"
        )
        assert not hidden, page.evaluate("document.activeElement.id")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.matches('article a')"):
            page.keyboard.press("Tab")
            if page.locator(".hb-tick:checked").count() == total:
                break
    assert page.locator(".hb-tick:checked").count() == total
    page.locator(".hb-run-more > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(run(page, "again")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".hb-run-more > summary")).to_be_focused()
    expect(run(page, "again")).to_be_hidden()


def test_the_slash_searches_after_a_tick_too(opened: Any) -> None:
    page = opened(CHECKLIST)
    box(page, "introduce").focus()
    page.keyboard.press("Space")
    page.keyboard.press("/")
    expect(page.locator("#hb-search")).to_be_visible()


def test_every_box_has_a_name(opened: Any) -> None:
    page = opened("fi/" + CHECKLIST)
    for item in page.locator(".hb-step").all():
        expect(item.get_by_role("checkbox")).to_have_accessible_name(item.locator("label").inner_text())


def test_without_scripts_it_is_a_plain_list(opened: Any) -> None:
    page = opened(CHECKLIST, java_script_enabled=False)
    tick(page, "introduce")
    expect(box(page, "introduce")).to_be_checked()
    for selector in ("#hb-run", ".hb-with", ".hb-pin", ".hb-theme"):
        expect(page.locator(selector)).to_be_hidden()


def test_the_print_shows_ticks_and_no_controls(opened: Any) -> None:
    page = opened(CHECKLIST)
    tick(page, "introduce")
    page.emulate_media(media="print")
    expect(page.locator(".hb-header")).to_be_hidden()
    expect(run(page, "next")).to_be_hidden()
    expect(run(page, "count")).to_be_visible()
    boxes = page.locator("#tick_introduce, #tick_listen")
    marks = boxes.evaluate_all("all => all.map(one => getComputedStyle(one, '::after').transform)")
    assert marks[0] != marks[1]


@pytest.mark.parametrize("root", LANGUAGES.values(), ids=LANGUAGES)
def test_the_life_of_a_run_in_every_language(context: Any, root: str) -> None:
    """Tick, share, print, clear, undo, finish, come back after a shift: each says so in the page's language."""
    device = context()
    device.add_init_script(
        "window.shared = []; window.printed = 0; window.print = () => { window.printed += 1 };"
        " navigator.share = async ({ text }) => { window.shared.push(text) }"
    )
    page = device.new_page()
    page.goto(root + CHECKLIST)
    words = page.locator("#hb-run").evaluate("bar => ({ ...bar.dataset })")
    total = page.locator(".hb-step").count()
    tick(page, "introduce")
    assert run(page, "times").inner_text().startswith(words["started"].partition("{")[0])
    more(page, "share")
    more(page, "print")
    shared = page.evaluate("window.shared")
    assert (len(shared), shared[0].count("☑"), shared[0].count("☐"), page.evaluate("window.printed")) == (1, 1, total - 1, 1)
    more(page, "again")
    assert run(page, "note").inner_text() == words["cleared"]
    run(page, "undo").click()
    expect(box(page, "introduce")).to_be_checked()
    page.locator(".hb-tick:not(:checked)").evaluate_all("all => all.forEach(one => one.click())")
    assert run(page, "count").inner_text() == words["all"]
    assert words["finished"].partition("{")[0] in run(page, "times").inner_text()
    change(page, touched=page.evaluate("Date.now()") - 13 * HOUR)
    page.reload()
    assert run(page, "old").inner_text().startswith(words["old"].partition("{")[0])


def test_nothing_leaves_the_device(context: Any) -> None:
    device = context()
    page = device.new_page()
    asked: list[str] = []
    device.on("request", lambda request: asked.append(request.url))
    page.goto(CHECKLIST, wait_until="networkidle")
    page.wait_for_timeout(100)
    before = len(asked)
    tick(page, "introduce", "listen")
    more(page, "again")
    page.wait_for_timeout(200)
    assert before > 0
    assert asked[before:] == []
    assert device.cookies() == []


def test_the_screen_can_be_kept_on(opened: Any) -> None:
    page = opened(CHECKLIST)
    if not page.evaluate("'wakeLock' in navigator"):
        expect(run(page, "wake")).to_be_hidden()
        return
    page.evaluate(
        "() => { window.lit = 0; navigator.wakeLock.request = async () => { window.lit += 1;"
        " return Object.assign(new EventTarget(), { release: async () => { window.lit -= 1; } }); }; }"
    )
    more(page, "wake")
    expect(run(page, "wake")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("window.lit") == 1
    run(page, "wake").click()
    expect(run(page, "wake")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("window.lit") == 0
