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
UNUSUAL = re.compile(r"[^\x00-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u024f\u0400-\u052f\u2000-\u206f\u20a0-\u20cf]")
"""What may be a letter of either alphabet that TOUCHING does not know: neither a usual one nor common punctuation."""
CYRILLIC = re.compile(r"[\u0400-\u052f]")
FINE = "\u00a0\n"
"""Not printable by Unicode's word, yet meant."""
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
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    is_open = False
    for mark in MERGED.finditer(text):
        if not is_open:
            yield Problem(path, text.count("\n", 0, mark.start()) + 1, "merge-conflict", {"text": mark[0][:40]})
        is_open = mark[0].startswith("<")


def character_problems(path: str, text: str, allowed: frozenset[str] = frozenset()) -> Iterator[Problem]:
    """Characters that nobody means to type: controls, bidi overrides, tabs, decomposed letters, mixed scripts."""
    if text.isascii() and text.isprintable():
        return
    odd = frozenset() if _is_plain(text) else frozenset(sign for sign in {*text} if not _is_fine(sign)) - allowed
    may_mix, lines = _may_mix(text), text.split("\n")
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


def _may_mix(text: str) -> bool:
    """Whether any word may have letters of two scripts; says no to nearly every text that has words of both."""
    if CYRILLIC.search(text) and TOUCHING.search(text):
        return True
    return bool(UNUSUAL.search(text)) and len(scripts("".join({*text}))) > 1


def _is_plain(text: str) -> bool:
    """Whether every character is fine, found out without a look at each: most texts are."""
    return text.replace("\n", "").replace("\u00a0", "").isprintable() and not any(blank in text for blank in BLANKS)


@cache
def _is_fine(character: str) -> bool:
    return (character.isprintable() and character not in BLANKS) or character in FINE


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
