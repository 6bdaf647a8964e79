"""A playbook in, its checklist as a sheet of paper out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.checklist import KINDS, groups
from handbook.freshness.states import Freshness
from handbook.model.playbook import Block, Playbook, Section
from handbook.printing import qr
from handbook.printing.fonts import unwritten
from handbook.printing.outdated import Outdated, completed, matter_places, outdated, place, printed
from handbook.printing.runs import Writer
from handbook.printing.sheet import Group, Line, Part, Sheet, SourceLine, Step
from handbook.printing.version import Stamp, meaning, stamp
from handbook.printing.voice import Voice, voice
from handbook.site import Site

REMINDER = "agree on this in your team"
FOOT_LENGTH = 70
"""Characters of a title in the running foot, which has one line."""
NOT_TRANSLATED = "This page has not been translated yet. You are reading the original in {language}."


def sheet(site: Site, slug: str, lang: str) -> Sheet:
    """The checklist as readers of a language get it: in its original language, with a notice, where it is not translated."""
    playbook = site.playbook(slug, lang)
    locale = site.locales[playbook.lang]
    settings = site.handbook.settings
    hand = _hand(site, playbook)
    writer = hand.writer
    found = hand.groups(playbook)
    seal = _stamp(playbook, found)
    page = site.addresses.absolute(site.checklist_url(slug, playbook.lang))
    return Sheet(
        voice=voice(locale),
        slug=slug,
        title=writer.words(playbook.matter.title),
        handbook=settings.title[playbook.lang],
        situation=settings.situations[playbook.matter.situation].name[playbook.lang],
        description=writer.words(playbook.matter.description),
        use=locale.t(KINDS[playbook.matter.checklist]),
        groups=found,
        facts=(
            locale.t("Version: {version}", version=seal.version),
            locale.t("Reviewed: {date}", date=locale.date(playbook.matter.reviewed)),
            locale.t("Owner: {owner}", owner=settings.owners[playbook.matter.owner].name[playbook.lang]),
        ),
        foot=" · ".join((shortened(playbook.matter.title), locale.t("Version: {version}", version=seal.version))),
        sources_label=locale.t("Sources"),
        sources=_sources(site, playbook),
        scan=locale.t("Is this print still current? Scan the code or open the page:"),
        url=f"{page}#{seal.fragment}",
        link=readable(page),
        qr=qr.picture(f"{page}#{seal.fragment}"),
        qr_alt=locale.t("QR code: opens this checklist on the web and says whether the print is current"),
        fold=locale.t("Fold along the dotted lines, cut along the solid line, then push the ends together."),
        stamp=seal,
        notice=notice(site, playbook, lang),
        mark=next(filter(None, map(hand.outdated.mark, matter_places(playbook))), ""),
        notes=hand.outdated.among((*matter_places(playbook), *map(place, printed(completed(playbook, hand.fresh))))),
    )


def readable(address: str) -> str:
    """The address as people read and type it."""
    return address.partition("://")[2].removesuffix("index.html").removesuffix("/") or address


def stamp_of(site: Site, slug: str, lang: str) -> Stamp:
    """What a print made today would carry: for the page that tells whether an older one is still current."""
    playbook = site.playbook(slug, lang)
    return _stamp(playbook, _hand(site, playbook).groups(playbook))


def shortened(title: str) -> str:
    """As much of a title as fits into the running foot."""
    return title if len(title) <= FOOT_LENGTH else f"{title[:FOOT_LENGTH].rpartition(' ')[0]} …"


def notice(site: Site, playbook: Playbook, lang: str) -> str:
    if playbook.lang == lang:
        return ""
    name = site.locales[lang].language_name(playbook.lang)
    return site.locales[lang].t(NOT_TRANSLATED, language=name)


def _stamp(playbook: Playbook, found: tuple[Group, ...]) -> Stamp:
    steps = [meaning(step.runs) for group in found for step in group.steps]
    return stamp(steps, (playbook.matter.checklist, playbook.matter.title, playbook.matter.description, *_texts(found)))


def _texts(found: tuple[Group, ...]) -> Iterator[str]:
    """Everything that the groups say, line by line, with the steps' ids."""
    for group in found:
        yield f"# {group.title}"
        for part in group.parts:
            yield from (f"{step.id}: {meaning(step.runs)}" for step in part.steps)
            if part.kind == "warning":
                yield f"! {part.title}"
                yield from (meaning(line.runs) for line in part.lines)


class Hand(NamedTuple):
    """What a playbook's steps are written with."""

    fresh: Freshness | None
    outdated: Outdated
    writer: Writer
    of_original: Writer
    original: Voice

    def groups(self, playbook: Playbook) -> tuple[Group, ...]:
        return tuple(self._group(section) for section in groups(completed(playbook, self.fresh)))

    def _group(self, section: Section) -> Group:
        heading = section.heading
        parts = tuple(self._parts(section.blocks))
        return Group(heading.id, self.writer.words(heading.text), parts, self.outdated.mark(place(heading)))

    def _parts(self, blocks: tuple[Block, ...]) -> Iterator[Part]:
        """Steps and warnings in the order in which they are written; what else the section says stays on the web."""
        steps: list[Step] = []
        for at, block in enumerate(blocks):
            if block.kind == "step":
                steps.append(self._step(block))
            elif block.kind == "box" and block.box == "warning":
                if steps:
                    yield Part("steps", tuple(steps))
                    steps = []
                lines = tuple(self._lines(blocks[at + 1 :]))
                yield Part("warning", title=self.writer.words(block.text), lines=lines, mark=self.outdated.mark(place(block)))
        if steps:
            yield Part("steps", tuple(steps))

    def _step(self, block: Block) -> Step:
        mark = self.outdated.mark(place(block))
        if place(block) in self.outdated.missing:
            return Step(block.id, self.of_original.runs(block.text), mark, self.original)
        return Step(block.id, self.writer.runs(block.text), mark)

    def _lines(self, blocks: tuple[Block, ...]) -> Iterator[Line]:
        """What stands in the box that has just been opened."""
        for block in blocks:
            if block.box != "warning" or block.kind == "box":
                return
            kind = "item" if block.kind in ("item", "step") else "text"
            yield Line(kind, self.writer.runs(block.text), self.outdated.mark(place(block)))


def _hand(site: Site, playbook: Playbook) -> Hand:
    found = site.freshness.get((playbook.lang, playbook.name))
    original = found.original.lang if found else playbook.lang
    return Hand(
        fresh=found,
        outdated=outdated(site.locales[playbook.lang], found),
        writer=Writer(site.handbook, playbook.lang, site.locales[playbook.lang].t(REMINDER)),
        of_original=Writer(site.handbook, original, site.locales[original].t(REMINDER)),
        original=voice(site.locales[original]),
    )


def _sources(site: Site, playbook: Playbook) -> tuple[SourceLine, ...]:
    """The sources of the steps, by number."""
    register = site.register
    points = [point for step in playbook.steps for point in step.citations]
    cited = {register.place_of[point].source for point in points if point in register.place_of}
    return source_lines(site, tuple(sorted(cited, key=lambda source: register.numbers[source])), playbook.lang)


def source_lines(site: Site, sources: tuple[str, ...], lang: str) -> tuple[SourceLine, ...]:
    """Sources as a short list for readers of a language: number, author, title, year."""
    return tuple(_source_line(site, source, lang) for source in sources)


def _source_line(site: Site, source: str, lang: str) -> SourceLine:
    entry = site.handbook.sources[source].entry
    parts = (entry.author, entry.title, str(entry.published.year) if entry.published else "")
    speaker = site.locales.get(entry.language) or site.locales[lang]
    said = ", ".join(filter(None, parts))
    if unwritten(speaker.row, said):
        said = source  # of a language that this handbook does not print: its id leads to it on the page of the sources
    return SourceLine(voice(speaker), site.locales[lang].number(site.register.numbers[source]), said)
