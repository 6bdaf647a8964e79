"""A playbook's blocks in, the pieces of a book's chapter out: what belongs together is one piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from handbook.model.playbook import Block
from handbook.printing.runs import Run, Writer

LISTS = {"step": "steps", "item": "items", "numbered": "numbered", "phrase": "phrases", "row": "table"}
"""Kinds of blocks whose neighbours of the same kind make one piece."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph, item, step, phrase or row."""

    cells: tuple[tuple[Run, ...], ...]
    """One text; a phrase has its variants, a row its columns."""
    sources: str
    """Numbers of the sources that it rests on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph, a list, a table or a box."""

    kind: str
    entries: tuple[Entry, ...] = ()
    title: str = ""
    label: str = ""
    level: int = 0
    pieces: tuple[Piece, ...] = ()
    """What stands in a box."""


def pieces(blocks: Iterable[Block], writer: Writer, numbers: Callable[[tuple[str, ...]], str], prefix: str) -> tuple[Piece, ...]:
    """`numbers` turns citations into source numbers; `prefix` makes a heading's id unique in the book."""
    return tuple(_pieces(tuple(blocks), writer, numbers, prefix))


def _pieces(blocks: tuple[Block, ...], writer: Writer, numbers: Callable[[tuple[str, ...]], str], prefix: str) -> Iterator[Piece]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        end = at + 1
        if block.kind == "heading":
            yield Piece("heading", title=writer.words(block.text), label=f"{prefix}--{block.id}", level=block.level)
        elif block.kind == "box":
            while end < len(blocks) and blocks[end].box == block.box and blocks[end].kind != "box":
                end += 1
            inner = tuple(_flat(blocks[at + 1 : end], writer, numbers))
            yield Piece(block.box, title=writer.words(block.text), pieces=inner)
        elif block.kind != "figure":
            while end < len(blocks) and not blocks[end].box and blocks[end].kind not in ("heading", "box", "figure"):
                end += 1
            yield from _flat(blocks[at:end], writer, numbers)
        at = end


def _flat(blocks: tuple[Block, ...], writer: Writer, numbers: Callable[[tuple[str, ...]], str]) -> Iterator[Piece]:
    for kind, group in groupby(blocks, key=lambda block: LISTS.get(block.kind, "")):
        entries = tuple(Entry(tuple(_cells(block, writer)), numbers(block.citations)) for block in group)
        if kind:
            yield Piece(kind, entries)
        else:
            yield from (Piece("paragraph", (entry,)) for entry in entries)


SPLIT = {"phrase": "\n", "row": "|"}


def _cells(block: Block, writer: Writer) -> Iterator[tuple[Run, ...]]:
    for text in block.text.split(SPLIT[block.kind]) if block.kind in SPLIT else (block.text,):
        yield writer.runs(text.strip())
