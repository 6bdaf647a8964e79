"""A playbook in, its checklist as a sheet of paper out: finished words in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from handbook.locale import Locale
from handbook.model.playbook import Block, Playbook, Section
from handbook.printing import qr
from handbook.printing.fonts import families
from handbook.printing.runs import Run, Writer
from handbook.printing.version import Stamp, meaning, stamp
from handbook.render.checklists import KINDS, groups
from handbook.site import Site

REMINDER = "agree on this in your team"
PAGES = {"latn": "1/1", "arab": "١/١", "arabext": "۱/۱"}
"""CLDR numbering system → page x of y, as Typst counts."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language stands on paper."""

    lang: str
    rtl: bool
    fonts: tuple[str, ...]
    pages: str
    """Pattern of page x of y."""


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    runs: tuple[Run, ...]
    label: str
    """Its words alone: the name of the form field."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or an item of a warning."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a group is made of: steps in a row, or a warning among them."""

    kind: Literal["steps", "warning"]
    steps: tuple[Step, ...] = ()
    title: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    title: str
    parts: tuple[Part, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for part in self.parts for step in part.steps)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source that the checklist rests on, in the source's own language."""

    voice: Voice
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist in one language. Every word is ready to be set."""

    voice: Voice
    slug: str
    title: str
    handbook: str
    situation: str
    description: str
    use: str
    """How to work with such a checklist."""
    groups: tuple[Group, ...]
    facts: tuple[str, ...]
    """Version, review, owner."""
    foot: str
    sources_label: str
    sources: tuple[SourceLine, ...]
    scan: str
    """What the QR code is for."""
    url: str
    link: str
    """The address as people read it; beneath the QR code."""
    qr: tuple[int, ...]
    """The bytes of a picture."""
    qr_alt: str
    fold: str
    """How a sheet becomes a pocket booklet."""
    stamp: Stamp
    notice: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for group in self.groups for step in group.steps)


def voice(locale: Locale) -> Voice:
    """A language's row as the templates need it."""
    return Voice(
        locale.lang,
        locale.row.direction == "rtl",
        families(locale.row),
        PAGES.get(locale.babel.default_numbering_system, PAGES["latn"]),
    )


def sheet(site: Site, slug: str, lang: str) -> Sheet:
    """The checklist as readers of a language get it: in its original language, with a notice, where it is not translated."""
    playbook = site.playbook(slug, lang)
    locale = site.locales[playbook.lang]
    settings = site.handbook.settings
    writer = Writer(site.handbook, playbook.lang, locale.t(REMINDER))
    found = tuple(_group(section, writer) for section in groups(playbook))
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
        foot=" · ".join((playbook.matter.title, locale.t("Version: {version}", version=seal.version))),
        sources_label=locale.t("Sources"),
        sources=tuple(_sources(site, playbook)),
        scan=locale.t("Is this print still current? Scan the code or open the page:"),
        url=f"{page}#{seal.fragment}",
        link=readable(page),
        qr=qr.picture(f"{page}#{seal.fragment}"),
        qr_alt=locale.t("QR code: opens this checklist on the web and says whether the print is current"),
        fold=locale.t("Fold along the dotted lines, cut along the solid line, then push the ends together."),
        stamp=seal,
        notice=_notice(site, playbook, lang),
    )


def readable(address: str) -> str:
    """The address as people read and type it."""
    return address.partition("://")[2].removesuffix("index.html").removesuffix("/") or address


def _notice(site: Site, playbook: Playbook, lang: str) -> str:
    if playbook.lang == lang:
        return ""
    name = site.locales[lang].babel.languages.get(playbook.lang, playbook.lang)
    return site.locales[lang].t("This page has not been translated yet. You are reading the original in {language}.", language=name)


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


def _group(section: Section, writer: Writer) -> Group:
    return Group(section.heading.id, writer.words(section.heading.text), tuple(_parts(section.blocks, writer)))


def _parts(blocks: tuple[Block, ...], writer: Writer) -> Iterator[Part]:
    """Steps and warnings in the order in which they are written; what else the section says stays on the web."""
    steps: list[Step] = []
    for at, block in enumerate(blocks):
        if block.kind == "step":
            steps.append(Step(block.id, writer.runs(block.text), writer.words(block.text)))
        elif block.kind == "box" and block.box == "warning":
            if steps:
                yield Part("steps", tuple(steps))
                steps = []
            yield Part("warning", title=writer.words(block.text), lines=tuple(_lines(blocks[at + 1 :], writer)))
    if steps:
        yield Part("steps", tuple(steps))


def _lines(blocks: tuple[Block, ...], writer: Writer) -> Iterator[Line]:
    """What stands in the box that has just been opened."""
    for block in blocks:
        if block.box != "warning" or block.kind == "box":
            return
        yield Line("item" if block.kind in ("item", "step") else "text", writer.runs(block.text))


def _sources(site: Site, playbook: Playbook) -> Iterator[SourceLine]:
    """The sources of the steps, by number."""
    register = site.register
    points = [point for step in playbook.steps for point in step.citations]
    cited = {register.place_of[point].source for point in points if point in register.place_of}
    for source in sorted(cited, key=lambda source: register.numbers[source]):
        entry = site.handbook.sources[source].entry
        locale = site.locales.get(entry.language) or site.locales[playbook.lang]
        parts = (entry.author, entry.title, str(entry.published.year) if entry.published else "")
        yield SourceLine(voice(locale), site.locales[playbook.lang].number(register.numbers[source]), ", ".join(filter(None, parts)))
