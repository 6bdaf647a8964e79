"""A page's blocks in, its HTML out: the one reading of the text serves pages, search and print alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from handbook.model.playbook import Block
from handbook.render import freshness
from handbook.render.context import PageContext
from handbook.render.inline import cited, html
from handbook.scan import inline

LISTS = {"step": '<ul class="hb-steps">{}</ul>', "item": "<ul>{}</ul>", "numbered": "<ol>{}</ol>"}
"""Kind of block → the list that neighbours of this kind make."""


def page_html(blocks: Iterable[Block], page: PageContext) -> str:
    """The whole text of a page, with what its original says where the translation is behind."""
    shown = list(blocks)
    parts = [freshness.summary(page)] if page.freshness and len(shown) == len(page.freshness.translation.blocks) else []
    for is_missing, run in freshness.woven(shown, page):
        text = _boxes(run, page.of_original if is_missing else page)
        parts.append(freshness.untranslated(text, page) if is_missing else text)
    return "\n".join(filter(None, parts))


def _boxes(blocks: Iterable[Block], page: PageContext) -> str:
    parts = []
    for box, inside in groupby(_numbered(blocks), key=lambda pair: pair[0]):
        text = _flow([block for _, block in inside], page)
        parts.append(f'<div class="admonition {box[1]}">\n{text}\n</div>' if box[1] else text)
    return "\n".join(parts)


def _numbered(blocks: Iterable[Block]) -> Iterable[tuple[tuple[int, str], Block]]:
    """Each block with the number and kind of the box that it stands in."""
    number = 0
    for block in blocks:
        number += block.kind == "box"
        yield (number if block.box else 0, block.box), block


def _flow(blocks: list[Block], page: PageContext) -> str:
    parts: list[str] = []
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        run = list(group)
        made = [MAKERS[kind](block, page) for block in run]
        if kind in LISTS:
            parts.append(LISTS[kind].format("\n" + "\n".join(made) + "\n"))
        elif kind == "row":
            parts.append(_table(made))
        else:
            parts += (part + freshness.mark(block, page) for part, block in zip(made, run, strict=True))
    return "\n".join(parts)


def _id(block: Block) -> str:
    return f' id="{block.id}"' if block.id else ""


def _former(block: Block, page: PageContext) -> str:
    """Places that former ids of the block still lead to."""
    return "".join(f'<span id="{id}"></span>' for id in page.former_ids.get(block.id, ())) if block.id else ""


def _with_marks(block: Block, page: PageContext) -> str:
    marks = cited(block.citations, page)
    return html(block.text, page, page.linker) + (f" {marks}" if marks else "")


def _heading(block: Block, page: PageContext) -> str:
    if page.linker:
        page.linker.new_section()
    return f"<h{block.level}{_id(block)}>{_former(block, page)}{html(block.text, page)}</h{block.level}>"


def _step(block: Block, page: PageContext) -> str:
    """A box with its label; citations stand outside the label. An underscore is in no id that an editor gives."""
    marks = f'<span class="hb-cites">{cited(block.citations, page)}</span>' if block.citations else ""
    label = f'<label for="tick_{block.id}">{html(block.text, page, page.linker)}</label>'
    box = f'<input type="checkbox" class="hb-tick" id="tick_{block.id}">'
    return f'<li class="hb-step"{_id(block)}>{_former(block, page)}{box}{label}{marks}{freshness.mark(block, page)}</li>'


def _phrase(block: Block, page: PageContext) -> str:
    """One paragraph for each variant."""
    variants = "".join(f'<p class="hb-variant">{html(line, page, page.linker)}</p>\n' for line in block.text.split("\n"))
    marks = f'<footer class="hb-cites">{cited(block.citations, page)}</footer>\n' if block.citations else ""
    return f'<blockquote class="hb-phrase"{_id(block)}>\n{_former(block, page)}{variants}{marks}</blockquote>'


def _row(block: Block, page: PageContext) -> str:
    *cells, last = (html(cell, page, page.linker) for cell in inline.cells(block.text))
    return "".join(f"<td>{cell}</td>" for cell in (*cells, last + freshness.mark(block, page)))


def _table(rows: list[str]) -> str:
    head, *body = rows
    head = head.replace("<td>", '<th scope="col">').replace("</td>", "</th>")
    lines = "".join(f"<tr>{row}</tr>\n" for row in body)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>"


def _figure(block: Block, page: PageContext) -> str:
    """An empty slot; figures.py fills it after sanitising."""
    return f'<div class="hb-figure" data-figure="{block.text.strip("{} ")}"></div>'


MAKERS: dict[str, Callable[[Block, PageContext], str]] = {
    "heading": _heading,
    "paragraph": lambda block, page: f"<p{_id(block)}>{_with_marks(block, page)}</p>",
    "item": lambda block, page: f"<li{_id(block)}>{_with_marks(block, page)}{freshness.mark(block, page)}</li>",
    "numbered": lambda block, page: f"<li{_id(block)}>{_with_marks(block, page)}{freshness.mark(block, page)}</li>",
    "box": lambda block, page: f'<p class="admonition-title">{html(block.text, page)}</p>',
    "step": _step,
    "phrase": _phrase,
    "row": _row,
    "figure": _figure,
}
"""Kind of block → its HTML."""
