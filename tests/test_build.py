"""The build as a whole: what fails leaves the published site as it was."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from built import BuiltSite
from filelock import FileLock

from handbook_build.build import BuildError, build_site
from handbook_build.engine import PLAIN
from handbook_build.merging import merge
from handbook_build.parts import build_part
from handbook_build.target import heal

INDEX = "index.html"


def quiet(text: str) -> None:
    """Says nothing."""


def test_another_handbook_builds_without_a_code_change(cafe: Path) -> None:
    built = BuiltSite(cafe)
    assert {url.partition("/")[0] for url in built.pages if url.startswith("fa/")} == {"fa"}
    assert built.broken() == []
    page = built.pages["fa/playbooks/greet-a-guest/"]
    assert page.tags("html")[0]["lang"] == "fa"
    assert page.tags("body")[0]["dir"] == "rtl"
    assert ("fa", "فهرست‌های بازبینی") in page.texts


def test_a_missing_translation_shows_the_original_and_says_so(cafe: Path) -> None:
    page = BuiltSite(cafe).pages["playbooks/pour-tea/"]
    assert page.tags("html")[0]["lang"] == "et"
    article = next(found for found in page.tags("article") if "lang" in found)
    assert (article["lang"], article["dir"]) == ("fa", "rtl")
    canonical = next(found["href"] for found in page.tags("link") if found.get("rel") == "canonical")
    assert canonical == "https://cafe.example/fa/playbooks/pour-tea/"
    assert not [found for found in page.tags("link") if "hreflang" in found]
    sitemap = (cafe / "sitemap.xml").read_text("utf-8")
    assert "https://cafe.example/fa/playbooks/pour-tea/" in sitemap
    assert "https://cafe.example/playbooks/pour-tea/" not in sitemap


def test_a_mistake_leaves_the_old_site_untouched(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    build_site(project, target, quiet)
    before = (target / INDEX).read_bytes()
    (project / "docs/et/index.md").write_text("broken", "utf-8")
    with pytest.raises(BuildError, match=r"docs/et/index.md:1: .*\(no-front-matter\)"):
        build_site(project, target, quiet)
    assert (target / INDEX).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) in ([], [".site.lock"])


def test_a_warning_in_any_language_fails_the_build(project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("extra_css: [", "nav: [missing.md]\nextra_css: ["), "utf-8")
    with pytest.raises(BuildError):
        build_site(project, tmp_path / "site", quiet)
    assert not (tmp_path / "site").exists()


def test_a_folder_that_is_not_ours_is_refused(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "photos"
    target.mkdir()
    (target / "cat.jpg").write_bytes(b"cat")
    with pytest.raises(BuildError, match="not built by the handbook"):
        build_site(project, target, quiet)
    assert (target / "cat.jpg").read_bytes() == b"cat"


def test_the_handbook_itself_is_never_the_target(project: Path) -> None:
    with pytest.raises(BuildError, match="holds the handbook itself"):
        build_site(project, project, quiet)


@pytest.mark.parametrize(
    ("cache", "site", "told"),
    [
        ("site/.cache", "site", "{folder}/site and the cache {folder}/site/.cache lie in one another"),
        ("cache", "cache/site", "{folder}/cache/site and the cache {folder}/cache lie in one another"),
        ("cache", "cache", "{folder}/cache and the cache {folder}/cache lie in one another"),
        ("cafe/words/x", "site", "{folder}/cafe/words/x lies in {folder}/cafe/words, which is read"),
        pytest.param(
            "link/.cache",
            "site",
            "{folder}/site and the cache {folder}/site/.cache lie in one another",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="links need rights"),
        ),
        ("cache", "cafe/docs/assets/site", "{folder}/cafe/docs/assets/site lies in {folder}/cafe/docs, which is read"),
        ("cafe/docs/.cache", "site", "{folder}/cafe/docs/.cache lies in {folder}/cafe/docs, which is read"),
    ],
)
def test_what_lies_in_one_another_is_refused(
    cache: str, site: str, told: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache would be published, or a site read as part of the handbook; nothing is made before that is told."""
    if cache.startswith("link"):
        (tmp_path / "link").symlink_to("site")
    monkeypatch.setenv("HANDBOOK_CACHE", str(tmp_path / cache))
    before = sorted(tmp_path.rglob("*"))
    for build in (build_site, partial(build_part, lang="et"), lambda root, site, say: merge([tmp_path / "part"], site, root)):
        with pytest.raises(BuildError) as caught:
            build(project, tmp_path / site, say=quiet)
        assert str(caught.value).startswith(told.replace("/", os.sep).format(folder=tmp_path))
        assert "\n" not in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_two_builds_at_once_do_not_mix(project: Path, tmp_path: Path) -> None:
    with FileLock(tmp_path / ".site.lock"), pytest.raises(BuildError) as told:
        build_site(project, tmp_path / "site", quiet)
    cure = f"wait until it has ended (if none is running, delete {tmp_path / '.site.lock'})"
    assert str(told.value) == f"another build is writing to {tmp_path / 'site'}: {cure}"


def test_a_swap_that_was_cut_off_is_undone(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    build_site(project, target, quiet)
    os.replace(target, tmp_path / ".site.old")
    heal(target)
    assert (target / INDEX).is_file()


def test_the_command_ends_with_one_clear_text(project: Path, tmp_path: Path) -> None:
    (project / "docs/et/index.md").write_text("broken", "utf-8")
    command = [sys.executable, "-m", "handbook_cli", "-C", str(project), "build", "--site-dir", str(tmp_path / "site")]
    run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "hooks"}, check=False)
    assert run.returncode == 1
    assert "docs/et/index.md:1:" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    "address",
    [
        *('https://a.example/"><script>xss()</script>/', "https://a.example/?a=b", "https://a.example/#a"),
        *(f"https://a.example/a%{code}b;/" for code in ("22", "0a", "24", "5c", "7b")),
        f"https://a.example/{'a' * 200}/",
    ],
)
def test_an_address_that_no_page_and_no_server_can_write_is_refused(address: str, project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(re.sub("(?m)^site_url: .*", f"site_url: '{address}'", config.read_text("utf-8")), "utf-8")
    with pytest.raises(BuildError, match=r"mkdocs.yml: “https://a.example/.*write an address that starts with https://"):
        build_site(project, tmp_path / "site", lambda text: None)


@pytest.mark.parametrize("path", ["/etc/hostname", "../secret.css", "assets/../../secret.css", "assets\\\\own.css"])
def test_styles_and_scripts_from_elsewhere_are_refused(path: str, project: Path, tmp_path: Path) -> None:
    """They would be published, and written beside the site."""
    (project / "secret.css").write_text("p {}", "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("extra_css: [", f'extra_css: ["{path}", '), "utf-8")
    with pytest.raises(BuildError, match=r"mkdocs.yml: “.*” can’t be used here; write assets/own.css"):
        build_site(project, tmp_path / "site", quiet)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "cafe"]


def test_the_slot_that_we_keep_our_state_in_is_ours(project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}\nextra: {{handbook: 1}}\n", "utf-8")
    assert build_site(project, tmp_path / "site", quiet).startswith("Built")


def test_a_template_that_the_theme_lacks_is_told_by_its_line(project: Path, tmp_path: Path) -> None:
    page = project / "docs/et/index.md"
    page.write_text(page.read_text("utf-8").replace("template: home.html", "template: nope.html"), "utf-8")
    told = r"docs/et/index.md:4: “nope.html” can’t be used here; write home.html, main.html "
    with pytest.raises(BuildError, match=told):
        build_site(project, tmp_path / "site", quiet)


@pytest.mark.parametrize(
    ("row", "other", "told"),
    [
        ("        - {locale: fa, name: فارسی}\n", "", "languages et; default: et"),
        ("locale: fa", "locale: sv", "languages et, sv; default: et"),
        (", default: true}\n        - {locale: fa", "}\n        - {default: true, locale: fa", "languages et, fa; default: fa"),
    ],
)
def test_languages_that_are_not_those_of_the_handbook_are_told(
    row: str, other: str, told: str, project: Path, tmp_path: Path
) -> None:
    config = project / "mkdocs.yml"
    assert row in config.read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace(row, other), "utf-8")
    with pytest.raises(
        BuildError, match=f"mkdocs.yml: “i18n: {told}” can’t be used here; write i18n: languages et, fa; default: et"
    ):
        build_site(project, tmp_path / "site", quiet)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("site_url: ''", "“site_url: ''” can’t be used here; write an address that starts with https://"),
        ("use_directory_urls: false", "“use_directory_urls: false” can’t be used here; write use_directory_urls: true"),
    ],
)
def test_addresses_that_no_link_would_find_are_refused(row: str, told: str, project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    rest = re.sub(f"(?m)^{row.partition(':')[0]}: .*\n", "", config.read_text("utf-8"))
    config.write_text(f"{rest}{row}\n", "utf-8")
    with pytest.raises(BuildError) as caught:
        build_site(project, tmp_path / "site", quiet)
    assert str(caught.value) == f"mkdocs.yml: {told}  (bad-value)"


@pytest.mark.parametrize(("given", "is_told"), [("", True), ("http://10.0.0.1:8000/", False)])
def test_a_site_without_encryption_is_said_to_be_a_preview(given: str, is_told: bool, project: Path, tmp_path: Path) -> None:
    """Its pages offer no PDFs, and devices can’t keep them; of a preview everybody knows."""
    said: list[str] = []
    config = project / "mkdocs.yml"
    config.write_text(re.sub("(?m)^site_url: .*", "site_url: http://intranet.example/", config.read_text("utf-8")), "utf-8")
    build_site(project, tmp_path / "site", said.append, address=given)
    assert (PLAIN in said) == is_told


@pytest.mark.parametrize(
    "row",
    [
        "copyright: 2026-13-01",
        "copyright: !!int x",
        "copyright: !!python/object/apply:len [1]",
        f"extra: {'[' * 3_000}{']' * 3_000}",
    ],
)
def test_a_configuration_that_can_not_be_read_is_told(row: str, project: Path, tmp_path: Path) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"{row}\n")
    with pytest.raises(BuildError, match=r"mkdocs.yml can’t be used \(\w+Error: .*\): mend it"):
        build_site(project, tmp_path / "site", quiet)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are a matter of Unix")
@pytest.mark.parametrize("built", [False, True])
def test_a_configuration_that_is_a_pipe_is_told(built: bool, project: Path, tmp_path: Path) -> None:
    """A pipe gives nothing to read until somebody writes to it."""
    if built:
        build_site(project, tmp_path / "site", quiet)
    (project / "mkdocs.yml").unlink()
    os.mkfifo(project / "mkdocs.yml")
    assert refused(project, tmp_path / "site") == f"{project / 'mkdocs.yml'} is not a file: put a file in its place"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are a matter of Unix")
def test_a_pipe_that_a_configuration_takes_over_is_told(project: Path, tmp_path: Path) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("INHERIT: base/mkdocs.yml\n")
    (project / "base").mkdir()
    (project / "base/mkdocs.yml").write_text("INHERIT: ../pipe.yml\n", "utf-8")
    os.mkfifo(project / "pipe.yml")
    assert refused(project, tmp_path / "site") == f"{project / 'pipe.yml'} is not a file: put a file in its place"


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("INHERIT: mkdocs.yml", "mkdocs.yml can’t be used "),
        ("INHERIT: nowhere.yml", "Inherited config file 'nowhere.yml' does not exist at "),
        ("site_name: [", "MkDocs encountered an error parsing the configuration file: "),
        ("INHERIT: [1]", "mkdocs.yml can’t be used "),
    ],
)
def test_what_is_wrong_with_a_configuration_that_is_taken_over_is_told(
    base: str, told: str, project: Path, tmp_path: Path
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("INHERIT: base.yml\n")
    (project / "base.yml").write_text(f"{base}\n", "utf-8")
    with pytest.raises(BuildError, match=told):
        build_site(project, tmp_path / "site", quiet)


def refused(project: Path, site: Path) -> str:
    """The last line of a build that fails within a minute."""
    command = [sys.executable, "-m", "handbook_cli", "-C", str(project), "build", "--site-dir", str(site)]
    environment = {**os.environ, "PYTHONPATH": "hooks"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert (run.returncode, "Traceback" in run.stderr) == (1, False)
    return run.stderr.splitlines()[-1]


MAKES_ODD_FILES = """
import os

def on_post_build(config):
    {makes}(config.site_dir + "/{name}")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are a matter of Unix")
@pytest.mark.parametrize("makes", ["os.mkfifo", "lambda path: os.symlink('/dev/zero', path)"])
@pytest.mark.parametrize("name", ["x.html", "x.txt"])
def test_a_hook_that_puts_a_pipe_into_the_site_is_told(name: str, makes: str, project: Path, tmp_path: Path) -> None:
    """Devices are told of pages, so they are read; a server would wait for ever on the rest."""
    config = project / "mkdocs.yml"
    (project / "own.py").write_text(MAKES_ODD_FILES.format(makes=f"({makes})", name=name), "utf-8")
    config.write_text(config.read_text("utf-8").replace("\nhooks:\n", "\nhooks:\n  - own.py\n"), "utf-8")
    told = f"{name} in the site is not a file: mend the hook that puts it there"
    assert refused(project, tmp_path / "site") == told
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are a matter of Unix")
@pytest.mark.parametrize("name", ["scripts/x.js", "assets/x.png", "icons/cup.svg"])
def test_a_theme_that_holds_a_pipe_is_told(name: str, root: Path, project: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "overrides", project / "theme")
    config = project / "mkdocs.yml"
    config.write_text(re.sub("custom_dir: .*", "custom_dir: theme", config.read_text("utf-8")), "utf-8")
    (project / "theme" / name).unlink(missing_ok=True)
    os.mkfifo(project / "theme" / name)
    assert refused(project, tmp_path / "site") == f"{project / 'theme' / name} is not a file: put a file in its place"
