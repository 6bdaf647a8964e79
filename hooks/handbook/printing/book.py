"""A site in, the whole handbook of one language as a book out: playbooks, glossary, sources, index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from handbook.checklist import KINDS
from handbook.diagrams import diagram
from handbook.model.concept import Concept
from handbook.model.playbook import Playbook
from handbook.printing.composing import REMINDER, notice, readable, source_lines
from handbook.printing.outdated import Note, matter_places, outdated, place
from handbook.printing.pieces import Composer, Piece
from handbook.printing.runs import Writer
from handbook.printing.sheet import SourceLine
from handbook.printing.voice import Voice, voice
from handbook.site import Site

GLOSSARY = "glossary"
"""Prefix of the labels of glossary entries."""


class Chapter(NamedTuple):
    """A playbook."""

    voice: Voice
    label: str
    number: str
    """By which other playbooks refer to it."""
    title: str
    description: str
    facts: tuple[str, ...]
    notice: str
    mark: str
    """Of the note on title or description."""
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    """On passages whose translation is behind."""


class Part(NamedTuple):
    """A situation with its playbooks."""

    title: str
    chapters: tuple[Chapter, ...]


class TermElsewhere(NamedTuple):
    voice: Voice
    text: str


class TermEntry(NamedTuple):
    label: str
    term: str
    definition: str
    notes: tuple[str, ...]
    elsewhere: tuple[TermElsewhere, ...]
    """The same in the other languages."""


class Letter(NamedTuple):
    letter: str
    entries: tuple[TermEntry, ...]


class IndexEntry(NamedTuple):
    term: str
    main: str
    """Label of its glossary entry."""
    uses: tuple[str, ...]
    """Labels of the sections that name it."""


class IndexLetter(NamedTuple):
    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    voice: Voice
    handbook: str
    title: str
    description: str
    contents: str
    facts: tuple[str, ...]
    url: str
    link: str
    parts: tuple[Part, ...]
    glossary_title: str
    glossary: tuple[Letter, ...]
    sources_title: str
    sources: tuple[SourceLine, ...]
    index_title: str
    index: tuple[IndexLetter, ...]


def book(site: Site, lang: str) -> Book:
    locale = site.locales[lang]
    settings = site.handbook.settings
    home = site.addresses.absolute(site.addresses.page(lang, "index"))
    latest = max(site.playbook(slug, lang).matter.reviewed for slug in site.handbook.playbooks)
    terms = _by_letter(site, lang)
    return Book(
        voice=voice(locale),
        handbook="",
        title=settings.title[lang],
        description=settings.description[lang],
        contents=locale.t("Contents"),
        facts=(locale.t("Reviewed: {date}", date=locale.date(latest)),),
        url=home,
        link=readable(home),
        parts=tuple(_parts(site, lang)),
        glossary_title=locale.t("Glossary"),
        glossary=tuple(Letter(letter, tuple(_entry(site, lang, c) for c in concepts)) for letter, concepts in terms),
        sources_title=locale.t("Sources"),
        sources=source_lines(site, tuple(site.handbook.sources), lang),
        index_title=locale.t("Index"),
        index=tuple(IndexLetter(letter, tuple(_index(site, lang, c) for c in concepts)) for letter, concepts in terms),
    )


def _parts(site: Site, lang: str) -> Iterator[Part]:
    """Playbooks follow each other by situation already."""
    playbooks = [site.playbook(slug, lang) for slug in site.handbook.playbooks]
    for situation, found in groupby(playbooks, key=lambda playbook: playbook.matter.situation):
        yield Part(site.handbook.settings.situations[situation].name[lang], tuple(_chapter(site, lang, p) for p in found))


def _chapter(site: Site, lang: str, playbook: Playbook) -> Chapter:
    locale = site.locales[playbook.lang]
    matter = playbook.matter
    owner = site.handbook.settings.owners[matter.owner].name[playbook.lang]
    writer = Writer(
        site.handbook,
        playbook.lang,
        locale.t(REMINDER),
        target=lambda address: _target(site, playbook, address),
        number=lambda target: _number(site, playbook.lang, target),
    )
    late = outdated(locale, site.freshness.get((playbook.lang, playbook.name)))
    composer = Composer(
        writer,
        numbers=lambda points: _numbers(site, playbook.lang, points),
        mark=lambda block: late.mark(place(block)),
        diagram=lambda name: diagram(name, locale),
        prefix=playbook.slug,
    )
    use = (locale.t(KINDS[matter.checklist]),) if playbook.has_checklist else ()
    return Chapter(
        voice=voice(locale),
        label=playbook.slug,
        number=_number(site, playbook.lang, f"#{playbook.slug}"),
        title=writer.words(matter.title),
        description=writer.words(matter.description),
        facts=(
            *use,
            locale.t("Reviewed: {date}", date=locale.date(matter.reviewed)),
            locale.t("Owner: {owner}", owner=owner),
        ),
        notice=notice(site, playbook, lang),
        mark=next(filter(None, map(late.mark, matter_places(playbook))), ""),
        pieces=tuple(composer.pieces(tuple(playbook.blocks))),
        notes=late.among((*matter_places(playbook), *map(place, playbook.blocks))),
    )


def _target(site: Site, playbook: Playbook, address: str) -> str:
    """Inside the book where the book has the place; otherwise the address itself, if it is a whole one."""
    page, _, anchor = address.partition("#")
    if "://" in address or ":" in page:
        return address
    slug = page.rpartition("/")[2].removesuffix(".md") or playbook.slug
    if slug not in site.handbook.playbooks:
        return ""
    headings = {block.id for block in site.playbook(slug, playbook.lang).blocks if block.kind == "heading"}
    return f"#{slug}--{anchor}" if anchor in headings else f"#{slug}"


def _number(site: Site, lang: str, target: str) -> str:
    """The number of the playbook in which a place inside the book lies; empty for the web."""
    slug = target.removeprefix("#").partition("--")[0]
    return site.locales[lang].number(list(site.handbook.playbooks).index(slug) + 1) if target.startswith("#") else ""


def _numbers(site: Site, lang: str, points: tuple[str, ...]) -> str:
    register = site.register
    found = {register.place_of[point].number for point in points if point in register.place_of}
    return ", ".join(site.locales[lang].number(number) for number in sorted(found))


def _by_letter(site: Site, lang: str) -> tuple[tuple[str, tuple[Concept, ...]], ...]:
    collation = site.collation(lang)
    groups = groupby(site.headwords[lang], key=lambda concept: collation.letter(concept.term(lang).preferred))
    return tuple((letter, tuple(concepts)) for letter, concepts in groups)


def _entry(site: Site, lang: str, concept: Concept) -> TermEntry:
    term = concept.term(lang)
    locale = site.locales[lang]
    notes = [term.note] if term.note else []
    notes += [f"{locale.t('Also')}: {', '.join(term.admitted)}"] if term.admitted else []
    notes += [f"{locale.t('Avoid')}: {', '.join(term.deprecated)}"] if term.deprecated else []
    others = [code for code in concept.entry.languages if code != lang and code in site.locales]
    return TermEntry(
        label=f"{GLOSSARY}--{concept.id}",
        term=term.preferred,
        definition=locale.typeset(term.definition),
        notes=tuple(map(locale.typeset, notes)),
        elsewhere=tuple(TermElsewhere(voice(site.locales[code]), concept.term(code).preferred) for code in others),
    )


def _index(site: Site, lang: str, concept: Concept) -> IndexEntry:
    uses = site.uses[lang].get(concept.id, ())
    labels = dict.fromkeys(f"{use.slug}--{use.section}" if use.section else use.slug for use in uses)
    return IndexEntry(concept.term(lang).preferred, f"{GLOSSARY}--{concept.id}", tuple(labels))
