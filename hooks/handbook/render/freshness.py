"""A translated page's blocks in; what a reader is told where a passage is out of date out.

The translation stays where it is; the present original is one click away in a `<details>`, which needs no script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import escape

from handbook.freshness.notes import NOTES
from handbook.freshness.states import Freshness, Pair
from handbook.model.playbook import Block
from handbook.render.context import PageContext
from handbook.render.inline import html


def mark(block: Block, page: PageContext) -> str:
    """The note beneath a translated block, with what the original says now; empty where all is well."""
    pair = _pairs(page).get((block.line, block.text))
    if pair is None or pair.state not in ("stale", "obsolete"):
        return ""
    locale = page.locale
    note = locale.t(NOTES[pair.state], date=locale.date(pair.entry.since) if pair.entry else "")
    return _framed(page, "div", f'<p class="hb-freshness-note">{escape(note)}</p>{_original(pair, page)}', pair.state)


def summary(page: PageContext) -> str:
    """What awaits the reader, on top of the page."""
    found = page.freshness
    if not found or not found.behind:
        return ""
    text = page.locale.n(
        "{count} passage of this translation is out of date. It is marked below.",
        "{count} passages of this translation are out of date. They are marked below.",
        len(found.behind),
    )
    return _framed(page, "aside", f"<p>{escape(text)}</p>", found.state)


def woven(blocks: Iterable[Block], page: PageContext) -> Iterator[tuple[bool, list[Block]]]:
    """Runs of blocks: (False, the page's own) and, where they belong, (True, the original's that have no translation)."""
    shown = list(blocks)
    missing = _missing(shown, page.freshness) if page.freshness and page.freshness.behind else {}
    if not missing:
        yield False, shown
        return
    run: list[Block] = []
    for block in (None, *shown):
        run += [block] if block else []
        if lost := missing.get((block.line, block.text) if block else None):
            yield from ((False, run), (True, lost))
            run = []
    yield False, run


def untranslated(html: str, page: PageContext) -> str:
    """Blocks of the original among those of the translation."""
    note = f'<p class="hb-freshness-note"{_speaks(page, page.lang)}>{escape(page.locale.t(NOTES["missing"]))}</p>'
    return f'<div class="hb-missing">{note}\n<div{_speaks(page, page.original_lang)}>\n{html}\n</div></div>'


def _speaks(page: PageContext, lang: str) -> str:
    return f' lang="{lang}" dir="{page.handbook.languages[lang].direction}"'


Place = tuple[int, str]
"""Line and text of a block: the same on a page and on the checklist made from it."""


def _pairs(page: PageContext) -> dict[Place, Pair]:
    found = page.freshness.behind if page.freshness else ()
    return {(pair.translation.line, pair.translation.text): pair for pair in found if pair.translation}


def _missing(shown: list[Block], found: Freshness) -> dict[Place | None, list[Block]]:
    """Block → the untranslated blocks after it. A page made from steps shows steps only; rows wait for the table's end."""
    places = {(block.line, block.text) for block in shown}
    is_whole = len(shown) == len(found.translation.blocks)
    missing: dict[Place | None, list[Block]] = {}
    above: Place | None = None
    rows: list[Block] = []

    def end_table() -> None:
        if rows:
            missing.setdefault(above, []).extend(_headed(rows, found.original.blocks))
            rows.clear()

    for pair in found.pairs:
        if pair.translation and (place := (pair.translation.line, pair.translation.text)) in places:
            if pair.translation.kind != "row":
                end_table()
            above = place
        elif pair.state == "missing" and pair.original and pair.original.block and (is_whole or pair.original.kind == "step"):
            block = pair.original.block if is_whole else pair.original.block._replace(citations=())
            if block.kind == "row":
                rows.append(block)
            else:
                end_table()
                missing.setdefault(above, []).append(block)
    end_table()
    return missing


def _original(pair: Pair, page: PageContext) -> str:
    if pair.original is None:
        return ""
    lang = page.original_lang
    summary = page.locale.t("What the original says now ({language})", language=page.locale.language_name(lang))
    lines = "".join(f"<p>{html(line, page.of_original)}</p>" for line in pair.original.text.split("\n"))
    return f"<details><summary>{escape(summary)}</summary><div{_speaks(page, lang)}>{lines}</div></details>"


def _framed(page: PageContext, tag: str, inside: str, state: str) -> str:
    return f'<{tag} class="hb-freshness hb-{state}"{_speaks(page, page.lang)}>{inside}</{tag}>'


def _headed(rows: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """Rows of the original beneath the header of their table."""
    at = blocks.index(rows[0])
    while at and blocks[at - 1].kind == "row":
        at -= 1
    return rows if blocks[at] == rows[0] else [blocks[at], *rows]
