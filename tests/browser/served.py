"""A built site in, a small web server that sends it with the headers of its own `_headers` out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

Rule = tuple[str, dict[str, str]]


def rules_of(site: Path) -> list[Rule]:
    """(pattern, headers) of `_headers`."""
    found: list[Rule] = []
    for line in (site / "_headers").read_text("utf-8").splitlines():
        name, _, value = line.strip().partition(": ")
        if line.startswith("  "):
            found[-1][1][name] = value
        else:
            found.append((line, {}))
    return found


def headers_of(site: Path, path: str = "") -> dict[str, str]:
    """The headers that `_headers` sets for an address; where several rules match, hosts join their values."""
    found: dict[str, str] = {}
    for pattern, headers in rules_of(site):
        if f"/{path}" == pattern or (pattern.endswith("*") and f"/{path}".startswith(pattern[:-1])):
            for name, value in headers.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class Handler(SimpleHTTPRequestHandler):
    """Sends the site's headers with everything, and its 404 page for what is missing."""

    asked: list[str] = []  # noqa: RUF012 (set once, below)
    ending: str | None = None
    """Where a folder's page is said to be, after the folder's name: some hosts redirect `about/` to `about`."""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        path = urlsplit(self.path).path
        if self.ending is not None and path.endswith("/") and path != "/":
            self.send_response(301)
            self.send_header("Location", path.rstrip("/") + self.ending)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.ending == "" and Path(self.translate_path(path)).is_dir():
            self.path = path.rstrip("/") + "/index.html"
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in headers_of(Path(self.directory), unquote(urlsplit(self.path).path).lstrip("/")).items():
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
def served(site: Path, asked: list[str] | None = None, port: int = 0, ending: str | None = None) -> Iterator[str]:
    """The address of the site while it is served; `asked` collects the paths that browsers ask for."""
    handler = type("SiteHandler", (Handler,), {"asked": [] if asked is None else asked, "ending": ending})
    with Server(("127.0.0.1", port), partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
