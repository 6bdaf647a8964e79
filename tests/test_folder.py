"""What a site becomes that is opened from a folder; browsers do the rest (tests/browser/test_folder.py)."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from handbook.folder import files, page, twin
from handbook_build import build
from handbook_build.archive import write_archive
from handbook_build.build import build_site
from handbook_build.target import BuildError

HTML = """<html lang="et"><head><link rel="manifest" href="/manifest.json">
<meta http-equiv="refresh" content="0; url=../guest/#a"></head><body dir="ltr">
<a href="../guest/">a</a> <a href="..">b</a> <a href="./#top">c</a> <a href="?q=1">d</a> <a href="https://a.b/c/">e</a>
<a href="style.css" data-page="../fa/">f</a>
<article class="hb-article" id="x"{own}><p>Tere „külaline”</p></article></body></html>"""


def test_links_name_their_file() -> None:
    expected = HTML.replace('<link rel="manifest" href="/manifest.json">\n', "").replace(
        "url=../guest/#", "url=../guest/index.html#"
    )
    for old, new in (("../guest/", "../guest/index.html"), ("..", "../index.html"), ("../fa/", "../fa/index.html")):
        expected = expected.replace(f'href="{old}"', f'href="{new}"').replace(f'data-page="{old}"', f'data-page="{new}"')
    assert page(HTML) == expected.replace('href="./#top"', 'href="./index.html#top"')


@pytest.mark.parametrize(("own", "lang", "way"), [("", "et", "ltr"), (' lang="fa" dir="rtl"', "fa", "rtl")])
def test_a_page_hands_over_its_article(own: str, lang: str, way: str) -> None:
    facts = {"lang": lang, "dir": way, "html": "<p>Tere „külaline”</p>"}
    assert twin(HTML.replace("{own}", own)).decode() == f"handbook.twin({json.dumps(facts, ensure_ascii=False)});\n"


def test_a_page_that_is_called_assets_names_its_links() -> None:
    own, foreign = b'<article class="hb-article"><a href="../about/">', b'\xff<a href="../about/">'
    named = own.replace(b"about/", b"about/index.html")
    assert dict(files({"assets/index.html": own}.items())) == {"assets/index.html": named}
    assert dict(files({"assets/index.html": foreign}.items())) == {"assets/index.html": foreign}
    assert dict(files({"assets/own/index.html": own}.items())) == {"assets/own/index.html": own}


def test_a_page_without_article_has_no_twin() -> None:
    with pytest.raises(ValueError, match="no article"):
        twin('<html lang="et"><body dir="ltr"></body></html>')


def test_what_only_a_server_needs_stays_behind() -> None:
    site = {
        "404.html": b"",
        "_headers": b"",
        "sitemap.xml": b"",
        "offline/list.json": b"",
        "fa/offline/index.html": b"",
        "fa/manifest.json": b"",
        "a.css": b"a",
        "assets/old.html": b'\xff<a data-page="x/">',
        "guest/index.html": HTML.encode(),
        "moved/index.html": b"<html></html>",
    }
    assert [path for path, _ in files(site.items())] == [
        "a.css",
        "assets/old.html",
        "guest/index.html",
        "guest/twin.js",
        "moved/index.html",
    ]


@pytest.mark.parametrize("name", ["site/x.zip", "cafe/handbook.yml", "cafe/docs/assets/x.zip"])
def test_a_zip_is_no_part_of_what_it_is_made_from(name: str, project: Path, tmp_path: Path) -> None:
    """Neither of the site, which it would hold, nor of the handbook: it would be in the next one."""
    with pytest.raises(BuildError, match="lies in"):
        build_site(project, tmp_path / "site", lambda text: None, archive=tmp_path / name)
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with a name are a matter of Unix")
def test_a_zip_takes_the_place_of_no_pipe(project: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BuildError, match="not an ordinary file"):
        build_site(project, tmp_path / "site", lambda text: None, archive=tmp_path / "pipe")


def test_a_zip_is_written_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_bytes(b"")
    (tmp_path / "link.zip").symlink_to(tmp_path / "there.zip")
    write_archive(tmp_path / "site", tmp_path / "link.zip")
    assert ((tmp_path / "link.zip").is_symlink(), (tmp_path / "there.zip").is_file()) == (True, True)


def test_a_site_is_packed_before_another_build_may_begin(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where there was nothing to build: a zip never mixes two sites."""
    tried = []

    def another(site: Path, target: Path) -> str:
        with pytest.raises(BuildError, match="another build is writing"):
            build_site(project, site, lambda text: None)
        tried.append(target)
        return "packed"

    monkeypatch.setattr(build, "write_archive", another)
    for _ in range(2):
        told = build_site(project, tmp_path / "site", lambda text: None, archive=tmp_path / "x.zip")
        assert told.endswith("\npacked")
    assert tried == [tmp_path / "x.zip"] * 2


def test_a_zip_that_can_not_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "x.zip").mkdir()
    with pytest.raises(OSError, match=r"x\.zip"):
        write_archive(tmp_path / "site", tmp_path / "x.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "x.zip"]
