"""A page's Markdown in, its blocks out: the grammar of CONTRIBUTING.md, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from textwrap import shorten

from handbook.model.playbook import Block, BlockKind
from handbook.model.problem import Problem
from handbook.scan import inline
from handbook.scan.parts import Parts, has_parts, parts
from handbook.scan.text import MAX_LINE

HEADING = re.compile(r"(#{1,6})(?: +(.*))?")
STEP = re.compile(r"[-–][ \u00a0]{0,2}\[[ \u00a0xX]?\](?![(\[])[ \u00a0]*(.*)")
ITEM = re.compile(r"- +(.*)")
NUMBERED = re.compile(r"[0-9]{1,3}\. +(.*)")
PHRASE = re.compile(r"> ?(.*)")
BOX = re.compile(r'!!! ([a-z]+) "([^"]+)"')
OTHER_BOX = re.compile(r"!!! *([A-Za-z]+)(.*)")
"""Whatever marks its title has."""
MARKS = " \u00a0\"'“”„‟«»‘’"
PART = re.compile(r"\{ ?#[^{}]*\}|\[@[^\[\]]*\]")
"""An id or citations."""
FIGURE = re.compile(r"\{\{ (?:diagram|calculator)\.[a-z-]+ \}\}")
TABLE_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
UNSPACED = re.compile(r"(#{1,6}(?![# ])|(?:-|[0-9]{1,3}\.)(?=[^\W\d]))(.+)")
OTHER_SIGN = re.compile(r"(?:[*+](?= )|[•◦▪●·]|([0-9]{1,3})\)(?= ))\s*+(?![-*_ ]*$)(.+)")
"""Of a list item, as word processors and other Markdowns write it."""
FOREIGN = re.compile(
    r"[*+] |[•◦▪●]|[0-9]{1,3}\) |#{7}|```|~~~|:{3}|(?:[-*_] ?){3,}$|={2,}$|-{2,}$|\[[^\]]*\]:|\*\[[^\]]*\]:|\?{3}"
)
BOX_KINDS = frozenset({"note", "warning"})
BOX_MARGIN = 4
"""Spaces before what stands in a box."""

MAX_BLOCKS = 2_000
"""Of one page; the rest is not read."""


@dataclass
class _Scan:
    path: str
    problems: list[Problem] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    section: str = ""
    box: str = ""
    """The kind of the one that is open."""
    opened: int = 0
    """The line of a box in which nothing stands yet; 0 if there is none."""

    def problem(self, line: int, code: str, **values: str) -> None:
        self.problems.append(Problem(self.path, line, code, values))


def blocks(path: str, text: str, first_line: int = 1) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The page's blocks in order, and what the grammar doesn't allow."""
    scan = _Scan(path)
    paragraphs: list[tuple[int, str]] = []
    for number, line in enumerate((*text.split("\n"), ""), first_line):
        if line.strip():
            paragraphs.append((number, line.rstrip()))
        elif paragraphs:
            _group(scan, paragraphs)
            if len(scan.blocks) + len(scan.problems) > MAX_BLOCKS:
                scan.problem(paragraphs[0][0], "too-many-blocks", limit=str(MAX_BLOCKS))
                break
            paragraphs = []
    else:
        _close_box(scan)
    return tuple(scan.blocks), tuple(scan.problems)


def _group(scan: _Scan, lines: list[tuple[int, str]]) -> None:
    """Lines between two blank lines: one list, table, phrase, heading or paragraph."""
    first, text = lines[0]
    if any(len(line) > MAX_LINE for _, line in lines):
        return scan.problem(first, "line-too-long", limit=str(MAX_LINE))
    margin = text[: len(text) - len(text.lstrip(" "))]
    if margin and not (scan.box and len(margin) == BOX_MARGIN):
        scan.problem(first, "indented")
    if margin:
        scan.opened = 0
    else:
        _close_box(scan)
    lines = [(number, _meant(scan, number, line.removeprefix(margin))) for number, line in lines]
    first, text = lines[0]
    if scan.box and (text.startswith("!!!") or HEADING.fullmatch(text)):
        scan.problem(first, "out-of-place", text=text[:30])
    if match := BOX.fullmatch(text):
        return _open_box(scan, first, match[1], match[2], lines[1:])
    if text.startswith("!!!"):
        scan.problem(first, "bad-box", text=text[:30])
        scan.box = "note"
        if (match := OTHER_BOX.fullmatch(text)) and match[1].lower() in BOX_KINDS and (title := match[2].strip(MARKS)):
            _open_box(scan, first, match[1].lower(), title, lines[1:])
        return None
    if FOREIGN.match(text):
        return scan.problem(first, "not-in-grammar", text=text[:30])
    if text.startswith(">"):
        return _phrase(scan, lines)
    if text.startswith("|"):
        return _table(scan, lines)
    if FIGURE.fullmatch(text):
        return _figures(scan, lines)
    if HEADING.fullmatch(text):
        for number, line in lines[: MAX_BLOCKS + 1]:
            if match := HEADING.fullmatch(line):
                _heading(scan, number, match)
            else:
                scan.problem(number, "missing-blank-line")
        return None
    if _list_kind(text):
        return _list(scan, lines)
    return _paragraph(scan, lines)


def _meant(scan: _Scan, number: int, line: str) -> str:
    """The line as it was meant: with our sign of a list item, and with a space after that of a heading or list item."""
    if len(scan.problems) > MAX_BLOCKS:
        return line
    if match := OTHER_SIGN.fullmatch(line):
        code, sign, meant = "list-sign", line[: match.start(2)].strip(), f"{match[1]}. " if match[1] else "- "
    elif match := UNSPACED.fullmatch(line):
        code, sign, meant = "missing-space", match[1], f"{match[1]} "
    else:
        return line
    scan.problem(number, code, sign=sign, text=shorten(meant + match[2], 30, placeholder=" …"))
    return meant + match[2]


def _open_box(scan: _Scan, line: int, kind: str, title: str, rest: list[tuple[int, str]]) -> None:
    if kind not in BOX_KINDS:
        scan.problem(line, "unknown-box", kind=kind, known=", ".join(sorted(BOX_KINDS)))
    scan.box, scan.opened = kind, 0 if rest else line
    _add(scan, line, "box", title)
    if rest:
        scan.problem(rest[0][0], "missing-blank-line")


def _close_box(scan: _Scan) -> None:
    if scan.opened:
        scan.problem(scan.opened, "empty-box")
    scan.box, scan.opened = "", 0


def _heading(scan: _Scan, line: int, match: re.Match[str]) -> None:
    level = len(match[1])
    if level not in (2, 3):
        scan.problem(line, "heading-level")
    found = _parts(scan, line, match[2] or "")
    text, id, citations, _ = found
    if citations:
        scan.problem(line, "citation-on-heading")
    if text and found.lacks_id:
        scan.problem(line, "missing-id", what=text)
    scan.section = id
    _check(scan, line, text)
    scan.blocks.append(Block("heading", line, text, id=id, level=level, section=id))


def _list_kind(text: str) -> tuple[BlockKind, str] | None:
    for kind, pattern in (("step", STEP), ("item", ITEM), ("numbered", NUMBERED)):
        if match := pattern.fullmatch(text):
            return kind, match[1]  # type: ignore[return-value]
    return None


def _list(scan: _Scan, lines: list[tuple[int, str]]) -> None:
    for number, line in _unwrapped(scan, lines, lambda line: _list_kind(line) is not None):
        if found := _list_kind(line):
            kind, text = found
            if kind == "step" and not line.startswith("- [ ] "):
                scan.problem(number, "ticked-step")
            if kind == "numbered" and not _goes_on(scan) and (first := line.partition(".")[0]) != "1":
                scan.problem(number, "list-number", number=first)
            _add(scan, number, kind, text)


def _unwrapped(scan: _Scan, lines: list[tuple[int, str]], begins: Callable[[str], bool]) -> list[tuple[int, str]]:
    """The lines as they were meant: one that only goes on is put behind the one above it."""
    found = lines[:1]
    for number, line in lines[1 : MAX_BLOCKS + 1]:
        if begins(line):
            found.append((number, line))
        elif line.startswith(" ") and _list_kind(line.strip()):
            scan.problem(number, "nested-list")
        elif _is_apart(scan, number, line):
            break
        else:
            scan.problem(number, "wrapped-line")
            first, above = found[-1]
            found[-1] = first, f"{above} {line.strip()}"[:MAX_LINE]
    return found


def _is_apart(scan: _Scan, number: int, line: str) -> bool:
    """Whether a line can't belong to the block right above it, which is noted."""
    if _list_kind(line) or line.startswith((">", "#", "|", "!!!")):
        scan.problem(number, "missing-blank-line")
        scan.box = "note" if line.startswith("!!!") else scan.box
    elif FOREIGN.match(line):
        scan.problem(number, "not-in-grammar", text=line[:30])
    else:
        return False
    return True


def _goes_on(scan: _Scan) -> bool:
    """Whether a numbered item that comes now belongs to a list that has begun above."""
    return bool(scan.blocks) and (scan.blocks[-1].kind, scan.blocks[-1].box) == ("numbered", scan.box)


def _phrase(scan: _Scan, lines: list[tuple[int, str]]) -> None:
    if sum(len(line) for _, line in lines) > MAX_LINE:
        return scan.problem(lines[0][0], "line-too-long", limit=str(MAX_LINE))
    variants: list[str] = []
    lines = _unwrapped(scan, lines, lambda line: line.startswith(">"))
    for number, line in lines:
        match = PHRASE.fullmatch(line)
        if not match or match[1].startswith((">", "- ", "#", "|")):
            return scan.problem(number, "not-in-grammar", text=line[:30])
        variants.append(match[1].strip())
    *others, last = variants
    found = _parts(scan, lines[-1][0], last)
    text, id, citations, _ = found
    for (number, _), variant in zip(lines, others, strict=False):
        if has_parts(variant):
            scan.problem(number, "phrase-parts")
        elif not variant:
            scan.problem(number, "empty-block")
        else:
            _check(scan, number, variant)
    _check(scan, lines[-1][0], text)
    if found.lacks_id:
        scan.problem(lines[0][0], "missing-id", what=text)
    block = Block("phrase", lines[0][0], "\n".join((*others, text)), id, 0, scan.section, citations, scan.box)
    scan.blocks.append(block)
    return None


def _table(scan: _Scan, lines: list[tuple[int, str]]) -> None:
    if len(lines) < 3 or not TABLE_RULE.fullmatch(lines[1][1]):
        return scan.problem(lines[0][0], "bad-table")
    if scan.blocks and (scan.blocks[-1].kind, scan.blocks[-1].box) == ("row", scan.box):
        scan.problem(lines[0][0], "out-of-place", text=lines[0][1][:30])
    columns = len(inline.cells(lines[0][1]))
    for number, line in (lines[0], *lines[2 : MAX_BLOCKS + 2]):
        found = inline.cells(line)
        if found[0] or found[-1] or len(found) != columns:
            scan.problem(number, "bad-table")
        else:
            _add(scan, number, "row", line[1:-1].strip() if line.strip("|") else "")
    return None


def _figures(scan: _Scan, lines: list[tuple[int, str]]) -> None:
    for number, line in lines:
        if FIGURE.fullmatch(line) and len(lines) == 1:
            _add(scan, number, "figure", line)
        else:
            scan.problem(number, "missing-blank-line")


def _paragraph(scan: _Scan, lines: list[tuple[int, str]]) -> None:
    if any(_is_apart(scan, number, line) for number, line in lines[1:]):
        return
    joined = " ".join(line.strip() for _, line in lines)
    if len(joined) > MAX_LINE:
        scan.problem(lines[0][0], "line-too-long", limit=str(MAX_LINE))
        return
    _add(scan, lines[0][0], "paragraph", joined)


def _add(scan: _Scan, line: int, kind: BlockKind, written: str) -> None:
    if kind in ("row", "box"):
        written = _bare(scan, line, written)
    found = _parts(scan, line, written) if kind != "figure" else Parts(written)
    text, id, citations, _ = found
    if kind == "step" and text and found.lacks_id:
        scan.problem(line, "missing-id", what=text)
    if kind != "figure":
        _check(scan, line, text)
    scan.blocks.append(Block(kind, line, text, id=id, section=scan.section, citations=citations, box=scan.box))


def _bare(scan: _Scan, line: int, written: str) -> str:
    """The text of a block that shows neither id nor citations, without any; the first one is noted."""
    if "[@" not in written and "#" not in written:
        return written
    if not (match := PART.search(inline.LITERAL.sub("", written))):
        return written
    scan.problem(line, "out-of-place", text=match[0][:30])
    return PART.sub("", written)


def _parts(scan: _Scan, line: int, written: str) -> Parts:
    """The parts of a block; what is wrong with them is noted."""
    found = parts(written)
    for code, values in found.mistakes:
        scan.problem(line, code, **values)
    return found


def _check(scan: _Scan, line: int, text: str) -> None:
    for code, values in inline.mistakes(text):
        scan.problem(line, code, **values)
