"""What is told to translators, owners and readers, whole: the report of a change, the digest of what waits, missing rows."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from golden import GOLDEN, assert_part

from handbook.addresses import Addresses
from handbook.freshness.digest import digest
from handbook.freshness.impact import impact
from handbook.freshness.report import as_markdown, as_tree
from handbook.model.handbook import Handbook
from handbook.read import Reading
from handbook.render.blocks import page_html
from handbook.render.context import PageContext
from handbook.render.feeds import feed, feeds
from handbook_cli.main import main
from handbook_cli.voices import locale
from handbook_io.disk import handbook_in, site_in

LETTERS = GOLDEN / "letters.txt"
ET, FA = "docs/et/playbooks/greet-a-guest.md", "docs/fa/playbooks/greet-a-guest.md"
CHANGES = (
    (ET, "Vaata külalisele otsa.", "Naerata külalisele."),
    (ET, "- [ ] Ütle tere", "- [ ] Kuula. { #listen } [@menu-009]\n- [ ] Ütle tere"),
    (ET, "> Tere tulemast! { #welcome } [@menu-002]\n", "Räägi selgelt. [@menu-002]\n"),
    (FA, "سلام کنید.", "دو بار سلام کنید."),
    ("docs/et/playbooks/stay-safe.md", "reviewed: 2026-11-21", "reviewed: 2026-12-01"),
    ("docs/et/playbooks/stay-safe.md", "Mine ohutusse kohta.", "Mine ohutusse kohta kohe."),
    ("sources/menu.yml", "gist: Look at the guest.", "gist: Smile at the guest."),
    ("sources/claims.yml", "[5, 10]", "[5, 15]"),
    ("glossary/guest.yml", "kohvikusse", "kohvikusse sisse"),
)


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert text.count(old) == 1
    (project / path).write_text(text.replace(old, new), "utf-8")


def run(project: Path, *words: str, day: str = "2026-11-21") -> None:
    result = CliRunner().invoke(main, ["-C", str(project), *words, "--date", day])
    assert result.exit_code == 0, result.output


def handbook_of(reading: Reading) -> Handbook:
    assert reading.handbook
    return reading.handbook


@pytest.fixture
def states(project: Path) -> tuple[Reading, Reading]:
    """The fixture handbook before and after a change that means something to everybody."""
    run(project, "translations", "stamp", "--all")
    run(project, "sources", "review")
    change(project, ET, "Ütle tere.", "Ütle tere 2 korda.")
    before = handbook_in(project)
    for path, old, new in CHANGES:
        change(project, path, old, new)
    shutil.copy(project / ET, project / "docs/et/playbooks/close-up.md")
    run(project, "translations", "stamp", "playbooks/greet-a-guest", "--lang", "fa", "--block", "say-hello", day="2026-12-03")
    return before, handbook_in(project)


def test_the_report_of_a_change(states: tuple[Reading, Reading], project: Path) -> None:
    before, after = states
    found = impact(handbook_of(before), handbook_of(after), before.problems, after.errors)
    assert_part(LETTERS, "report", as_markdown(found, locale(project, handbook_of(after), "en")))
    assert_part(LETTERS, "report as a tree", json.dumps(as_tree(found), ensure_ascii=False, indent=1) + "\n")


def test_the_difference_that_translators_see(states: tuple[Reading, Reading], project: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(project), "diff", "greet-a-guest", "--lang", "fa"])
    assert_part(LETTERS, "diff", result.output)


def test_the_report_of_no_change(states: tuple[Reading, Reading], project: Path) -> None:
    before, _ = states
    found = impact(handbook_of(before), handbook_of(before), before.problems, before.errors)
    assert_part(LETTERS, "report of no change", as_markdown(found, locale(project, handbook_of(before), "en")))


def test_the_status_for_programs(states: tuple[Reading, Reading], project: Path) -> None:
    site = site_in(project, handbook_of(states[1]), Addresses("et"))
    assert_part(LETTERS, "status.json", dict(feeds(site))["status.json"].decode())


@pytest.mark.parametrize("lang", ["et", "fa"])
def test_the_feed_of_changes(lang: str, states: tuple[Reading, Reading], project: Path) -> None:
    site = site_in(project, handbook_of(states[1]), Addresses("et", site_url="https://cafe.example/"))
    assert_part(LETTERS, f"feed {lang}", feed(site, lang) + "\n")


@pytest.mark.parametrize(
    ("lang", "day"), [("et", "2027-03-01"), ("et", "2027-05-05"), ("et", "2027-05-06"), ("fa", "2027-03-01")], ids="-".join
)
def test_the_digest_of_a_language(lang: str, day: str, states: tuple[Reading, Reading], project: Path) -> None:
    """Reviews are told two weeks before they are due."""
    handbook = handbook_of(states[1])
    found = digest(handbook, lang, locale(project, handbook, lang), date.fromisoformat(day))
    assert_part(LETTERS, f"digest {lang} {day}", found)


TABLE = "| Tee | Tass |\n| --- | --- |\n| must | 2 |\n"


@pytest.mark.parametrize("rest", ["", "\nLisa. [@menu-001]\n"], ids=["last", "followed"])
def test_untranslated_rows_wait_for_the_end_of_their_table(rest: str, project: Path) -> None:
    for path in (ET, FA):
        (project / path).write_text(f"{(project / path).read_text('utf-8')}\n{TABLE}{rest}", "utf-8")
    run(project, "translations", "stamp", "--all")
    change(project, ET, TABLE, f"{TABLE}| roheline | 3 |\n| valge | 4 |\n")
    handbook = handbook_of(handbook_in(project))
    page = PageContext(site_in(project, handbook, Addresses("et")), "playbooks/greet-a-guest", "", "fa", "fa")
    found = next(page for page in handbook.pages if page.path == FA)
    html = page_html(found.blocks, page)
    assert_part(LETTERS, f"rows{rest and ' and more'}", html[html.index("<table") :] + "\n")


def test_an_untranslated_box_stands_after_the_untranslated_table_above_it(project: Path) -> None:
    run(project, "translations", "stamp", "--all")
    text = (project / ET).read_text("utf-8")
    (project / ET).write_text(f'{text}\n{TABLE}\n!!! note "Lisa"\n\n    Ka. [@menu-001]\n', "utf-8")
    handbook = handbook_of(handbook_in(project))
    page = PageContext(site_in(project, handbook, Addresses("et")), "playbooks/greet-a-guest", "", "fa", "fa")
    html = page_html(next(page for page in handbook.pages if page.path == FA).blocks, page)
    assert_part(LETTERS, "a table and a box", html[html.index('<div class="hb-missing"') :] + "\n")


def test_the_digest_of_nothing(project: Path) -> None:
    run(project, "translations", "stamp", "--all")
    handbook = handbook_of(handbook_in(project))
    assert digest(handbook, "fa", locale(project, handbook, "fa"), date(2027, 1, 1)) == ""
