"""The status page's list of changes: since a day that the reader chooses, in the address; whole without scripts."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from handbook.freshness.changes import changes
from handbook.model.handbook import Handbook

PHONE = {"width": 360, "height": 740}
SAID = {"fi": "Muutoksia näkyvissä: {}/{}", "kk": "Көрсетілген өзгерістер: {}/{}"}

language = pytest.mark.parametrize("lang", SAID)


def days(handbook: Handbook, lang: str) -> list[str]:
    found = [change.day.isoformat() for change in changes(handbook, lang)]
    assert len(set(found)) > 1, "a choice of day would show nothing"
    return found


def shown(page: Page) -> list[str]:
    visible = page.locator(".hb-changes > li:visible > time")
    return [str(time.get_attribute("datetime")) for time in visible.all()]


@language
def test_a_day_keeps_what_changed_since_and_stands_in_the_address(opened: Any, handbook: Handbook, lang: str) -> None:
    every = days(handbook, lang)
    newest = [day for day in every if day == every[0]]
    page = opened(f"{lang}/status/", viewport=PHONE)
    said = page.locator(".hb-since output")
    assert shown(page) == every
    expect(said).to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#hb-since").fill(every[0])
    assert shown(page) == newest
    expect(said).to_have_text(SAID[lang].format(len(newest), len(every)))
    assert page.url.endswith(f"{lang}/status/?since={every[0]}")

    page.reload()
    expect(page.locator("#hb-since")).to_have_value(every[0])
    assert shown(page) == newest
    page.locator(".hb-since button[type=reset]").click()
    assert shown(page) == every
    expect(said).to_be_empty()
    assert page.url.endswith(f"{lang}/status/")


@language
@pytest.mark.parametrize("count", [7, 30])
def test_a_button_counts_back_from_the_readers_today(opened: Any, handbook: Handbook, lang: str, count: int) -> None:
    every = days(handbook, lang)
    page = opened("")
    newest = datetime.combine(datetime.fromisoformat(every[0]), time(0, 30))
    for late, seen in ((0, every.count(every[0])), (1, 0)):
        page.clock.set_fixed_time(f"{newest + timedelta(days=count + late):%Y-%m-%dT%H:%M:%S}+02:00")
        page.goto(f"{lang}/status/")
        page.locator(f".hb-since button[value='{count}']").click()
        expect(page.locator(".hb-since output")).to_have_text(SAID[lang].format(seen, len(every)))
        assert len(shown(page)) == seen


def test_the_day_stays_when_the_language_changes(opened: Any) -> None:
    page = opened("fi/status/?since=2026-11-21")
    page.locator(".hb-languages > summary").click()
    page.locator(".hb-languages a[data-language=pl]").click()
    page.wait_for_url("**/pl/status/?since=2026-11-21*")
    expect(page.locator("form.hb-since input[type=date]")).to_have_value("2026-11-21")


@pytest.mark.parametrize("day", ["2026-02-31", "<b>", ""])
def test_an_address_without_a_real_day_shows_all(opened: Any, handbook: Handbook, day: str) -> None:
    assert shown(opened(f"fi/status/?since={day}")) == days(handbook, "fi")


def test_without_scripts_the_whole_dated_list_shows(opened: Any, handbook: Handbook) -> None:
    every = days(handbook, "fi")
    page = opened(f"fi/status/?since={every[0]}", java_script_enabled=False)
    expect(page.locator(".hb-since")).to_be_hidden()
    assert shown(page) == every


def test_read_from_a_folder_it_filters_too(folder: Path, opened: Any, handbook: Handbook) -> None:
    every = days(handbook, "fi")
    page = opened((folder / "fi/status/index.html").as_uri())
    page.locator("#hb-since").fill(every[0])
    assert shown(page) == every[: every.count(every[0])]
