"""The real handbook, read and built once for all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from needs import browser as browser_path
from paths import CAFE, ROOT
from playwright.sync_api import Browser, sync_playwright

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.site import Site as HandbookSite

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")
os.environ["NO_MKDOCS_2_WARNING"] = "1"
os.environ.setdefault("HANDBOOK_CACHE", str(ROOT / ".cache"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    from handbook_io.disk import handbook_in

    reading = handbook_in(ROOT)
    assert reading.handbook is not None
    return reading.handbook


@pytest.fixture(scope="session")
def handbook_site(handbook: Handbook) -> HandbookSite:
    from handbook_io.disk import site_in

    return site_in(ROOT, handbook, Addresses("en", site_url="https://handbook.example/"))


def _built(name: str, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a handbook, built once even where tests run in several processes."""
    from handbook_build.build import build_site

    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with FileLock(shared / f"{name}.lock"):
        if not (shared / name).is_dir():
            build_site(root, shared / name, lambda text: None)
    return shared / name


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built handbook."""
    return _built("site", ROOT, tmp_path_factory)


@pytest.fixture(scope="session")
def cafe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built fixture handbook: two other languages, one right-to-left."""
    return _built("cafe", CAFE, tmp_path_factory)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the fixture handbook that a test may break."""
    copy = tmp_path / "cafe"
    shutil.copytree(CAFE, copy)
    config = (copy / "mkdocs.yml").read_text("utf-8").replace("../../../", f"{ROOT.as_posix()}/")
    (copy / "mkdocs.yml").write_text(config, "utf-8")
    return copy


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = browser_path()
    assert path, "no Chromium found: set HANDBOOK_BROWSER to its path, or run: playwright install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()
