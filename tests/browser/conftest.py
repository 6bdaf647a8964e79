"""A real browser on the built site, under the site's own policy; whatever it complains about fails the test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

sys.path.insert(0, str(Path(__file__).parent))

from served import served

from handbook_build.archive import write_archive

PHONE = {"width": 390, "height": 800}
DESKTOP = {"width": 1280, "height": 900}

Opener = Callable[..., Page]


class Watch:
    """What goes wrong in a context: messages of the console, failed answers, requests to other hosts."""

    def __init__(self, context: BrowserContext, own: str) -> None:
        self.own = own
        self.faults: list[str] = []
        self.allowed = {"registration blocked by Playwright"}
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))
        context.on("request", lambda request: self._foreign(request.url))
        context.on("response", self._answer)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console: {message.text}")

    def _foreign(self, url: str) -> None:
        if not url.startswith((self.own, "data:", "blob:", "file:")):
            self.faults.append(f"foreign request: {url}")

    def _answer(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    @property
    def left(self) -> list[str]:
        return [fault for fault in self.faults if not any(word in fault for word in self.allowed)]


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built handbook is served."""
    with served(site) as where:
        yield where


@pytest.fixture
def context(chromium: Browser, address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Makes contexts (devices with a memory of their own); all they complain about is looked at in the end."""
    made: list[tuple[BrowserContext, Watch]] = []

    def make(**options: Any) -> BrowserContext:
        usual = {"viewport": PHONE, "locale": "en-GB", "timezone_id": "Europe/Helsinki", "reduced_motion": "reduce"}
        settings = {**usual, "service_workers": "block", **options}
        fresh = chromium.new_context(base_url=address, **settings)
        fresh.set_default_timeout(5000)
        watch = Watch(fresh, address)
        fresh.watch = watch  # type: ignore[attr-defined]
        made.append((fresh, watch))
        return fresh

    yield make
    for fresh, _ in made:
        fresh.close()
    assert [fault for _, watch in made for fault in watch.left] == []


@pytest.fixture
def opened(context: Callable[..., BrowserContext]) -> Opener:
    """Opens a page on a fresh device: `opened("pl/", viewport=DESKTOP)`."""

    def open_(path: str, **options: Any) -> Page:
        page = context(**options).new_page()
        page.goto(path)
        return page

    return open_


@pytest.fixture(scope="session")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook for reading without a server, unpacked."""
    made = tmp_path_factory.mktemp("folder")
    write_archive(site, made / "handbook.zip")
    with ZipFile(made / "handbook.zip") as archive:
        archive.extractall(made)
    return made / "handbook"
