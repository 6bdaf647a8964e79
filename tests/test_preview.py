"""The preview as an editor meets it: a page shows an edit, the search finds it a moment later, and a mistake stops nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from paths import CAFE, ROOT
from sequences import project

PATIENCE = 60
"""Seconds; nothing here measures speed."""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    return project(tmp_path / "handbook", CAFE)


def serving(handbook: Path, where: str, cache: Path) -> tuple[list[str], dict[str, str]]:
    """A command and its environment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "HANDBOOK_CACHE": str(cache)}
    return [sys.executable, "-m", "handbook_cli", "-C", str(handbook), "serve", "-a", where], environment


@pytest.fixture
def address(handbook: Path, tmp_path: Path) -> Iterator[str]:
    with serve(handbook, tmp_path) as where:
        yield where


@contextmanager
def serve(handbook: Path, tmp_path: Path) -> Iterator[str]:
    """A preview's address; what it says is in said.txt."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    command, environment = serving(handbook, where, tmp_path / "cache")
    with (tmp_path / "said.txt").open("w") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
    try:
        yield f"http://{where}/"
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0


def until(url: str, text: str) -> None:
    ends = time.monotonic() + PATIENCE
    found = ""
    while text not in found:
        assert time.monotonic() < ends, f"{url} never said {text!r}"
        time.sleep(0.05)
        try:
            found = urlopen(url, timeout=PATIENCE).read().decode()
        except OSError:
            continue


def search_of(site: str, lang: str) -> str:
    return urlopen(f"{site}search/{lang}.js", timeout=PATIENCE).read().decode()


def test_an_edit_shows_and_is_found(handbook: Path, address: str, tmp_path: Path) -> None:
    page = handbook / "docs/et/playbooks/stay-safe.md"
    before = page.read_text("utf-8")
    until(f"{address}playbooks/stay-safe/", "</html>")
    index = search_of(address, "et")
    page.write_text(f"{before.rstrip()}\n\nKvaliteetne kapsas.\n", "utf-8")
    until(f"{address}playbooks/stay-safe/", "Kvaliteetne kapsas.")
    page.write_text(f"{before.rstrip()}\n\nKvaliteetne kapsas. Kapsas kohe.\n", "utf-8")
    until(f"{address}playbooks/stay-safe/", "Kapsas kohe.")
    ends = time.monotonic() + PATIENCE
    while search_of(address, "et") == index:
        assert time.monotonic() < ends, "the search never knew"
        time.sleep(0.05)
    page.write_text("no front matter\n", "utf-8")
    until((tmp_path / "said.txt").as_uri(), "docs/et/playbooks/stay-safe.md:1")
    until(f"{address}playbooks/stay-safe/", "Kvaliteetne kapsas.")
    page.write_text(before.replace("title: ", "title: Mõistlik ", 1), "utf-8")
    until(f"{address}playbooks/stay-safe/", "Mõistlik ")


def test_an_address_that_is_taken_is_told(handbook: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        command, environment = serving(handbook, where, tmp_path / "cache")
        made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert made.returncode == 1
    assert made.stderr.splitlines()[-1].startswith(f"{where} can’t be used (")
    assert "Traceback" not in made.stderr


def test_a_folder_may_go_and_come_back(handbook: Path, address: str, tmp_path: Path) -> None:
    """As when somebody looks at another branch for a moment; and one may come that was not there at first."""
    until(f"{address}playbooks/stay-safe/", "</html>")
    (handbook / "docs").rename(tmp_path / "docs")
    until((tmp_path / "said.txt").as_uri(), f"The path '{handbook / 'docs'}' isn't an existing directory")
    (tmp_path / "docs").rename(handbook / "docs")
    page = handbook / "docs/et/playbooks/stay-safe.md"
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n\nJälle kodus.\n", "utf-8")
    until(f"{address}playbooks/stay-safe/", "Jälle kodus.")
    assert not (handbook / "rules").exists()
    (handbook / "rules").mkdir()
    (handbook / "rules/et.yml").write_text("nonsense: 7\n", "utf-8")
    until((tmp_path / "said.txt").as_uri(), "rules/et.yml:1")


def test_a_theme_is_watched_also_where_the_first_build_fails(handbook: Path, tmp_path: Path) -> None:
    """Even if it is the theme that fails, or the configuration, which does not yet say where the theme is."""
    footer, config = handbook / "overrides/partials/footer.html", handbook / "mkdocs.yml"
    right, whole = footer.read_text("utf-8"), config.read_text("utf-8")
    footer.write_text(f"{right}{{% nonsense %}}", "utf-8")
    config.write_text(f"{whole}copyright: 2026-13-01\n", "utf-8")
    with serve(handbook, tmp_path) as address:
        said = (tmp_path / "said.txt").as_uri()
        until(said, "(stop with Ctrl+C)")
        assert "mkdocs.yml can’t be used" in (tmp_path / "said.txt").read_text("utf-8")
        config.write_text(whole, "utf-8")
        until(said, f"{footer}:{right.count(chr(10)) + 1}: Encountered unknown tag 'nonsense'. Mend the template.\n")
        footer.write_text(right, "utf-8")
        until(f"{address}playbooks/stay-safe/", "</html>")


HOOK = """
from pathlib import Path

def on_pre_build(config):
    assert "Kvaliteetne" not in Path(config.docs_dir, "et/playbooks/stay-safe.md").read_text("utf-8"), "nonsense"
"""


def test_a_hook_that_fails_does_not_end_the_preview(handbook: Path, tmp_path: Path) -> None:
    config, page = handbook / "mkdocs.yml", handbook / "docs/et/playbooks/stay-safe.md"
    before = page.read_text("utf-8")
    (handbook / "own.py").write_text(HOOK, "utf-8")
    config.write_text(config.read_text("utf-8").replace("\nhooks:\n", "\nhooks:\n  - own.py\n"), "utf-8")
    page.write_text(f"{before}\nKvaliteetne kapsas.\n", "utf-8")
    with serve(handbook, tmp_path) as address:
        until((tmp_path / "said.txt").as_uri(), "AssertionError: nonsense")
        page.write_text(before, "utf-8")
        until(f"{address}playbooks/stay-safe/", "</html>")
