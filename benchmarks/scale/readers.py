"""A built site in, how nginx with its snippet answers 1,000 readers at once out: run on one machine, so the load takes its share.

    python benchmarks/scale/readers.py [SITE]

Needs nginx and ab (Debian: `apt install nginx-light apache2-utils`).
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PORT = 8099
READERS, REQUESTS = 1_000, 20_000
FILES = 8_192
CONFIGURATION = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 2; worker_rlimit_nofile {files};
user {user};
events {{ worker_connections 4096; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; keepalive_requests 100000;
  gzip on; gzip_types text/css application/javascript application/json image/svg+xml;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d;
  scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port} backlog=4096; root {site}; include {site}/nginx-headers.conf; }}
}}
"""
FIGURES = {
    "failed": r"Failed requests: +(\d+)",
    "other": r"Non-2xx responses: +(\d+)",
    "a second": r"Requests per second: +([\d.]+)",
    "half": r"50% +(\d+)",
    "99 %": r"99% +(\d+)",
}


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[None]:
    text = CONFIGURATION.format(folder=folder, files=FILES, user=folder.owner(), port=PORT, site=site)
    (folder / "nginx.conf").write_text(text, "utf-8")
    server = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")])
    time.sleep(1)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def asked(path: str) -> dict[str, str]:
    """What ab found out about one address."""
    command = ["ab", "-k", "-q", "-n", str(REQUESTS), "-c", str(READERS), "-H", "Accept-Encoding: gzip"]
    said = subprocess.run([*command, f"http://127.0.0.1:{PORT}/{path}"], capture_output=True, text=True, check=True).stdout
    return {name: found[1] if (found := re.search(pattern, said)) else "0" for name, pattern in FIGURES.items()}


def addresses(site: Path) -> Iterator[str]:
    """A page, a style and a piece of a search index."""
    yield "fi/"
    for pattern in ("assets/stylesheets/handbook.*.css", "search/fi/*/core.js"):
        yield next(site.glob(pattern)).relative_to(site).as_posix()


def main(site: Path) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    with tempfile.TemporaryDirectory() as folder, nginx(site, Path(folder)):
        print("| Address | Failed | Not 200 | Requests a second | Half within | 99 % within |\n|---|---:|---:|---:|---:|---:|")
        for path in addresses(site):
            found = asked(path)
            print(f"| `{path}` | {found['failed']} | {found['other']} | {float(found['a second']):,.0f} |", end="")
            print(f" {found['half']} ms | {found['99 %']} ms |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve())
