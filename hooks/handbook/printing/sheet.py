"""A checklist as it stands on paper: finished words in their order."""

from __future__ import annotations

from typing import Literal, NamedTuple

from handbook.printing.outdated import Note
from handbook.printing.runs import Run, words
from handbook.printing.version import Stamp
from handbook.printing.voice import Voice


class Step(NamedTuple):
    id: str
    runs: tuple[Run, ...]
    mark: str = ""
    """Of the note that says how its translation is behind."""
    voice: Voice | None = None
    """Of the original's language, where the step is not translated."""

    @property
    def label(self) -> str:
        """Its words alone: the name of the form field."""
        return words(self.runs)


class Line(NamedTuple):
    """A paragraph or an item of a warning."""

    kind: str
    runs: tuple[Run, ...]
    mark: str = ""


class Part(NamedTuple):
    """What a group is made of: steps in a row, or a warning among them."""

    kind: Literal["steps", "warning"]
    steps: tuple[Step, ...] = ()
    title: str = ""
    lines: tuple[Line, ...] = ()
    mark: str = ""


class Group(NamedTuple):
    id: str
    title: str
    parts: tuple[Part, ...]
    mark: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for part in self.parts for step in part.steps)


class SourceLine(NamedTuple):
    """A source that the checklist rests on, in the source's own language."""

    voice: Voice
    number: str
    text: str


class Sheet(NamedTuple):
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
    mark: str = ""
    """Of the note on title or description."""
    notes: tuple[Note, ...] = ()
    """On passages whose translation is behind."""

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for group in self.groups for step in group.steps)
