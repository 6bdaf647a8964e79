"""How servers should send the site: what is named after its contents is kept for ever, the rest is asked for each time."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from served import headers_of, rules_of

from handbook import policy
from handbook.caching import ASK, FOR_EVER, rules
from handbook.hashed import hash_of, hashed, is_hashed

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
WITH_NGINX = pytest.mark.skipif(not Path(NGINX).is_file(), reason="nginx is not installed")
CONFIGURATION = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{}}
http {{
  access_log off;
  {temporary}
  server {{ listen 127.0.0.1:{port}; root {site}; include {site}/nginx-headers.conf; }}
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def expected(path: str) -> str:
    return FOR_EVER if is_hashed(path) else ASK


def test_every_file_has_one_rule_and_the_right_one(cafe: Path) -> None:
    found = {path: headers_of(cafe, path).get("Cache-Control") for path in files(cafe)}
    served = {path for path in found if path not in ("_headers", "nginx-headers.conf")}
    assert {path: found[path] for path in served} == {path: expected(path) for path in served}
    assert headers_of(cafe, "")["Cache-Control"] == ASK
    assert headers_of(cafe, "fa/playbooks/")["Cache-Control"] == ASK


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://a.example/", "/"),
        ("https://a.example", "/"),
        ("https://a.example:8443/kb/", "/kb/"),
        ("https://ä.example/k%C3%A4/", "/kä/"),
        ("", "/"),
    ],
)
def test_nginx_knows_the_folder_of_the_site(address: str, folder: str) -> None:
    snippet = dict(policy.outputs((), address))["nginx-headers.conf"].decode()
    assert f'error_page 404 "{folder}404.html";' in snippet.splitlines()
    assert f'error_page 403 =404 "{folder}404.html";' in snippet


@pytest.mark.parametrize(
    ("address", "folder"),
    [("https://a.example/", "/"), ("https://a.example/kb/", "/kb/"), ("https://a.example/k%C3%A4:1/", "/k%C3%A4%3A1/")],
)
def test_hosts_know_the_folder_of_the_site(address: str, folder: str) -> None:
    """Netlify and Cloudflare read both files at the root of the host, and paths from there, escaped."""
    rules = dict(policy.outputs(("a.png", "about/"), address))["_headers"].decode()
    patterns = [line for line in rules.splitlines() if not line.startswith("  ")]
    assert patterns == [f"{folder}{path}" for path in ("*", "", "a.png", "about/*")]


def test_hosts_understand_the_rules(cafe: Path) -> None:
    """Cloudflare reads 100 rules, each with one `*`; Netlify wants it at the end."""
    patterns = [pattern for pattern, _ in rules_of(cafe)]
    assert len(patterns) <= 100
    assert [pattern for pattern in patterns if "*" in pattern.removesuffix("/*")] == []
    assert max(map(len, (cafe / "_headers").read_text("utf-8").splitlines())) <= 2_000


def test_what_pages_load_is_named_after_its_contents(cafe: Path) -> None:
    kept = [path for path in files(cafe) if is_hashed(path)]
    names = {re.sub(r"\.[0-9a-f]{8}", "", path) for path in kept if path.startswith("assets/")}
    assert names >= {
        "assets/icons/app-192.png",
        "assets/icons/icon.svg",
        "assets/javascripts/handbook.js",
        "assets/javascripts/search.js",
        "assets/javascripts/start.js",
        "assets/stylesheets/handbook.css",
    }
    for path in kept:
        if path.startswith("assets/") and ".min." not in path:
            stem, _, suffix = re.split(r"\.([0-9a-f]{8})", path)
            assert hashed(stem + suffix, (cafe / path).read_bytes()) == path
    assert {path.partition("/")[2].partition("/")[0] for path in kept if path.startswith("search/")} == {"et", "fa"}
    asked = {path for path in files(cafe) if path.endswith((".js", ".css")) and not is_hashed(path)}
    assert asked == {"service-worker.js", "search/et.js", "search/fa.js"}


def test_no_two_rules_meet() -> None:
    stylesheet = hashed("assets/css/own.css", b"")
    paths = ["about/", "assets/css/plain.css", stylesheet, "assets/js/a.00000000.js", "assets/photo.png", "x.txt"]
    assert list(rules(paths)) == [
        ("/", ASK),
        ("/about/*", ASK),
        (f"/{stylesheet}", FOR_EVER),
        ("/assets/css/plain.css", ASK),
        ("/assets/js/*", FOR_EVER),
        ("/assets/photo.png", ASK),
        ("/x.txt", ASK),
    ]


def test_other_contents_have_another_name() -> None:
    assert hashed("a/b.css", b"one") != hashed("a/b.css", b"two")
    assert re.fullmatch(r"[0-9a-f]{8}", hash_of(b""))


@pytest.mark.parametrize("path", ["assets/photo.2024.png", "handbook.1a2b3c4d.css", "search/fi.js", "assets/1a2b3c4d/a.png"])
def test_other_names_promise_nothing(path: str) -> None:
    assert not is_hashed(path)


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[HTTPConnection]:
    """The site as nginx serves it with our snippet; the configuration is tested first."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, temporary=temporary, port=port, site=site), "utf-8")
    command = [NGINX, "-p", str(folder), "-c", str(configuration), "-e", "stderr"]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield connected(port)
    finally:
        server.terminate()
        server.wait()


def connected(port: int) -> HTTPConnection:
    deadline = time.monotonic() + 20
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.connect()
        except ConnectionRefusedError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        else:
            return connection


@WITH_NGINX
def test_nginx_sends_every_header(cafe: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nginx"
    folder.mkdir()
    paths = [path for path in files(cafe) if not path.startswith(("_", "nginx"))]
    shown = [path for path in paths if not path.endswith(".pdf")]
    missing = [
        "playbooks/",
        "fa/playbooks/",
        "assets/javascripts/handbook.00000000.js",
        "search/fa/00000000/core.js",
        "nothing/here/",
    ]
    with nginx(cafe, folder) as connection:
        for path in [*shown, "", "fa/", *missing, "_headers", "nginx-headers.conf"]:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            answer.read()
            gone = path in missing or path.startswith(("_", "nginx"))
            assert answer.status == (404 if gone else 200), path
            headers = dict(rules_of(cafe))["/*"] | {"Cache-Control": ASK if gone else expected(path)}
            sent = {name: ", ".join(answer.headers.get_all(name, [])) for name in headers}
            assert sent == headers, path
