"""Fonts prepared once, and the real handbook printed once, for all tests of printing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filelock import FileLock
from lending import lend_fonts
from papers import Printer
from paths import ROOT

from handbook.printing.names import Pdf
from handbook.site import Site
from handbook_io.cache import cache_of
from handbook_io.printing.pdfs import write_pdfs


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this test run share, with a cache."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "printing"
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            lend_fonts(folder / "cache")
            folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def printed(shared: Path, handbook_site: Site) -> tuple[Path, tuple[Pdf, ...]]:
    """Every PDF of the real handbook: those that were set when it was built, if it was."""
    with FileLock(shared / "real.lock"):
        return shared / "real", write_pdfs(handbook_site, shared / "real", cache_of(ROOT), 2)


@pytest.fixture
def print_site(shared: Path, tmp_path: Path) -> Printer:
    """Prints a small handbook into the test's own folder."""

    def write(site: Site, **options: object) -> dict[str, Path]:
        pdfs = write_pdfs(site, tmp_path / "out", shared / "cache", **options)  # type: ignore[arg-type]
        return {pdf.url: tmp_path / "out" / pdf.url for pdf in pdfs}

    return write
