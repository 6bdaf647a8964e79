"""Home, menu and neighbours stay short however many playbooks a situation has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paths import CAFE

from handbook.addresses import Addresses
from handbook.menu import Entry, Menu, entries, opened
from handbook.pageview import PageView
from handbook.render.situations import situations
from handbook.site import Site
from handbook_io.disk import handbook_in, site_in


@pytest.fixture(scope="module")
def large() -> Site:
    """The fixture handbook with a hundred playbooks more, all for one situation, in its first language only."""
    handbook = handbook_in(CAFE).handbook
    assert handbook is not None
    page = handbook.playbooks["greet-a-guest"]["et"]
    names = [f"playbooks/more-{number:03}" for number in range(100)]
    more = tuple(replace(page, path=f"docs/et/{name}.md", name=name) for name in names)
    return site_in(CAFE, replace(handbook, pages=(*handbook.pages, *more)), Addresses("et"))


def view(site: Site, name: str, kind: str, slug: str = "") -> PageView:
    return PageView(site, "et", name, kind, "…", "…", "et", slug)


def test_a_card_shows_the_first_playbooks_and_how_many_there_are(large: Site) -> None:
    (card,) = view(large, "index", "home").cards
    assert (card.count, len(card.links), card.href) == (103, 4, "situations/guest/")


def test_the_situations_page_lists_them_all_in_every_language(large: Site) -> None:
    for lang in ("et", "fa"):
        (page,) = situations(large, lang)
        assert page.name == "situations/guest"
        assert page.html.count('class="hb-card"') == 103
        first = "; ".join(large.playbook(slug, lang).matter.title for slug in large.situations[lang]["guest"][:4])
        assert page.description == f"What to do and say: {first}"


def test_the_menu_opens_only_the_situation_that_the_reader_is_in(large: Site) -> None:
    listed = tuple(entries(large, "et", lambda name: "Sõnastik", {"glossary"}))
    assert [entry.title for entry in listed] == ["Avaleht", "Playbooks", "Sõnastik"]
    assert [len(entry.children) for entry in opened(listed, "")[1].children] == [0]
    assert [len(entry.children) for entry in opened(listed, "guest")[1].children] == [103]


def test_the_menu_marks_the_page_itself() -> None:
    rendered: list[str] = []

    def render(entries: tuple[Entry, ...], root: str) -> str:
        rendered.append(root)
        return f'<details><a href="{root}situations/guest/"></a></details><a href="{root}glossary/"></a>'

    menu = Menu((), render)
    here = '<details open><a href="../../situations/guest/" aria-current="page"></a></details><a href="../../glossary/"></a>'
    assert menu.html("situations/guest/", "guest", is_home=False) == here
    assert menu.html("situations/guest/", "guest", is_home=False) == here
    assert menu.html("glossary/", "", is_home=False).startswith("<details><a")
    assert rendered == ["../../", "../"]


def test_a_playbook_has_few_neighbours(large: Site) -> None:
    found = view(large, "playbooks/more-098", "playbook", "more-098").neighbours
    assert [link.slug for link in found] == ["more-099", "pour-tea", "greet-a-guest", "more-000", "more-001"]


def test_a_neighbour_that_the_page_leads_to_is_not_told_again(handbook_site: Site) -> None:
    page = PageView(handbook_site, "en", "checklists/communicate-clearly", "checklist", "…", "…", "en", "communicate-clearly")
    assert "communicate-assertively" in [link.slug for link in page.next_steps]
    assert [link.slug for link in page.neighbours] == ["give-feedback-and-take-criticism"]
