"""A built site in, the site as a good web server sends it out: with its own headers, compressed, over HTTP/1.1."""

from __future__ import annotations

import gzip
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/browser")]

from needs import browser  # noqa: E402 (the tests' own)
from served import Handler, Server  # noqa: E402

LANGUAGES = {"en": "", "fi": "fi/", "pl": "pl/", "kk": "kk/"}
WORDS = {"en": "complaint", "fi": "reklamaatio", "pl": "reklamacja", "kk": "шағым"}
"""A search in each."""

TEXT = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")


@cache
def packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Compressing(Handler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 (the server's name for it)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.is_file() and path.suffix in TEXT:
            self.send_packed(path)
        else:
            super().do_GET()

    def send_packed(self, path: Path) -> None:
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The site's address while it is served."""
    handler = type("SiteHandler", (Compressing,), {"asked": []})
    with Server(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()


def chromium() -> str:
    """Path of the browser that the tests use."""
    return browser() or sys.exit("no Chromium found: set HANDBOOK_BROWSER to its path")
