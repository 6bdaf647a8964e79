"""What people do to a handbook, at random: each edit changes the fixture handbook's folder and keeps it free of mistakes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from click.testing import CliRunner
from paths import ROOT

from handbook_cli.main import main

LANGUAGES = ("et", "fa")
Edit = Callable[[Path, Random], None]


def project(target: Path, cafe: Path) -> Path:
    """A copy of the fixture handbook with a theme of its own and its translations stamped, as a preview, which sets no PDFs."""
    shutil.copytree(cafe, target)
    shutil.copytree(ROOT / "overrides", target / "overrides")
    config = (target / "mkdocs.yml").read_text("utf-8").replace("../../../hooks", f"{ROOT.as_posix()}/hooks")
    config = config.replace("../../../overrides", "overrides").replace("https://cafe.example", "http://127.0.0.1:8000")
    (target / "mkdocs.yml").write_text(config, "utf-8")
    stamped = CliRunner().invoke(main, ["-C", str(target), "translations", "stamp", "--all"])
    assert stamped.exit_code == 0, stamped.output
    return target


def text(project: Path, random: Random) -> None:
    """A new paragraph in an original: its translation says that one is missing."""
    page = random.choice([page for page in _playbooks(project) if "translated_from:" not in page.read_text("utf-8")])
    word = f"{random.choice('aeiou')}{random.randrange(10**6)}".translate(str.maketrans("0123456789", "bcdfghjklm"))
    _change(page, lambda old: f"{old.rstrip()}\n\n{word.capitalize()}.\n")


def title(project: Path, random: Random) -> None:
    page = random.choice(_playbooks(project))
    _change(page, lambda old: re.sub(r"^(title: .*)$", rf"\1 {random.choice('xyz')}", old, count=1, flags=re.MULTILINE))


def add(project: Path, random: Random) -> None:
    """A new playbook in one language, or in both; the other shows it as it was written."""
    name = f"new-{random.randrange(10**6)}"
    for lang in random.choice((("et",), ("et", "fa"))):
        source = (project / f"docs/{lang}/playbooks/stay-safe.md").read_text("utf-8")
        (project / f"docs/{lang}/playbooks/{name}.md").write_text(source, "utf-8")


def delete(project: Path, random: Random) -> None:
    new = sorted({page.name for page in _playbooks(project) if page.name.startswith("new-")})
    for page in _playbooks(project) if new else ():
        if page.name == new[0]:
            page.unlink()


def untranslate(project: Path, random: Random) -> None:
    translations = [page for page in _playbooks(project) if "translated_from:" in page.read_text("utf-8")]
    if translations:
        random.choice(translations).unlink()


def rename(project: Path, random: Random) -> None:
    new = sorted({page.name for page in _playbooks(project) if page.name.startswith("new-")})
    other = f"new-{random.randrange(10**6)}"
    for page in _playbooks(project):
        if new and page.name == new[-1]:
            content = page.read_text("utf-8")
            if "aliases:" not in content:
                page.write_text(content.replace("review_in:", f"aliases: [{page.stem}]\nreview_in:", 1), "utf-8")
            page.rename(page.with_stem(other))


def move(project: Path, random: Random) -> None:
    """A former address of a playbook: every page knows where its readers' pins have gone."""
    page, name = random.choice(_playbooks(project)), f"former-{random.randrange(10**6)}"
    for twin in _playbooks(project):
        if twin.name == page.name:
            _change(twin, lambda old: re.sub("aliases: .*\n", "", old).replace("review_in:", f"aliases: [{name}]\nreview_in:", 1))


def term(project: Path, random: Random) -> None:
    often = random.choice(("sageli", "harva"))
    _change(project / "glossary/guest.yml", lambda old: old.replace("kes tuleb", f"kes {often} tuleb", 1))


def source(project: Path, random: Random) -> None:
    _change(project / "sources/menu.yml", lambda old: old.replace("title: Menüü", f"title: {random.choice('ABC')} menüü", 1))


def template(project: Path, random: Random) -> None:
    part = project / "overrides/partials" / random.choice(("footer.html", "menu.html", "facts.html"))
    _change(part, lambda old: f"{old}<!-- {random.randrange(10**6)} -->\n")


def settings(project: Path, random: Random) -> None:
    comes = random.choice(("astub", "tuleb"))
    _change(project / "handbook.yml", lambda old: old.replace("Külaline tuleb", f"Külaline {comes} sisse"))


def config(project: Path, random: Random) -> None:
    _change(project / "mkdocs.yml", lambda old: re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{random.randrange(8000, 9000)}", old))


def catalogue(project: Path, random: Random) -> None:
    letter = random.choice("xyz")
    _change(project / "catalogues/et.po", lambda old: re.sub('msgstr "Avaleht.*"', f'msgstr "Avaleht {letter}"', old))


def _playbooks(project: Path) -> list[Path]:
    return [page for lang in LANGUAGES for page in sorted((project / f"docs/{lang}/playbooks").glob("*.md"))]


def _change(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


EDITS: tuple[Edit, ...] = (
    text, title, add, text, rename, untranslate, move, term, source, add, template, settings, delete, config, catalogue, text,
)  # fmt: skip
"""Every kind of edit, those that pages see most of more than once; in an order in which each finds something to do."""
