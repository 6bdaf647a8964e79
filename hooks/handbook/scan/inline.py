"""Inline Markdown in, its links, placeholders and plain words out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from string import punctuation
from typing import Literal, NamedTuple

CODE = re.compile(r"(?:(?<!`)|(?<=\\`))(`++).+?(?<!`)\1(?!`)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")
LITERAL = re.compile(rf"{CODE.pattern}|{ESCAPED.pattern}")
"""What is no markup; its signs are hidden while markup is taken off, as characters that no text may hold."""
HIDDEN = {ord(sign): 0xE000 + ord(sign) for sign in punctuation}
GONE = "\ue000"
"""Stands where a link was taken off, so that what stood on both sides of it doesn't become one."""
SHOWN = {hidden: sign for sign, hidden in HIDDEN.items()} | {ord(GONE): ""}
IMAGE = re.compile(r"!\[")
TARGET = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
"""An address may hold brackets in pairs."""
LINK = re.compile(rf"\[([^\[\]]*)\]\(({TARGET})\)")
PICTURE = re.compile(f"!{LINK.pattern}")
CONCEPT_LINK = re.compile(rf"\[([^\[\]{GONE}]+)\]\[([^\[\]]*)\]")
CITATION = re.compile(r"\[(@[^\[\]]*)\]")
UNLINKED = "-"
"""`[word][-]`: an editor wants this word without a link to the glossary."""
PLACEHOLDER = re.compile(r"\{\{\s*([a-z]+)\.([a-z0-9_-]+)\s*\}\}")
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|(?P<id>\{ ?#)|\{[:.]|\{ ?(?:policy|diagram|calculator)\.")
HTML = re.compile(r"<[A-Za-z/!?]")
MARKUP = re.compile(r"[\[\]{}*_`\\\ue021-\ue07e]")
"""A sign that may be markup; a text without any is plain as it stands."""
MAY_MISLEAD = re.compile(r"[\[\]{}<]")
"""A text without any of these signs has no mistakes."""
EMPHASIS = re.compile(r"(\*\*|\*|__|(?<!\w)_|_(?!\w))")
SAFE_TARGET = re.compile(
    r"(?:https://(?![^/]*@)|mailto:|tel:)(?:[^\s<>\"'`\\{]|\{(?!\{))+|(?:[A-Za-z0-9._/-]+\.md)?(?:#[A-Za-z0-9_-]+)?"
)

Kind = Literal["link", "concept", "placeholder"]


class Reference(NamedTuple):
    """Something that a text points at."""

    kind: Kind
    target: str
    """A link's address, a concept's id, or `policy.reply_days`."""
    words: str


def _may_be_literal(text: str) -> bool:
    """Whether it may have code or escaped signs: few texts do."""
    return "`" in text or "\\" in text


def hidden(text: str) -> str:
    """The text with signs that are no markup hidden: those of code within its backticks, others without their backslash."""
    return LITERAL.sub(_hide, text) if _may_be_literal(text) else text


def _hide(literal: re.Match[str]) -> str:
    if ticks := literal[1]:
        return f"{ticks}{literal[0][len(ticks) : -len(ticks)].translate(HIDDEN)}{ticks}"
    return literal[2].translate(HIDDEN)


def shown(text: str) -> str:
    """What was hidden as it is read."""
    return text.translate(SHOWN)


def references(text: str) -> Iterator[Reference]:
    """Links, concept links and placeholders, in that order."""
    if "[" not in text and "{{" not in text:
        return
    bare = hidden(text)
    for match in LINK.finditer(bare):
        yield Reference("link", shown(match[2]), shown(match[1]))
    for match in CONCEPT_LINK.finditer(bare):
        yield Reference("concept", shown(match[2]), shown(match[1]))
    for match in PLACEHOLDER.finditer(bare):
        yield Reference("placeholder", f"{match[1]}.{match[2]}", "")


def mistakes(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Codes and values of what may not stand in a block's text."""
    if MAY_MISLEAD.search(text):
        for code, values in _mistakes(hidden(text)):
            yield code, {name: shown(value) for name, value in values.items()}


def _mistakes(bare: str) -> Iterator[tuple[str, dict[str, str]]]:
    if html := HTML.search(bare):
        yield "raw-html", {"text": bare[html.start() : html.start() + 20]}
    if IMAGE.search(bare):
        yield "image", {}
        bare = PICTURE.sub("", bare)
    rest = PLACEHOLDER.sub("…", bare)
    if brace := BRACES.search(rest):
        said = rest[brace.start() : brace.start() + 20]
        yield ("bad-id", {"id": said}) if brace["id"] else ("bad-placeholder", {"text": said})
    for match in LINK.finditer(bare):
        if not match[1].strip() or not match[2] or not SAFE_TARGET.fullmatch(shown(match[2])):
            yield "bad-link", {"target": match[2]}
    if (open_link := LINK.sub("", bare).find("](")) >= 0:
        yield "bad-link", {"target": LINK.sub("", bare)[open_link + 2 :][:30]}
        return
    rest = CONCEPT_LINK.sub("", LINK.sub(GONE, CITATION.sub(GONE, rest)))
    if rest.count("[") or rest.count("]"):
        yield "stray-bracket", {"text": rest[max(rest.find("["), 0) :][:20]}


def cells(row: str) -> tuple[str, ...]:
    """What stands between the strokes of a table's row; one that is escaped or part of code parts nothing."""
    bare = LITERAL.sub(lambda match: " " * len(match[0]), row)
    edges = (-1, *(at for at, sign in enumerate(bare) if sign == "|"), len(row))
    return tuple(row[start + 1 : end].strip() for start, end in pairwise(edges))


@lru_cache(maxsize=1_024)
def plain(text: str, placeholder: str = "…") -> str:
    """The text as it is spoken: no markup, links as their words, placeholders as `placeholder`. Many ask for the same texts."""
    if not MARKUP.search(text):
        return _evenly_spaced(text)
    has_literals = _may_be_literal(text)
    bare = LITERAL.sub(lambda match: (match[2] or match[0].strip("`")).translate(HIDDEN), text) if has_literals else text
    bare = CITATION.sub("", PLACEHOLDER.sub(placeholder, bare))
    bare = CONCEPT_LINK.sub(itemgetter(1), LINK.sub(itemgetter(1), bare))
    bare = EMPHASIS.sub("", bare) if "*" in bare or "_" in bare else bare
    return _evenly_spaced(bare.translate(SHOWN) if has_literals else bare)


def _evenly_spaced(text: str) -> str:
    """With one space wherever there are any. Most texts have no others: a character that is printable is no other space."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
