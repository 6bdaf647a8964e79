"""Handbooks of other organisations, begun by one command and built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from built import BuiltSite
from click.testing import CliRunner, Result
from paths import CAFE, ROOT

from handbook_build.build import build_site
from handbook_cli import new
from handbook_cli.main import main

TAGS = "no,el,ka,sr-Latn,sr-Cyrl,zh-Hant,pt-BR,es-419,fa"
"""A word that YAML takes for false, letters with and without fonts, two scripts of one language, countries, right to left."""
CODES = ("no", "el", "ka", "sr-latn", "sr-cyrl", "zh-hant", "pt", "es", "fa")


def new_site(folder: Path, languages: str, root: Path = ROOT) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "new", "site", str(folder), "--languages", languages])


def test_a_new_handbook_is_built_in_any_languages(tmp_path: Path) -> None:
    made = new_site(tmp_path / "there", TAGS)
    assert made.exit_code == 0, made.output
    shutil.copy(CAFE / "sources/menu.yml", tmp_path / "there/sources")
    build_site(tmp_path / "there", tmp_path / "site", lambda text: None)
    site = BuiltSite(tmp_path / "site")
    assert not site.broken()
    home = site.pages[""]
    alternates = {link["hreflang"] for link in home.tags("link") if link.get("rel") == "alternate" and "hreflang" in link}
    assert alternates == {*CODES, "x-default"}
    assert {page.tags("html")[0]["lang"] for page in site.pages.values()} == {*CODES}
    assert site.pages["fa/"].tags("body")[0]["dir"] == "rtl"
    books = {path.name for path in (tmp_path / "site").rglob("handbook.*.pdf")}
    assert books == {f"handbook.{code}.pdf" for code in CODES if code not in ("ka", "zh-hant")}


def test_a_row_says_what_cldr_knows(tmp_path: Path) -> None:
    new_site(tmp_path / "there", f"{TAGS},uz,ja,yi")
    rows = yaml.safe_load((tmp_path / "there/handbook.yml").read_text("utf-8").replace("  no:", "  nn:"))["languages"]
    found = {code: (row["locale"], row.get("script", "Latin"), row.get("direction", "ltr")) for code, row in rows.items()}
    assert found["el"] == ("el", "Greek", "ltr")
    assert found["sr-cyrl"] == ("sr_Cyrl", "Cyrillic", "ltr")
    assert found["zh-hant"] == ("zh_Hant", "other", "ltr")
    assert found["es"] == ("es_419", "Latin", "ltr")
    assert found["uz"] == ("uz", "Latin", "ltr")
    assert found["yi"] == ("yi", "Hebrew", "rtl")


def test_codes_that_are_no_longer_used_become_those_that_are(tmp_path: Path) -> None:
    new_site(tmp_path / "there", "iw")
    checked = CliRunner().invoke(main, ["-C", str(tmp_path / "there"), "check", "--json"])
    assert {problem["code"] for problem in json.loads(checked.stdout)} == {"unwritten"}
    assert (tmp_path / "there/docs/he").is_dir()


def test_a_new_handbook_lacks_nothing_that_it_names(tmp_path: Path) -> None:
    """Neither its licence and what Git has to know, nor what its guide links to and its Makefile runs."""
    there = tmp_path / "there"
    new_site(there, "sv")
    assert {".editorconfig", ".gitattributes", ".gitignore", "LICENSE", "Makefile"} <= {path.name for path in there.iterdir()}
    guide = (there / "CONTRIBUTING.md").read_text("utf-8")
    assert "# How to write the handbook" in guide
    assert not re.search(r"\]\((?:docs-dev|tests|LICENSE)", guide)
    told = subprocess.run(["make", "help"], cwd=there, capture_output=True, text=True, check=True).stdout
    assert {line.partition("\t")[0] for line in told.splitlines() if "\t" in line} == {
        *("site", "part", "merge", "serve", "check", "report", "comment", "digest"),
        *("words", "schemas", "lock", "sbom", "advisories", "clean", "help"),
    }


@pytest.mark.parametrize("config", [b"site_name: K\xe4sikirja\n", b"\xff\xfes\x00"])
def test_a_configuration_that_is_not_utf_8_is_told(config: bytes, project: Path, tmp_path: Path) -> None:
    (project / "mkdocs.yml").write_bytes(config)
    made = new_site(tmp_path / "there", "sv", project)
    assert made.exit_code == 1
    assert "mkdocs.yml is not UTF-8" in made.output
    assert not (tmp_path / "there").exists()


def test_ctrl_c_leaves_no_half_made_handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*places: object, **ways: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(new.shutil, "copytree", interrupted)
        made = new_site(tmp_path / "there", "sv")
    assert (made.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert new_site(tmp_path / "there", "sv").exit_code == 0
