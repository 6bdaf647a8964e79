"""Links by which readers mend a page: right file, right place, and nothing where nothing is configured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from built import BuiltSite
from paths import CAFE

from handbook.pageview import PageView
from handbook.pageview.care import Report, edit_url, reports
from handbook.site import Site

FORGE = "https://forge.example/cafe/"


def view(site: Site, lang: str, kind: str, report_url: str) -> PageView:
    settings = replace(site.handbook.settings, report_url=report_url)
    made = replace(site, handbook=replace(site.handbook, settings=settings))
    slug = "handle-a-complaint"
    title = site.playbook(slug, lang).matter.title
    return PageView(made, lang, f"{kind}s/{slug}", kind, title, "", lang, slug)


def asked(report: Report) -> dict[str, str]:
    return {key: value for key, (value,) in parse_qs(urlsplit(report.href).query).items()}


def places(found: tuple[Report, ...]) -> list[Report]:
    return [report for one in found for report in (one, *places(one.inside))]


def test_an_issue_form_is_filled_in(handbook_site: Site) -> None:
    found = places(reports(view(handbook_site, "pl", "checklist", "https://forge.example/issues/new")))
    step = next(asked(report) for report in found if "#listen" in asked(report)["title"])
    assert step == {
        "template": "problem.pl.yml",
        "title": f"[pl] {handbook_site.playbook('handle-a-complaint', 'pl').matter.title} #listen",
        "page": "https://handbook.example/pl/checklists/handle-a-complaint/#listen",
        "block": step["block"],
        "lang": "pl",
    }
    assert step["block"].startswith("#listen – ")


def test_a_mail_is_written(handbook_site: Site) -> None:
    whole, *found = places(reports(view(handbook_site, "fi", "playbook", "mailto:team@example.org")))
    assert urlsplit(whole.href).path == "team@example.org"
    mail = next(asked(report) for report in found if "#listen" in asked(report)["subject"])
    assert mail["subject"].startswith("[fi] ")
    assert "https://handbook.example/fi/playbooks/handle-a-complaint/#listen\r\n" in mail["body"]
    assert mail["body"].endswith("Kieli: fi\r\n\r\nMikä on vialla?\r\n")


@pytest.mark.parametrize(
    ("report_url", "start", "end", "absent"),
    [
        (
            "https://x.example/new?a=b#frag",
            "https://x.example/new?a=b&template=problem.en.yml&title=",
            "&lang=en#frag",
            "template=&",
        ),
        ("https://x.example/new?template=own.yml", "https://x.example/new?template=own.yml&title=", "&lang=en", "problem.en.yml"),
        ("https://x.example/new?", "https://x.example/new?template=problem.en.yml&title=", "&lang=en", "?&"),
        ("mailto:a@b.example?Subject=x", "mailto:a@b.example?Subject=x&body=Page%3A%20", "wrong%3F%0D%0A", "&subject="),
    ],
)
def test_what_an_address_says_itself_stays(report_url: str, start: str, end: str, absent: str, handbook_site: Site) -> None:
    whole, *_ = reports(view(handbook_site, "en", "playbook", report_url))
    assert whole.href.startswith(start)
    assert whole.href.endswith(end)
    assert absent not in whole.href


@pytest.mark.parametrize("lang", ["en", "fi", "pl", "kk"])
def test_every_step_and_section_can_be_reported(handbook_site: Site, lang: str) -> None:
    page = view(handbook_site, lang, "playbook", "https://forge.example/issues/new?labels=x")
    found = {asked(report).get("block", "").partition(" ")[0] for report in places(reports(page))}
    assert page.playbook
    assert found == {"", *(f"#{block.id}" for block in page.playbook.ids if block.kind in ("heading", "step", "phrase"))}


def test_nothing_shows_until_it_is_configured(handbook_site: Site, site: Path) -> None:
    assert reports(view(handbook_site, "en", "playbook", "")) == ()
    assert edit_url("", "docs/en/index.md") == ""
    assert 'class="hb-care"' not in (site / "playbooks/handle-a-complaint/index.html").read_text("utf-8")


def test_edit_links_open_the_file_that_a_page_is_made_from(cafe: Path) -> None:
    pages = BuiltSite(cafe).pages
    edits = {url: [href for _, href in page.links if href.startswith(f"{FORGE}edit/")] for url, page in pages.items()}
    files = {url: [href.removeprefix(f"{FORGE}edit/main/") for href in hrefs] for url, hrefs in edits.items()}
    assert [file for found in files.values() for file in found if not (CAFE / file).is_file()] == []
    assert files["playbooks/greet-a-guest/"] == files["checklists/greet-a-guest/"] == ["docs/et/playbooks/greet-a-guest.md"]
    assert files["fa/"] == ["docs/fa/index.md"]
    assert files["playbooks/pour-tea/"] == files["fa/playbooks/pour-tea/"] == ["docs/fa/playbooks/pour-tea.md"]
    assert files["glossary/"] == ["glossary/guest.yml"]
    assert files["claims/"] == ["sources/claims.yml"]


def test_reports_work_without_scripts(cafe: Path) -> None:
    page = BuiltSite(cafe).pages["fa/checklists/greet-a-guest/"]
    found = [href for _, href in page.links if href.startswith(f"{FORGE}issues/new?")]
    assert any("%23look" in href and "template=problem.fa.yml" in href for href in found)
