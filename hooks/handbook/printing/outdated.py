"""A translated playbook in, what its print has to say about passages that are behind the original out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from handbook.checklist import groups
from handbook.freshness.notes import NOTES
from handbook.freshness.states import Freshness, Pair
from handbook.locale import Locale
from handbook.model.playbook import Block, Playbook

SIGNS = "†‡§"
"""Printers' order of marks for notes; after the last they are doubled."""

Place = tuple[int, str]
"""Line and text of a passage."""


class Note(NamedTuple):
    """What stands at the foot of a text about the passages that bear its mark."""

    mark: str
    text: str


@dataclass(frozen=True)
class Outdated:
    """The passages of a translation that are behind. The notes say when they were translated: no print knows today's date."""

    locale: Locale
    behind: tuple[Pair, ...] = ()

    def among(self, places: Iterable[Place]) -> tuple[Note, ...]:
        """The notes that these passages need, each once."""
        wanted = set(places)
        texts = dict.fromkeys(text for passage, text in self._texts.items() if passage in wanted)
        return tuple(Note(self._marks[text], text) for text in texts)

    def mark(self, passage: Place) -> str:
        """The mark of a passage's note; empty where all is well."""
        text = self._texts.get(passage, "")
        return self._marks[text] if text else ""

    @cached_property
    def missing(self) -> frozenset[Place]:
        """Steps of the original that the translation lacks."""
        return frozenset(_place(pair) for pair in self.behind if pair.state == "missing" and pair.passage.kind == "step")

    @cached_property
    def _texts(self) -> dict[Place, str]:
        found = {}
        for pair in self.behind:
            if pair.state != "missing" or _place(pair) in self.missing:
                since = self.locale.date(pair.entry.since) if pair.entry else ""
                found[_place(pair)] = self.locale.t(NOTES[pair.state], date=since)
        return found

    @cached_property
    def _marks(self) -> dict[str, str]:
        texts = dict.fromkeys(self._texts.values())
        return {text: SIGNS[at % len(SIGNS)] * (at // len(SIGNS) + 1) for at, text in enumerate(texts)}


def outdated(locale: Locale, found: Freshness | None) -> Outdated:
    return Outdated(locale, found.behind if found else ())


def _place(pair: Pair) -> Place:
    return pair.passage.line, pair.passage.text


def place(block: Block) -> Place:
    return block.line, block.text


def completed(playbook: Playbook, found: Freshness | None) -> Playbook:
    """With the original's steps that the translation lacks: each follows what it follows on the checklist's page."""
    if not found or not any(pair.state == "missing" and pair.passage.kind == "step" for pair in found.behind):
        return playbook
    shown = {place(block): block for block in printed(playbook)}
    above = next(iter(shown.values()), None)
    lost: dict[Place, list[Block]] = {}
    for pair in found.pairs:
        if pair.translation and _place(pair) in shown:
            above = shown[_place(pair)]
        elif above and pair.state == "missing" and pair.passage.kind == "step" and pair.passage.block:
            step = pair.passage.block._replace(section=above.section, citations=())
            lost.setdefault(place(above), []).append(step)
    blocks = tuple(each for block in playbook.blocks for each in (block, *lost.get(place(block), ())))
    return replace(playbook, blocks=blocks, known=None)


def printed(playbook: Playbook) -> Iterator[Block]:
    """What a checklist is made of: the headings of its groups, the steps, the warnings."""
    for section in groups(playbook):
        yield section.heading
        yield from (block for block in section.blocks if block.kind == "step" or block.box == "warning")


def matter_places(playbook: Playbook) -> tuple[Place, Place]:
    """Where title and description stand."""
    matter = playbook.matter
    return (playbook.lines.get("title", 1), matter.title), (playbook.lines.get("description", 1), matter.description)
