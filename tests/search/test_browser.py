"""In a browser: in a worker under the site's policy, and from a folder without a server."""

import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'"
SCRIPT = '<script src="assets/javascripts/search.js"></script>'
PAGE = f'<!doctype html><html lang="{{lang}}"><meta charset="utf-8"><title>x</title>{SCRIPT}'


class Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, engine: bytes, indexes: Mapping[str, Mapping[str, bytes]]) -> Path:
    root = tmp_path_factory.mktemp("search")
    for path, content in {"assets/javascripts/search.js": engine, **indexes["fi"], **indexes["kk"]}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / "index.html").write_text(PAGE.format(lang="fi"), "utf-8")
    return root


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize("way", ["served", "folder"])
def test_search_works(way: str, request: pytest.FixtureRequest, folder: Path, chromium: Browser) -> None:
    address = request.getfixturevalue("served") if way == "served" else (folder / "index.html").as_uri()
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    found = page.evaluate("handbook.search('reklamaatioihin').then((hits) => hits.map((hit) => hit.url))")
    other = page.evaluate("handbook.search('shagym', {lang: 'kk', limit: 2}).then((hits) => hits.map((hit) => hit.lang))")
    completed = page.evaluate("handbook.suggest('valit').then(({completions}) => completions.length)")
    workers = len(page.workers)
    page.close()
    assert any("handle-a-complaint" in url for url in found[:3])
    assert other == ["kk", "kk"]
    assert completed
    assert workers == (1 if way == "served" else 0)
    assert not complaints


def test_a_page_that_was_open_while_the_site_was_renewed_goes_on(folder: Path, tmp_path: Path, chromium: Browser) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "site"))
    page = chromium.new_page()
    with serving(copy) as address:
        page.goto(address)
        assert page.evaluate("handbook.search('valitus').then((hits) => hits.length)")
        (old,) = (copy / "search/fi").iterdir()
        old.rename(old.with_name("00000000"))
        index = copy / "search/fi.js"
        index.write_text(index.read_text("utf-8").replace(old.name, "00000000"), "utf-8")
        os.utime(index, (later := index.stat().st_mtime + 2, later))  # servers tell versions apart by the second
        assert page.evaluate("handbook.search('jono puhelin kiire').then((hits) => hits.length)")
    page.close()
