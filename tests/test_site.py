"""The built handbook: every page of every language, as readers and search engines meet it."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from babel.messages.pofile import read_po
from built import BuiltPage, BuiltSite

from handbook.printing.book import book
from handbook.site import Site

LANGUAGES = ("en", "fi", "pl", "kk")
ENGLISH = frozenset(
    [
        "the",
        "and",
        "you",
        "your",
        "with",
        "this",
        "that",
        "from",
        "have",
        "what",
        "when",
        "which",
        "are",
        "were",
        "who",
        "how",
        "about",
        "into",
        "their",
    ]
)
COMPOSED = {"hb-fallback", "hb-partly-stale", "hb-stale", "hb-twin-h1", "hb-twin-h2", "hb-twin-h3"}
"""Classes that are put together of a state that no page of ours is in, or by a script."""
LATIN_IN_KAZAKH = frozenset(
    [
        "servqual",
        "ceidg",
        "krs",
        "ytj",
        "a",
        "b",
        "c",
        "d",
        "crm",
        "kkk",
        "clv",
        "ltv",
        "wcag",
        "aa",
        "pdf",
        "cookie",
        "cc",
        "by",
        "mit",
        "youtube",
        "sms",
        "qr",
        "kk",
        "en",
        "fi",
        "pl",
        "utf",
        "csv",
        "tbx",
        "skos",
        "llms",
        "txt",
        "json",
        "atom",
    ]
)


@cache
def built(root: Path) -> BuiltSite:
    return BuiltSite(root)


SHARED = ("404.html", "style.html")
"""Pages that stand once, for all languages; the style page is for developers and in English."""


def language(page: BuiltPage) -> str:
    first = page.url.partition("/")[0]
    return first if first in LANGUAGES else "en"


def digests(root: Path) -> dict[str, str]:
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_language_has_the_same_pages(site: Path) -> None:
    pages = {lang: set() for lang in LANGUAGES}
    for url, page in built(site).pages.items():
        if url not in SHARED:
            pages[language(page)].add(url.removeprefix(f"{language(page)}/"))
    assert len(pages["en"]) > 40
    assert pages["fi"] == pages["pl"] == pages["kk"] == pages["en"]


def test_no_link_and_no_anchor_is_broken(site: Path) -> None:
    assert built(site).broken() == []


def test_ids_are_unique_and_ascii(site: Path) -> None:
    for page in built(site).pages.values():
        assert len(page.ids) == len(set(page.ids)), page.url
        assert all(id.isascii() and not re.fullmatch(r"_\d+", id) for id in page.ids), page.url


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for page in built(site).pages.values():
        for tag, target in page.links:
            outside = target.startswith(("http:", "https:", "//"))
            canonical = tag == "link" and target.startswith("https://handbook.example/")
            assert not outside or canonical or tag == "a", (page.url, target)
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", path.read_text("utf-8"))


def test_no_script_or_style_stands_in_a_page(site: Path) -> None:
    for page in built(site).pages.values():
        assert all("src" in found or found.get("type", "").endswith("json") for found in page.tags("script")), page.url
        assert not page.tags("style"), page.url
        for _, found in page.attributes:
            assert "style" not in found, page.url
            assert not [name for name in found if name.startswith("on")], page.url


def test_pages_say_their_language_and_their_twins(site: Path) -> None:
    for page in built(site).pages.values():
        if page.url in SHARED:
            continue
        lang = language(page)
        assert page.tags("html")[0]["lang"] == lang
        links = page.tags("link")
        alternates = {found["hreflang"]: found["href"] for found in links if "hreflang" in found}
        plain = page.url.removeprefix(f"{lang}/") if lang != "en" else page.url
        roots = {code: "" if code == "en" else f"{code}/" for code in LANGUAGES}
        expected = {code: f"https://handbook.example/{root}{plain}" for code, root in roots.items()}
        assert alternates == expected | {"x-default": expected["en"]}
        assert [found["href"] for found in links if found.get("rel") == "canonical"] == [expected[lang]]


def test_the_language_switcher_keeps_the_page(site: Path) -> None:
    page = built(site).pages["fi/playbooks/handle-a-complaint/"]
    links = {found["data-language"]: found["href"] for found in page.tags("a") if "data-language" in found}
    assert links["pl"] == "../../../pl/playbooks/handle-a-complaint/"
    assert links["en"] == "../../../playbooks/handle-a-complaint/"


def test_the_sitemap_lists_every_page_once_with_its_twins(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = [node.findtext("s:loc", "", space) for node in tree.findall("s:url", space)]
    pages = {f"https://handbook.example/{url}" for url in built(site).pages if url not in SHARED and "offline" not in url}
    assert len(found) == len(set(found))
    assert set(found) == pages
    assert all(len(node.findall("x:link", space)) == len(LANGUAGES) + 1 for node in tree.findall("s:url", space))
    assert not (site / "sitemap.xml.gz").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_programs_find_every_page_of_a_language(site: Path, handbook_site: Site, lang: str) -> None:
    root = handbook_site.addresses.root(lang)
    text = (site / root / "llms.txt").read_text("utf-8")
    assert text.startswith(f"# {handbook_site.handbook.settings.title[lang]}\n\n> ")
    urls = re.findall(r"^- \[.+\]\(https://handbook\.example/([^)]*)\)", text, re.MULTILINE)
    assert len(urls) == len(set(urls)) == len(re.findall(r"^- ", text, re.MULTILINE))
    pages = {url for url in built(site).pages if re.match(rf"{root}(playbooks|checklists)/.", url)}
    assert pages <= set(urls)
    assert all(url in built(site).pages or (site / url).is_file() for url in urls)
    home = built(site).pages[root]
    assert [found["href"] for found in home.tags("link") if found.get("type") == "text/plain"] == ["llms.txt"]
    assert "Sitemap: https://handbook.example/sitemap.xml" in (site / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize("name", [*LANGUAGES, "shared"])
def test_devices_tell_every_file_by_its_contents(site: Path, name: str) -> None:
    files = json.loads((site / f"offline/{name}.json").read_text("utf-8"))["files"]
    paths = {url: site / (f"{url}index.html" if not url or url.endswith("/") else url) for url in files}
    assert files == {url: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for url, path in paths.items()}
    shards = {url.rpartition("/")[2] for url in files if url.startswith(f"search/{name}/")}
    assert name == "shared" or {"core.js", "titles.js", "records-0.js", "postings-0.js"} < shards


def test_one_missing_page_speaks_every_language(site: Path) -> None:
    page = built(site).pages["404.html"]
    sections = [found["lang"] for found in page.tags("section") if "hb-missing" in found.get("class", "")]
    assert sorted(sections) == sorted(LANGUAGES)


@pytest.mark.parametrize("lang", ["fi", "pl", "kk"])
def test_no_english_is_left(site: Path, root: Path, lang: str) -> None:
    with (root / "catalogues" / f"{lang}.po").open("rb") as stream:
        messages = read_po(stream)
    flat = {m.id: m.string for m in messages if isinstance(m.id, str) and m.id}
    english = {id for id, text in flat.items() if text != id} - set(flat.values())
    for page in built(site).pages.values():
        if language(page) != lang or page.url in SHARED:
            continue
        for marked, text in (*page.texts, *page.named):
            if marked == lang:
                assert text.replace("\u00a0", " ") not in english, (page.url, text)
                assert not ENGLISH & set(re.findall(r"[a-z_]+", text.lower())), (page.url, text)


def test_short_words_never_end_a_line(site: Path, handbook_site: Site) -> None:
    """Neither on a page, in its menu, nor in the book's glossary; a window's title is one line, a drawing's text is heard."""
    pages = built(site).pages.values()
    terms = [entry for letter in book(handbook_site, "pl").glossary for entry in letter.entries]
    unseen = handbook_site.handbook.settings.title["pl"], "niż daje."
    texts = [text for page in pages for marked, text in page.texts if marked == "pl" and not text.endswith(unseen)]
    texts += [text for term in terms for text in (term.definition, *term.notes)]
    assert {"Zadbaj o\u00a0siebie", "relacja z\u00a0klientem"} < set(texts)
    assert [text for text in texts if re.search(r"\b[aiouwz] ", text, re.IGNORECASE)] == []


def test_kazakh_pages_are_written_in_cyrillic(site: Path) -> None:
    """Except the page of problem codes, which names commands and keys."""
    for page in built(site).pages.values():
        if language(page) == "kk" and page.url != "kk/problems/":
            for marked, text in (*page.texts, *page.named):
                words = set(re.findall(r"[a-z]+", text.lower())) if marked == "kk" else set()
                assert words <= LATIN_IN_KAZAKH, (page.url, text)


def test_gists_stay_off_the_public_pages(site: Path, handbook_site: Site) -> None:
    gists = [point.gist for point in handbook_site.handbook.points.values() if len(point.gist) > 40]
    text = "\n".join(path.read_text("utf-8") for path in site.rglob("*.html") if "playbooks" not in path.parts)
    assert [gist for gist in gists if gist in text] == []


def test_handbook_json_keeps_its_contract(site: Path, handbook_site: Site) -> None:
    data = json.loads((site / "handbook.json").read_text("utf-8"))
    jsonschema.validate(data, json.loads((site / "handbook.schema.json").read_text("utf-8")))
    assert [row["code"] for row in data["languages"]] == list(handbook_site.handbook.languages)
    assert sum(source["points"] for source in data["sources"]) == 603
    assert sum(source["cited"] + source["waived"] for source in data["sources"]) == 603
    pages = built(site).pages
    for playbook in data["playbooks"]:
        for version in playbook["languages"].values():
            targets = [
                version["url"],
                *(section["url"] for section in version["sections"]),
                *(step["url"] for step in version["steps"]),
            ]
            for url in targets:
                path, _, anchor = url.partition("#")
                assert not anchor or anchor in pages[path].ids, url


def test_two_builds_are_byte_identical_and_mkdocs_builds_the_same(site: Path, root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "again")]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    assert digests(tmp_path / "again") == digests(site)


def test_a_build_logs_no_warning(root: Path, tmp_path: Path) -> None:
    """A warning in any language would end the build."""
    from handbook_build.build import build_site

    assert build_site(root, tmp_path / "site", lambda text: None).startswith("Built ")


def test_every_class_that_has_a_style_is_given(site: Path, root: Path) -> None:
    """On a page of ours, or where the program may put it on another's."""
    styled = set(re.findall(r"\.(hb-[\w-]+)", (root / "overrides/assets/stylesheets/handbook.css").read_text("utf-8")))
    given = {
        name for page in built(site).pages.values() for _, found in page.attributes for name in found.get("class", "").split()
    }
    programs = (
        path
        for folder in ("overrides", "hooks")
        for path in (root / folder).rglob("*.*")
        if path.suffix in (".j2", ".js", ".html")
    )
    named = {name for path in programs for name in re.findall(r"hb-[\w-]+(?![\w{-])", path.read_text("utf-8"))}
    assert sorted(styled - given - named - COMPOSED) == []
