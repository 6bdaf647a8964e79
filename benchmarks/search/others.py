"""The handbook's sections and queries in, what other search engines find out: the first results, each a page's best places.

Every engine gets the same sections, distractors included. An engine that groups its results by page may be right in any
of the three places that it shows of a page.
"""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files as package
from pathlib import Path

from playwright.sync_api import sync_playwright

from handbook.search.record import Record

HERE = Path(__file__).parent / "others"
BROWSER = os.environ.get("HANDBOOK_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
Groups = list[list[list[str]]]
"""Query → results → the places of one result."""
ASK = """async (texts) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const all = [];
  for (const text of texts) {
    const {results} = await pagefind.search(text);
    const read = await Promise.all(results.slice(0, 10).map(one => one.data()));
    all.push(read.map(page => page.sub_results.slice(0, 3).map(part => part.url)));
  }
  return all;
}"""


def installed() -> None:
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def material(lang: str, records: Sequence[Record], texts: Sequence[str]) -> Groups:
    assets = str(package("material").joinpath("templates/assets/javascripts"))
    return _node(["material.cjs", assets, lang], records, texts)


def minisearch(lang: str, records: Sequence[Record], texts: Sequence[str]) -> Groups:
    return _node(["minisearch.mjs"], records, texts)


def pagefind(lang: str, records: Sequence[Record], texts: Sequence[str]) -> Groups:
    with tempfile.TemporaryDirectory() as folder:
        for path, html in _pages(lang, records).items():
            (Path(folder) / path).mkdir(parents=True, exist_ok=True)
            (Path(folder) / path / "index.html").write_text(html, "utf-8")
        subprocess.run(["node", "pagefind.mjs", folder], cwd=HERE, check=True, stdout=subprocess.DEVNULL)
        with _served(Path(folder)) as address, sync_playwright() as tool:
            page = tool.chromium.launch(executable_path=BROWSER).new_page()
            page.goto(f"{address}{next(iter(_pages(lang, records)))}")
            found: Groups = page.evaluate(ASK, list(texts))
    return [[[url.removeprefix("/") for url in places] for places in results] for results in found]


ENGINES = {"Material": material, "Pagefind": pagefind, "MiniSearch": minisearch}


def _node(command: list[str], records: Sequence[Record], texts: Sequence[str]) -> Groups:
    sections = {
        record.url: {"url": record.url, "title": record.title, "text": " ".join(block.text for block in record.blocks)}
        for record in records
    }
    asked = json.dumps({"sections": list(sections.values()), "texts": texts})
    made = subprocess.run(["node", *command], cwd=HERE, input=asked, check=True, capture_output=True, text=True)
    found: Groups = json.loads(made.stdout)
    return found


def _pages(lang: str, records: Sequence[Record]) -> Mapping[str, str]:
    """Path of a page → its HTML, with a heading for each section."""
    parts: dict[str, list[str]] = {}
    for record in records:
        page, _, anchor = record.url.partition("#")
        head = f'<h2 id="{escape(anchor)}">{escape(record.title)}</h2>' if anchor else f"<h1>{escape(record.title)}</h1>"
        body = "".join(f"<p>{escape(block.text)}</p>" for block in record.blocks)
        parts.setdefault(page, []).append(head + body)
    frame = '<!doctype html><html lang="{}"><title>{}</title><main data-pagefind-body>{}</main></html>'
    return {page: frame.format(lang, escape(page), "".join(rows)) for page, rows in parts.items()}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
