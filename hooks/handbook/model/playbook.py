"""Playbooks: front matter and the blocks that a page is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from handbook.model.kinds import ALIAS, KEY, PERIOD, TEMPLATE, Help

ChecklistKind = Literal["read-do", "do-confirm", "none"]
BlockKind = Literal["heading", "paragraph", "step", "phrase", "item", "numbered", "row", "box", "figure"]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The lines between the two --- at the top of a playbook."""

    title: Annotated[str, Help("the playbook's name")]
    description: Annotated[str, Help("when to open it: the situation, in one sentence")]
    situation: Annotated[str, KEY, Help("a key of situations in handbook.yml")]
    checklist: Annotated[ChecklistKind, Help("read-do: read a step, do it; do-confirm: do, then confirm; or none")]
    owner: Annotated[str, KEY, Help("a key of owners in handbook.yml")]
    reviewed: Annotated[date, Help("when a person last checked the page, YYYY-MM-DD")]
    review_in: Annotated[str, PERIOD, Help("how long the review holds, for example 6 months")]
    aliases: Annotated[
        tuple[Annotated[str, ALIAS], ...], Help("former slugs, and former-id=present-id: old addresses keep working")
    ] = ()
    translated_from: Annotated[str, KEY, Help("on translations only: the original's language")] = ""
    unlinked: Annotated[
        tuple[Annotated[str, KEY], ...], Help("ids of concepts whose terms are not linked on this page; all: none is")
    ] = ()
    asked: Annotated[
        Mapping[Annotated[str, KEY], tuple[str, ...]], Help("section id → how staff would ask for it; found by search, not shown")
    ] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PageMatter:
    """The front matter of any other hand-written page."""

    title: Annotated[str, Help("the page's name")]
    description: Annotated[str, Help("what it is about, in one sentence")]
    template: Annotated[str, TEMPLATE, Help("a template in overrides/")] = ""
    translated_from: Annotated[str, KEY, Help("on translations only: the original's language")] = ""


class Block(NamedTuple):
    """The smallest piece of a page that is written, cited and translated as one. There are tens of thousands."""

    kind: BlockKind
    line: int
    text: str
    """Inline Markdown, without id and citations. Variants of a phrase are separated by a line break."""
    id: str = ""
    level: int = 0
    """Of a heading: 2 or 3."""
    section: str = ""
    """Id of the nearest heading above; empty before the first."""
    citations: tuple[str, ...] = ()
    """Ids of the source points that it rests on, in the order written."""
    box: str = ""
    """The kind of the box that it stands in: note or warning."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks beneath it, up to the next heading."""

    heading: Block
    blocks: tuple[Block, ...]

    @property
    def steps(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind == "step")

    @property
    def points(self) -> tuple[str, ...]:
        """Ids of the points cited in it, each once."""
        return tuple(dict.fromkeys(point for block in self.blocks for point in block.citations))


@dataclass(frozen=True, slots=True)
class Outline:
    """What other pages and the register rest on: enough for all that does not show the page's text."""

    count: int
    """How many blocks it has."""
    steps: int
    groups: int
    """Sections that hold steps."""
    ids: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    """(id, inline Markdown), in order."""
    citations: tuple[tuple[str, str], ...]
    """(section, point), each once, in order."""

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> Outline:
        found = tuple(blocks)
        steps = [block for block in found if block.kind == "step"]
        return cls(
            count=len(found),
            steps=len(steps),
            groups=len({block.section for block in steps if block.section}),
            ids=tuple(block.id for block in found if block.id),
            headings=tuple((block.id, block.text) for block in found if block.kind == "heading"),
            citations=tuple(dict.fromkeys((block.section, point) for block in found for point in block.citations)),
        )


@dataclass(frozen=True)
class Page:
    """A hand-written page in one language; a playbook where `matter` is a FrontMatter."""

    path: str
    lang: str
    name: str
    """Path inside the language's folder, without .md: the same in every language."""
    matter: FrontMatter | PageMatter
    lines: dict[str, int] = field(hash=False)
    """Front-matter key → line, for messages."""
    blocks: Sequence[Block]
    known: Outline | None = field(default=None, compare=False, repr=False)
    """The outline, where it is known without the blocks."""

    @cached_property
    def outline(self) -> Outline:
        return self.known or Outline.of(self.blocks)

    @property
    def slug(self) -> str:
        return self.name.rpartition("/")[2]

    @property
    def ids(self) -> Iterator[Block]:
        return (block for block in self.blocks if block.id)


@dataclass(frozen=True)
class Playbook(Page):
    """What to do in one kind of situation, in one language."""

    matter: FrontMatter

    @cached_property
    def lead(self) -> tuple[Block, ...]:
        """The blocks before the first heading."""
        return tuple(block for block in self.blocks if not block.section and block.kind != "heading")

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        beneath: dict[str, list[Block]] = {}
        for block in self.blocks:
            if block.kind != "heading":
                beneath.setdefault(block.section, []).append(block)
        return tuple(Section(block, tuple(beneath.get(block.id, ()))) for block in self.blocks if block.kind == "heading")

    @cached_property
    def steps(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.kind == "step")

    @cached_property
    def points(self) -> tuple[str, ...]:
        """Ids of the points cited in it, each once."""
        return tuple(dict.fromkeys(point for block in self.blocks for point in block.citations))

    @property
    def former_slugs(self) -> tuple[str, ...]:
        """Slugs that the playbook had before."""
        return tuple(alias for alias in self.matter.aliases if "=" not in alias)

    @cached_property
    def former_ids(self) -> dict[str, tuple[str, ...]]:
        """Present id → the ids that it had before."""
        found: dict[str, tuple[str, ...]] = {}
        for old, mark, new in (alias.partition("=") for alias in self.matter.aliases):
            if mark:
                found[new] = (*found.get(new, ()), old)
        return found

    @cached_property
    def has_checklist(self) -> bool:
        return self.matter.checklist != "none" and self.outline.steps > 0
