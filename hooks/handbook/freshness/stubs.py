"""Blocks in, their Markdown out: to be translated by somebody."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.model.playbook import Block
from handbook.scan import inline

MARKS = {"step": "- [ ] ", "item": "- ", "numbered": "1. "}
TIGHT = ("step", "item", "numbered", "row")
"""Kinds of which neighbours stand without an empty line."""


def stub(block: Block) -> str:
    """One block; a row without its table, a boxed one without its box."""
    id = f" {{ #{block.id} }}" if block.id else ""
    citations = f" [{'; '.join(f'@{point}' for point in block.citations)}]" if block.citations else ""
    text = f"{block.text}{id}{citations}"
    if block.kind == "box":
        return f'!!! {block.box} "{block.text}"'
    if block.kind == "phrase":
        return "\n".join(f"> {line}" for line in text.split("\n"))
    if block.kind == "row":
        return f"| {text} |"
    return ("#" * block.level + " " if block.kind == "heading" else MARKS.get(block.kind, "")) + text


def stubs(blocks: Iterable[Block]) -> str:
    """A whole page."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        tight = before is not None and block.kind == before.kind and block.kind in TIGHT
        indent = "    " if block.box and block.kind != "box" else ""
        lines += ([] if tight else [""]) + [indent + line for line in stub(block).split("\n")]
        if block.kind == "row" and not tight:
            lines.append(f"{indent}|{'---|' * len(inline.cells(block.text))}")
        before = block
    return "\n".join((*lines, ""))
