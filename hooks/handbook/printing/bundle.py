"""Sheets in, one file with all checklists of a language out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from handbook.printing.composing import readable, sheet
from handbook.printing.sheet import Sheet
from handbook.printing.voice import Voice, voice
from handbook.site import Site


class Chapter(NamedTuple):
    """A situation with its checklists."""

    title: str
    sheets: tuple[Sheet, ...]


class Bundle(NamedTuple):
    voice: Voice
    title: str
    handbook: str
    description: str
    contents: str
    """Heading of the table of contents."""
    facts: tuple[str, ...]
    url: str
    link: str
    chapters: tuple[Chapter, ...]


def bundle(site: Site, lang: str, sheets: Mapping[str, Mapping[str, Sheet]]) -> Bundle:
    """All checklists in the order of situations."""
    locale = site.locales[lang]
    chapters = tuple(_chapters(site, lang, sheets))
    page = site.addresses.absolute(site.addresses.page(lang, "checklists/index"))
    latest = max(site.playbook(slug, lang).matter.reviewed for slug in sheets)
    return Bundle(
        voice=voice(locale),
        title=locale.t("Checklists"),
        handbook=site.handbook.settings.title[lang],
        description=site.handbook.settings.description[lang],
        contents=locale.t("Contents"),
        facts=(locale.t("Reviewed: {date}", date=locale.date(latest)),),
        url=page,
        link=readable(page),
        chapters=chapters,
    )


def _chapters(site: Site, lang: str, sheets: Mapping[str, Mapping[str, Sheet]]) -> list[Chapter]:
    found: dict[str, list[Sheet]] = {}
    for slug, twins in sheets.items():
        playbook = site.playbook(slug, lang)
        if playbook.has_checklist:
            found.setdefault(playbook.matter.situation, []).append(twins.get(lang) or sheet(site, slug, lang))
    situations = site.handbook.settings.situations
    return [Chapter(situations[key].name[lang], tuple(group)) for key, group in found.items()]
