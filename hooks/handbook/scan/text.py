"""Bytes in, clean text out: encoding and characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from handbook.model.problem import Problem

MAX_BYTES = 400_000
MAX_LINE = 4_000
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MERGED = re.compile(r"(?m)^(?:<{7}|>{7}) .*")
"""Where a conflict begins or ends."""
WORD = re.compile(r"[^\W\d_]+")
TOUCHING = re.compile(r"[A-Za-z\u00c0-\u024f][\u0400-\u052f]|[\u0400-\u052f][A-Za-z\u00c0-\u024f]")
"""A Latin letter beside a Cyrillic one."""
UNUSUAL = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u0400-\u052f]")
"""A letter, or a sign that may stand among letters, of neither alphabet as far as TOUCHING knows them."""
LETTERS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic"}
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\ufffd")
"""Printable by Unicode's word, yet nothing or a lost character is seen."""


def decoded(path: str, data: bytes, max_bytes: int = MAX_BYTES) -> tuple[str, tuple[Problem, ...]]:
    """The file's text with line ends as \\n, and what is wrong with its bytes (then the text is empty)."""
    if len(data) > max_bytes:
        return "", (Problem(path, 0, "too-large", {"bytes": str(len(data)), "limit": str(max_bytes)}),)
    if data.startswith(UTF16_MARKS):
        return "", (Problem(path, 1, "utf-16"),)
    if data.startswith(b"\xef\xbb\xbf"):
        return "", (Problem(path, 1, "byte-order-mark"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", (Problem(path, data.count(b"\n", 0, error.start) + 1, "not-utf-8"),)
    return text.replace("\r\n", "\n"), ()


def merge_problems(path: str, text: str) -> Iterator[Problem]:
    """Conflicts of a merge that nobody has decided: the first line of each."""
    is_open = False
    for mark in MERGED.finditer(text):
        if not is_open:
            yield Problem(path, text.count("\n", 0, mark.start()) + 1, "merge-conflict", {"text": mark[0][:40]})
        is_open = mark[0].startswith("<")


def character_problems(path: str, text: str, allowed: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Characters that nobody means to type: controls, bidi overrides, tabs, decomposed letters, mixed scripts."""
    if text.isascii() and text.isprintable():
        return
    characters = {*text}
    odd = frozenset(character for character in characters if not _is_fine(character)) - allowed
    may_mix, lines = _may_mix(text, "".join(characters)), text.split("\n")
    if not odd and not may_mix and unicodedata.is_normalized("NFC", text) and max(map(len, lines)) <= MAX_LINE:
        return
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            yield Problem(path, number, "line-too-long", {"limit": str(MAX_LINE)})
        if line.isascii() and line.isprintable():
            continue
        yield from _control_problems(path, number, line, odd) if odd else ()
        if not unicodedata.is_normalized("NFC", line):
            yield Problem(path, number, "not-nfc")
        for word in WORD.findall(line) if may_mix else ():
            if not word.isascii() and len(scripts(word)) > 1:
                yield Problem(path, number, "mixed-scripts", {"word": word})


def _may_mix(text: str, characters: str) -> bool:
    """Whether any word may have letters of two scripts; says no to nearly every text that has words of both."""
    return len(scripts(characters)) > 1 and bool(TOUCHING.search(text) or UNUSUAL.search(characters))


@cache
def _is_fine(character: str) -> bool:
    return (character.isprintable() and character not in BLANKS) or character in "\u00a0\n"


def _control_problems(path: str, number: int, line: str, odd: frozenset[str]) -> Iterator[Problem]:
    for character in (character for character in dict.fromkeys(line) if character in odd):
        if character == "\t":
            yield Problem(path, number, "tab")
        elif character in BIDI_CONTROLS:
            yield Problem(path, number, "bidi-control", {"character": _name(character)})
        elif character in BLANKS or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            yield Problem(path, number, "control-character", {"character": _name(character)})


def scripts(text: str) -> frozenset[str]:
    """Which of Latin and Cyrillic its letters belong to."""
    return frozenset(filter(None, map(_script, text)))


@cache
def _script(letter: str) -> str:
    return LETTERS.get(unicodedata.name(letter, "").partition(" ")[0], "")


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
