"""Without a network: a language that was opened once is all there; newer versions bring only what changed."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from served import served

LANGUAGES = {"en": "", "fi": "fi/", "pl": "pl/", "kk": "kk/"}
WORDS = {"en": "complaint", "fi": "reklamaatio", "pl": "reklamacja", "kk": "шағым"}
THREATS = "playbooks/respond-to-abuse-and-threats/"
CHECKLIST = "checklists/handle-a-complaint/"
ASKED = re.compile(r'<(?:script|img)[^>]* src="([^"]+)"|<link rel="stylesheet" href="([^"]+)"')
SIZE = "url => fetch(url).then(answer => answer.arrayBuffer()).then(({ byteLength }) => byteLength)"
BUDGET = 1_000_000
"""Bytes, gzipped, that one language may cost a reader's device on the first visit."""


class Net:
    """A site on a network that can be switched off."""

    def __init__(self, site: Path, ending: str | None = None) -> None:
        self.site = site
        self.asked: list[str] = []
        self.open = ExitStack()
        self.address = self.open.enter_context(served(site, self.asked, ending=ending))

    def off(self) -> None:
        self.open.close()

    def on(self) -> None:
        self.asked.clear()
        port = int(self.address.rstrip("/").rpartition(":")[2])
        self.open.enter_context(served(self.site, self.asked, port))

    @property
    def paths(self) -> set[str]:
        """What was asked for, without the checks for a newer version."""
        plain = {path.partition("?")[0] for path in self.asked}
        return {path for path in plain if not path.startswith("/offline/") and path != "/service-worker.js"}


@contextmanager
def network(site: Path, ending: str | None = None) -> Iterator[Net]:
    net = Net(site, ending)
    try:
        yield net
    finally:
        net.off()


@pytest.fixture
def device(context: Any) -> BrowserContext:
    made: BrowserContext = context(service_workers="allow")
    watch: Any = made.watch  # type: ignore[attr-defined]
    watch.own = "http://127.0.0.1:"
    watch.allowed |= {"ERR_CONNECTION_REFUSED", "ERR_FAILED", "Failed to fetch"}
    return made


def kept(page: Page, url: str) -> None:
    """Opens a page and waits until its language is on the device."""
    page.goto(url)
    expect(page.locator("#hb-kept")).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_opened_once_works_without_a_network(device: BrowserContext, site: Path, lang: str) -> None:
    root = LANGUAGES[lang]
    page = device.new_page()
    with network(site) as net:
        kept(page, net.address + root)
        net.off()
        for path in ("", THREATS, "glossary/", "checklists/"):
            page.goto(net.address + root + path)
            assert page.locator("html").get_attribute("lang") == lang
            expect(page.locator("a[href^='tel:']").first).to_be_visible()
        page.goto(net.address + root + CHECKLIST)
        page.locator("#introduce > label").click()
        page.reload()
        expect(page.locator("#tick_introduce")).to_be_checked()
        page.locator(".hb-search-open").click()
        page.locator("#hb-search input").fill(WORDS[lang])
        expect(page.locator(".hb-hit").first).to_be_visible()
        page.locator(".hb-hit").first.click()
        page.wait_for_url(f"**/{root}**")
        assert page.locator("html").get_attribute("lang") == lang
        assert net.asked.count("/service-worker.js") <= 1


def test_every_page_of_a_language_is_held(site: Path) -> None:
    shared = json.loads((site / "offline/shared.json").read_text("utf-8"))["files"]
    for lang, root in LANGUAGES.items():
        held = json.loads((site / f"offline/{lang}.json").read_text("utf-8"))["files"]
        others = tuple(other for other in LANGUAGES.values() if other and other != root)
        pages = {path.relative_to(site).as_posix().removesuffix("index.html") for path in (site / root).rglob("*.html")}
        pages = {page for page in pages if not page.startswith(others)} - {"404.html", "style.html"}
        assert pages <= held.keys()
        assert list(held)[:2] == [root, root + THREATS]
        assert {path.relative_to(site).as_posix() for path in (site / "search" / lang).rglob("*.js")} <= held.keys()
        assert f"search/{lang}.js" in held
        for url in held:
            file = site / (url + "index.html" if url.endswith("/") or not url else url)
            assert file.is_file()
            if file.suffix == ".html":
                asked = ASKED.findall(file.read_text("utf-8"))
                names = {re.sub(r"^(\.\./)+|^\./", "", one or other) for one, other in asked}
                assert names <= shared.keys(), url


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_keeps_its_budget(site: Path, lang: str) -> None:
    weight = 0
    for name in ("shared", lang):
        for url in json.loads((site / f"offline/{name}.json").read_text("utf-8"))["files"]:
            file = site / (url + "index.html" if url.endswith("/") or not url else url)
            weight += len(gzip.compress(file.read_bytes(), 6))
    assert weight <= BUDGET


def test_a_new_version_is_told_and_only_what_changed_is_fetched(device: BrowserContext, site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.pdf"))
    page = device.new_page()
    with network(copy) as net:
        kept(page, net.address + "fi/")
        net.asked.clear()
        page.goto(net.address + "fi/about/")
        expect(page.locator("#hb-kept")).to_be_visible()
        expect(page.locator("#hb-update")).to_be_empty()
        assert net.paths == set()
        changed = copy / "fi/about/index.html"
        changed.write_text(changed.read_text("utf-8").replace("<h1>", "<h1>Uusi: "), "utf-8")
        listed = copy / "offline/fi.json"
        tree = json.loads(listed.read_text("utf-8"))
        (version,) = (copy / "search/fi").iterdir()
        version.rename(version.with_name("00000000"))
        tree["files"] = {url.replace(f"/{version.name}/", "/00000000/"): hash for url, hash in tree["files"].items()}
        tree["files"]["fi/about/"], tree["version"] = "0" * 12, "0" * 12
        listed.write_text(json.dumps(tree), "utf-8")
        net.asked.clear()
        page.reload()
        update = page.locator("#hb-update")
        expect(update.get_by_role("button").first).to_be_visible(timeout=10_000)
        assert net.paths == {"/fi/about/"}
        expect(update).to_have_attribute("role", "status")
        expect(update.locator("p")).to_have_text(update.get_attribute("data-text") or "?")
        expect(page.locator("h1")).not_to_contain_text("Uusi")
        update.get_by_role("button").first.click()
        expect(page.locator("h1")).to_contain_text("Uusi")
        expect(update).to_be_empty()
        assert (
            page.evaluate(
                "() => caches.open('handbook-files-2 /').then(cache => cache.keys())"
                ".then(keys => keys.filter(key => key.url.includes('/fi/about/')).length)"
            )
            == 1
        )


def test_other_languages_and_prints_are_kept_when_opened(device: BrowserContext, site: Path) -> None:
    page = device.new_page()
    with network(site) as net:
        kept(page, net.address + "fi/")
        page.goto(f"{net.address}fi/{CHECKLIST}?with=pl")
        page.wait_for_selector(".hb-parallel")
        pdf = f"{net.address}fi/{CHECKLIST}handle-a-complaint.fi.pdf"
        size = page.evaluate(SIZE, pdf)
        net.off()
        page.goto(f"{net.address}fi/{CHECKLIST}?with=pl")
        page.wait_for_selector(".hb-parallel")
        assert size == page.evaluate(SIZE, pdf)
        page.goto(net.address + "kk/glossary/")
        assert page.url.startswith(f"{net.address}fi/offline/?wanted=")
        expect(page.locator("h1")).to_be_visible()
        net.on()
        page.locator(".hb-retry a").click()
        page.wait_for_url("**/kk/glossary/")
        expect(page.locator("#hb-kept")).to_be_visible(timeout=20_000)
        net.off()
        page.goto(net.address + "kk/" + CHECKLIST)
        assert page.locator("html").get_attribute("lang") == "kk"


def test_a_connection_that_breaks_off_leaves_what_came(device: BrowserContext, site: Path) -> None:
    page = device.new_page()
    with network(site) as net:
        page.goto(net.address + "pl/")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        page.goto(net.address + "pl/" + THREATS)
        net.off()
        page.goto(net.address + "pl/" + THREATS)
        expect(page.locator("a[href^='tel:']").first).to_be_visible()
        net.on()
        kept(page, net.address + "pl/")


def test_readers_who_save_data_keep_only_what_they_open(device: BrowserContext, site: Path) -> None:
    device.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = device.new_page()
    with network(site) as net:
        page.goto(net.address + "fi/")
        page.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
        page.goto(net.address + "fi/" + CHECKLIST)
        page.wait_for_load_state("networkidle")
        assert not [path for path in net.asked if path.startswith("/offline/")]
        net.off()
        page.goto(net.address + "fi/" + CHECKLIST)
        expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_can_be_installed(opened: Any, site: Path, lang: str) -> None:
    page = opened(LANGUAGES[lang] + THREATS)
    client = page.context.new_cdp_session(page)
    found = client.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert manifest["lang"].partition("-")[0] == lang
    assert found["url"].endswith(f"/{LANGUAGES[lang]}manifest.json")
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        name = icon["src"].rpartition("../")[2]
        width, height = (int.from_bytes((site / name).read_bytes()[at : at + 4]) for at in (16, 20))
        assert f"{width}x{height}" == icon["sizes"]
    faults = client.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [fault["errorId"] for fault in faults if fault["errorId"] != "in-incognito"] == []


def test_a_broken_address_gets_the_404_page(device: BrowserContext, site: Path) -> None:
    device.watch.allowed |= {"404"}  # type: ignore[attr-defined]
    page = device.new_page()
    with network(site) as net:
        kept(page, net.address + "fi/")
        for path in ("fi/%E0%A4%A", "fi/playbooks/%"):
            page.goto(net.address + path)
            expect(page.locator("section.hb-missing[lang=fi] h1")).to_be_visible()


def test_the_404_page_knows_the_service_worker(device: BrowserContext, site: Path) -> None:
    device.watch.allowed |= {"404"}  # type: ignore[attr-defined]
    page = device.new_page()
    with network(site) as net:
        page.goto(net.address + "fi/xqzwv/")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def test_a_device_without_room_reads_over_the_network(device: BrowserContext, site: Path) -> None:
    page = device.new_page()
    with network(site) as net:
        page.goto(net.address + "offline/")
        page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        where = {"origin": net.address.rstrip("/"), "quotaSize": 1000}
        page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", where)
        for path in ("fi/", CHECKLIST):
            page.goto(net.address + path)
            expect(page.locator("h1")).to_be_visible()
        page.locator(".hb-search-open").click()
        page.locator("#hb-search input").fill(WORDS["en"])
        expect(page.locator(".hb-hit").first).to_be_visible()


@pytest.mark.parametrize("rest", ["{", "{}"])
def test_what_cannot_be_read_of_the_storage_is_made_anew(device: BrowserContext, site: Path, rest: str) -> None:
    page = device.new_page()
    with network(site) as net:
        page.goto(net.address + "robots.txt")
        put = "rest => caches.open('handbook-files-2 /').then(cache => cache.put('/offline/held', new Response(rest)))"
        page.evaluate(put, rest)
        kept(page, net.address + "fi/")
        page.goto(net.address + "fi/" + CHECKLIST)
        net.off()
        page.goto(net.address + "fi/" + THREATS)
        expect(page.locator("a[href^='tel:']").first).to_be_visible()


def edited(site: Path, word: str, *, page: bool = True, listed: bool = True) -> None:
    """A new version of the page about the handbook; it may be half uploaded."""
    file = site / "fi/about/index.html"
    text = re.sub("<h1>(Uusi [a-z]+: )?", f"<h1>Uusi {word}: ", file.read_text("utf-8"))
    if page:
        changed(file, text)
    if listed:
        lists = site / "offline/fi.json"
        tree = json.loads(lists.read_text("utf-8"))
        tree["files"]["fi/about/"] = sha256(text.encode()).hexdigest()[:12]
        tree["version"] = tree["files"]["fi/about/"]
        changed(lists, json.dumps(tree))


def changed(file: Path, text: str) -> None:
    """At another second than before: the server tells by the second whether a file has changed."""
    later = file.stat().st_mtime + 2
    file.write_text(text, "utf-8")
    os.utime(file, (later, later))


def shows(page: Page, word: str) -> None:
    """Comes back to the page until its title has a word of the newest version."""
    for _ in range(20):
        if word in page.locator("h1").inner_text():
            return
        page.wait_for_timeout(300)
        page.reload()
    pytest.fail(f"{word}: {page.locator('h1').inner_text()}")


@pytest.fixture
def renewed(site: Path, tmp_path: Path) -> Path:
    """A site that a test may change."""
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("*.pdf"))
    return tmp_path / "site"


def test_a_site_that_was_half_uploaded_is_asked_again(device: BrowserContext, renewed: Path) -> None:
    """The list came before the page: what was fetched meanwhile is not taken for the new page."""
    page = device.new_page()
    with network(renewed) as net:
        edited(renewed, "yksi", page=False)
        kept(page, net.address + "fi/about/")
        expect(page.locator("h1")).not_to_contain_text("Uusi")
        edited(renewed, "yksi", listed=False)
        net.asked.clear()
        kept(page, net.address + "fi/about/")
        assert net.paths == set(), "not with every page"
        (worker,) = device.service_workers
        worker.evaluate("() => { const now = Date.now; Date.now = () => now() + 3_600_000; }")
        shows(page, "yksi")
        net.off()
        page.reload()
        expect(page.locator("h1")).to_contain_text("yksi")


def test_a_host_that_changes_pages_on_their_way_is_no_news(device: BrowserContext, site: Path) -> None:
    """Each answer is another one; it works without a network all the same."""
    times = iter(range(1_000))

    def answer(route: Route) -> None:
        body = route.fetch().text().replace("<h1>", f"<h1>{next(times)} ")
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    device.route("**/fi/about/", answer)
    page = device.new_page()
    with network(site) as net:
        kept(page, net.address + "fi/glossary/")
        for _ in range(2):
            (worker,) = device.service_workers
            worker.evaluate("() => { const now = Date.now; Date.now = () => now() + 3_600_000; }")
            with device.expect_event("response", lambda response: response.url.endswith("/fi/about/")):
                kept(page, net.address + "fi/glossary/")
        page.wait_for_timeout(500)
        expect(page.locator("#hb-update")).to_be_empty()
        device.unroute_all()
        net.off()
        page.goto(net.address + "fi/about/")
        expect(page.locator("h1")).to_contain_text("2")


@pytest.mark.parametrize("status", [503, 429])
def test_a_server_that_is_out_of_order_takes_no_language_away(device: BrowserContext, renewed: Path, status: int) -> None:
    device.watch.allowed |= {str(status)}  # type: ignore[attr-defined]
    page = device.new_page()
    with network(renewed) as net:
        kept(page, net.address + "pl/")
        kept(page, net.address + "fi/about/")
        edited(renewed, "yksi")
        device.route("**/offline/pl.json", lambda route: route.fulfill(status=status))
        with device.expect_event("response", lambda response: response.url.endswith("/offline/pl.json")):
            page.reload()
        page.wait_for_timeout(500)
        net.off()
        page.goto(net.address + "pl/" + CHECKLIST)
        assert page.locator("html").get_attribute("lang") == "pl"


def test_a_language_that_was_taken_away_is_given_up(device: BrowserContext, renewed: Path) -> None:
    device.watch.allowed |= {"404"}  # type: ignore[attr-defined]
    page = device.new_page()
    with network(renewed) as net:
        kept(page, net.address + "pl/")
        kept(page, net.address + "fi/about/")
        edited(renewed, "yksi")
        (renewed / "offline/pl.json").unlink()
        shows(page, "yksi")
        net.off()
        page.goto(net.address + "pl/" + CHECKLIST)
        assert "/offline/?wanted=" in page.url


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_two_handbooks_of_one_host_keep_to_themselves(device: BrowserContext, site: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(site)
    for name in ("_headers", "404.html"):
        (tmp_path / name).symlink_to(site / name)
    page = device.new_page()
    with network(tmp_path) as net:
        for name in ("one", "two"):
            kept(page, f"{net.address}{name}/fi/")
        net.off()
        for name in ("one", "two"):
            page.goto(f"{net.address}{name}/fi/{THREATS}")
            expect(page.locator("a[href^='tel:']").first).to_be_visible()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_a_preview_forgets_only_its_own(device: BrowserContext, renewed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "host"
    shutil.copytree(renewed, folder / "preview")
    (folder / "site").symlink_to(renewed)
    for name in ("_headers", "404.html"):
        (folder / name).symlink_to(renewed / name)
    page = device.new_page()
    with network(folder) as net:
        kept(page, net.address + "site/fi/")
        kept(page, net.address + "preview/fi/")
        made = folder / "preview/fi/style/index.html"
        made.parent.mkdir()
        made.write_text(
            (folder / "preview/fi/about/index.html").read_text("utf-8").replace('"worker": true', '"worker": false'), "utf-8"
        )
        page.goto(net.address + "preview/fi/style/")
        scopes = "() => navigator.serviceWorker.getRegistrations().then(found => found.map(({ scope }) => scope).join())"
        page.wait_for_function(f"async () => await ({scopes})() === '{net.address}site/'")


def test_a_page_is_held_by_its_files_name_too(device: BrowserContext, site: Path) -> None:
    page = device.new_page()
    with network(site) as net:
        kept(page, net.address + "fi/")
        net.off()
        for path in ("index.html", "about/index.html"):
            page.goto(f"{net.address}fi/{path}")
            assert page.url == f"{net.address}fi/{path}"
            expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("ending", ["", "/index.html"])
def test_a_host_that_leads_to_the_same_page_elsewhere(device: BrowserContext, site: Path, ending: str) -> None:
    page = device.new_page()
    with network(site, ending) as net:
        kept(page, net.address + "fi/")
        page.goto(net.address + "fi/about/")
        assert page.url == f"{net.address}fi/about/", "links start from here"
        net.off()
        page.goto(f"{net.address}fi/{THREATS}")
        expect(page.locator("a[href^='tel:']").first).to_be_visible()
        page.goto(f"{net.address}fi/about{ending}")
        assert page.locator("html").get_attribute("lang") == "fi"
        expect(page.locator("h1")).to_be_visible()


def test_a_login_is_not_taken_for_a_page(device: BrowserContext, renewed: Path, tmp_path: Path) -> None:
    """What a host sends to readers who are no longer logged in is an answer like any other."""
    page = device.new_page()
    with network(renewed) as net:
        kept(page, net.address + "fi/about/")
        edited(renewed, "yksi")
        (renewed / "fi/about/index.html").unlink()
        (renewed / "fi/about").rmdir()
        (renewed / "fi/about.html").write_text("<h1>Kirjaudu</h1>", "utf-8")
        device.route("**/fi/about/", lambda route: route.fulfill(status=302, headers={"Location": "/fi/about.html"}))
        with device.expect_event("response", lambda response: response.url.endswith("/fi/about/")):
            page.reload()
        page.wait_for_timeout(500)
        net.off()
        page.reload()
        expect(page.locator("h1")).not_to_contain_text("Kirjaudu")
