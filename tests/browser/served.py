"""A built site in, a small web server that sends it with the headers of its own `_headers` out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def headers_of(site: Path) -> dict[str, str]:
    """The headers that `_headers` sets for every path."""
    lines = (site / "_headers").read_text("utf-8").splitlines()
    return {name: value for line in lines if line.startswith("  ") for name, _, value in [line.strip().partition(": ")]}


class Handler(SimpleHTTPRequestHandler):
    """Sends the site's headers with everything, and its 404 page for what is missing."""

    extra: dict[str, str] = {}  # noqa: RUF012 (set once, below)
    asked: list[str] = []  # noqa: RUF012 (set once, below)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no mistake."""


@contextmanager
def served(site: Path, asked: list[str] | None = None, port: int = 0) -> Iterator[str]:
    """The address of the site while it is served; `asked` collects the paths that browsers ask for."""
    handler = type("SiteHandler", (Handler,), {"extra": headers_of(site), "asked": [] if asked is None else asked})
    with Server(("127.0.0.1", port), partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
