"""A site in, what its pages show of themselves where a link to them is shared out: one card for each kind of page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handbook.addresses import CARDS, playbook_name, situation_name
from handbook.locale import N_
from handbook.printing.paper import on_paper
from handbook.printing.voice import Voice, voice
from handbook.site import Site
from handbook.typography import typeset

WIDTH, HEIGHT = 1200, 630
"""Pixels; the ratio that https://ogp.me readers expect."""
HOME = "index"
TITLES: Mapping[str, str] = {
    "checklists/index": N_("Checklists"),
    "glossary": N_("Glossary"),
    "terms": N_("Terms in all languages"),
    "sources": N_("Sources"),
}
"""Single pages that have a card of their own (catalogue messages); others show the handbook's."""


class Card(NamedTuple):
    """What a card says."""

    url: str
    """Of its picture, relative to the site's root."""
    voice: Voice
    handbook: str
    kicker: str
    """Above the title."""
    title: str


def card_url(lang: str, name: str, slug: str = "") -> str:
    """The address of a page's card, by the page's name or its playbook; the same for as long as they have theirs."""
    known = bool(slug) or name in TITLES or name.startswith("situations/")
    return _url(lang, (playbook_name(slug) if slug else name) if known else HOME)


def cards(site: Site) -> Iterator[Card]:
    """Every card of every language that there are fonts for."""
    site = on_paper(site)
    for lang in site.handbook.languages:
        yield from _single(site, lang)
        for key, slugs in site.situations[lang].items():
            situation = site.handbook.settings.situations[key]
            yield _card(site, lang, lang, situation_name(key), "", situation.name[lang])
            for slug in slugs:
                playbook = site.playbook(slug, lang)
                yield _card(site, lang, playbook.lang, playbook_name(slug), situation.name[playbook.lang], playbook.matter.title)


def _single(site: Site, lang: str) -> Iterator[Card]:
    settings = site.handbook.settings
    yield _card(site, lang, lang, HOME, settings.description[lang], settings.title[lang])
    for name, title in TITLES.items():
        yield _card(site, lang, lang, name, "", site.locales[lang].t(title))


def _card(site: Site, lang: str, spoken: str, name: str, kicker: str, title: str) -> Card:
    row, own = site.handbook.languages[spoken], voice(site.locales[spoken])
    return Card(_url(lang, name), own, site.handbook.settings.title[spoken], typeset(kicker, row), typeset(title, row))


def _url(lang: str, name: str) -> str:
    return f"{CARDS}{lang}/{name}.png"
