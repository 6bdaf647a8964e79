"""A playbook's blocks in, the pieces of a book's chapter out: what belongs together is one piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from handbook.diagrams import DIAGRAM, Diagram
from handbook.model.playbook import Block
from handbook.printing.runs import Run, Writer
from handbook.scan import inline

LISTS = {"step": "steps", "item": "items", "numbered": "numbered", "phrase": "phrases", "row": "table"}
"""Kinds of blocks whose neighbours of the same kind make one piece."""


class Entry(NamedTuple):
    """One paragraph, item, step, phrase or row."""

    cells: tuple[tuple[Run, ...], ...]
    """One text; a phrase has its variants, a row its columns."""
    sources: str
    """Numbers of the sources that it rests on."""
    mark: str = ""
    """Of the note that says how its translation is behind."""


class Piece(NamedTuple):
    """A heading, a paragraph, a list, a table or a box."""

    kind: str
    entries: tuple[Entry, ...] = ()
    title: str = ""
    label: str = ""
    level: int = 0
    mark: str = ""
    pieces: tuple[Piece, ...] = ()
    """What stands in a box."""
    diagram: Diagram | None = None


SPLIT: Mapping[str, Callable[[str], Iterable[str]]] = {"phrase": lambda text: text.split("\n"), "row": inline.cells}


class Composer(NamedTuple):
    """What a chapter's blocks are written with."""

    writer: Writer
    numbers: Callable[[tuple[str, ...]], str]
    """Citations → numbers of sources."""
    mark: Callable[[Block], str]
    diagram: Callable[[str], Diagram]
    prefix: str
    """Makes a heading's id unique in the book."""

    def pieces(self, blocks: tuple[Block, ...]) -> Iterator[Piece]:
        at = 0
        while at < len(blocks):
            block = blocks[at]
            end = at + 1
            if block.kind == "heading":
                label = f"{self.prefix}--{block.id}"
                yield Piece("heading", title=self.writer.words(block.text), label=label, level=block.level, mark=self.mark(block))
            elif block.kind == "box":
                while end < len(blocks) and blocks[end].box == block.box and blocks[end].kind != "box":
                    end += 1
                inner = tuple(self._flat(blocks[at + 1 : end]))
                yield Piece(block.box, title=self.writer.words(block.text), mark=self.mark(block), pieces=inner)
            elif block.kind == "figure":
                name = inline.PLACEHOLDER.sub(r"\1.\2", block.text)
                if name.startswith(DIAGRAM):
                    yield Piece("figure", diagram=self.diagram(name))
            else:
                while end < len(blocks) and not blocks[end].box and blocks[end].kind not in ("heading", "box", "figure"):
                    end += 1
                yield from self._flat(blocks[at:end])
            at = end

    def _flat(self, blocks: tuple[Block, ...]) -> Iterator[Piece]:
        for kind, group in groupby(blocks, key=lambda block: LISTS.get(block.kind, "")):
            entries = tuple(Entry(tuple(self._cells(b)), self.numbers(b.citations), self.mark(b)) for b in group)
            if kind:
                yield Piece(kind, entries)
            else:
                yield from (Piece("paragraph", (entry,)) for entry in entries)

    def _cells(self, block: Block) -> Iterator[tuple[Run, ...]]:
        for text in SPLIT[block.kind](block.text) if block.kind in SPLIT else (block.text,):
            yield self.writer.runs(text.strip())
