"""A file's text in, the same text with what can safely be mended out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from handbook.freshness.states import Freshness, Pair
from handbook.model.playbook import Block, FrontMatter

ORDER = (
    "title",
    "description",
    "template",
    "situation",
    "checklist",
    "owner",
    "reviewed",
    "review_in",
    "aliases",
    "translated_from",
    "unlinked",
    "asked",
)
KEY = re.compile(r"([a-z_]+):")
END = re.compile(r"\s*(?:\{ ?#[^{}]*\}\s*)?(?:\[@[^\[\]]*\])?\s*$")


def tidy(text: str) -> str:
    """Composed letters, no byte order mark, no trailing space, one line break at the end."""
    lines = normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n" if text.strip() else text


def ordered(text: str) -> str:
    """Front matter in the usual order; left alone where it is not a plain list of keys."""
    if not text.startswith("---\n") or (end := text.find("\n---\n", 3)) < 0:
        return text
    entries: dict[str, list[str]] = {}
    last = ""
    for line in text[4:end].split("\n"):
        if match := KEY.match(line):
            last = match[1]
            if last in entries or last not in ORDER:
                return text
            entries[last] = [line]
        elif last and line.startswith((" ", "-")):
            entries[last].append(line)
        else:
            return text
    head = "\n".join(line for key in ORDER for line in entries.get(key, ()))
    return f"---\n{head}{text[end:]}"


def aligned(text: str, found: Freshness) -> str:
    """A translation with its original's situation, kind and owner and, where a block is current, its id and citations."""
    lines = text.split("\n")
    for original, block in filter(None, map(_twins, found.pairs)):
        if (original.id, sorted(original.citations)) != (block.id, sorted(block.citations)):
            at = _last_line(lines, block)
            lines[at] = END.sub("", lines[at]) + _tail(original)
    return _shared("\n".join(lines), found)


def _twins(pair: Pair) -> tuple[Block, Block] | None:
    """A block of the original that may have an id or citations, and its translation, where that is current."""
    if pair.state != "current" or not pair.original or pair.original.joined or not pair.translation:
        return None
    ours, theirs = pair.original.block, pair.translation.block
    return (ours, theirs) if ours and theirs and ours.kind not in ("row", "box", "figure") else None


def _last_line(lines: list[str], block: Block) -> int:
    """Index of the line on which the block ends: a paragraph or phrase may have several."""
    at = block.line - 1
    while block.kind in ("paragraph", "phrase") and at + 1 < len(lines) and lines[at + 1].strip():
        at += 1
    return at


def _tail(block: Block) -> str:
    id = f" {{ #{block.id} }}" if block.id else ""
    return id + (f" [{'; '.join(f'@{point}' for point in block.citations)}]" if block.citations else "")


def _shared(text: str, found: Freshness) -> str:
    """The original's situation, kind and owner."""
    matter = found.original.matter
    if not isinstance(matter, FrontMatter):
        return text
    values: Mapping[str, str] = {"situation": matter.situation, "checklist": matter.checklist, "owner": matter.owner}
    for key, value in values.items():
        text = re.sub(rf"(?m)\A(---\n(?:.*\n)*?){key}: .*$", rf"\g<1>{key}: {value}", text, count=1)
    return text
