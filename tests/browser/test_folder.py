"""The zip: unpacked anywhere, it works without a server, and it is the same for the same site."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from built import BuiltSite
from playwright.sync_api import Browser, Page, expect

from handbook_build.archive import write_archive

LANGUAGES = {"en": "", "fi": "fi/", "pl": "pl/", "kk": "kk/"}
WORDS = {"en": "complaint", "fi": "reklamaatio", "pl": "reklamacja", "kk": "шағым"}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, locale="en-GB")
    faults: list[str] = []
    context.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("request", lambda request: faults.append(request.url) if not request.url.startswith("file:") else None)
    yield context.new_page()
    context.close()
    assert faults == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_find_tick_and_read_beside_another_language(page: Page, folder: Path, lang: str) -> None:
    other = "pl" if lang != "pl" else "fi"
    page.goto((folder / LANGUAGES[lang] / "index.html").as_uri())
    page.locator(".hb-search-open").click()
    page.locator("#hb-search input").fill(WORDS[lang])
    hit = page.locator(".hb-hit[href*='handle-a-complaint']").first
    hit.click()
    page.wait_for_url(re.compile(r"handle-a-complaint/index\.html"))
    page.goto((folder / LANGUAGES[lang] / "checklists/handle-a-complaint/index.html").as_uri())
    page.locator("#introduce > label").click()
    page.locator(".hb-with > summary").click()
    page.locator(f".hb-with [data-with={other}]").click()
    page.wait_for_selector(".hb-parallel")
    expect(page.locator("#introduce > .hb-twin")).to_have_attribute("lang", other)
    page.locator(".hb-languages > summary").click()
    page.locator(f".hb-languages a[data-language={other}]").click()
    page.wait_for_url(re.compile(rf"/{other}/checklists/handle-a-complaint/index\.html"))
    expect(page.locator("#tick_introduce")).to_be_checked()


def test_pinned_playbooks_that_no_card_shows_are_named(page: Page, folder: Path, tmp_path: Path) -> None:
    """Their names are asked for at the same time."""
    shutil.copytree(folder, tmp_path / "handbook")
    home = tmp_path / "handbook/pl/index.html"
    home.write_text(re.sub(r'data-slug="[^"]*"', "", home.read_text("utf-8")), "utf-8")
    page.goto((tmp_path / "handbook/index.html").as_uri())
    page.evaluate("localStorage.setItem('handbook.pinned', '[\"handle-a-complaint\", \"calm-an-angry-customer\"]')")
    page.goto(home.as_uri())
    links = page.locator("#hb-mine a")
    expect(links.first).to_have_text("Przyjęcie i rozpatrzenie skargi lub reklamacji")
    assert links.evaluate_all("all => all.map(one => one.dataset.slug)") == ["handle-a-complaint", "calm-an-angry-customer"]
    assert links.first.inner_text() != links.last.inner_text()


def test_a_word_of_another_language_is_found_at_once(page: Page, folder: Path) -> None:
    """Results and corrections ask for the same file at the same time."""
    page.goto((folder / "index.html").as_uri())
    page.locator(".hb-search-open").click()
    page.locator("#hb-search input").fill("reklamaatio")
    expect(page.locator(".hb-hit[href*='handle-a-complaint']").first).to_be_visible()


def test_every_link_names_a_file_that_is_there(folder: Path) -> None:
    broken = []
    for found in BuiltSite(folder).pages.values():
        for tag, target in found.links:
            path = target.partition("#")[0].partition("?")[0]
            if path and ":" not in path and not (found.path.parent / path).resolve().is_file():
                broken.append((found.url, tag, target))
    assert broken == []


def test_the_same_site_gives_the_same_zip(site: Path, tmp_path: Path) -> None:
    made = [tmp_path / "one.zip", tmp_path / "other.zip"]
    for path in made:
        write_archive(site, path)
    assert len({sha256(path.read_bytes()).hexdigest() for path in made}) == 1
    with ZipFile(made[0]) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "service-worker" in name or "/offline/" in name]
