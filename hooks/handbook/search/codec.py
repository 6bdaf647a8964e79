"""Words and postings in, compact text out; read again by `overrides/search/codec.js`."""

import json
from collections.abc import Iterable
from functools import lru_cache

from handbook.words.start import shared_length

FIRST = 35
DIGITS = 45
BACKSLASH = 92
LEVELS = 16
MOST_KEPT = 25
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def packed_words(words: Iterable[tuple[str, str]]) -> str:
    """Front-coded: a capital tells how many letters of the word before are kept; "=" comes before an attachment."""
    before = ""
    packed = []
    for word, attached in words:
        kept = min(MOST_KEPT, shared_length(before, word))
        packed.append(f"{chr(65 + kept)}{word[kept:]}{'=' + attached if attached else ''}")
        before = word
    return "".join(packed)


def posting(record: int, weight: int) -> int:
    """The number of a record and the weight that a key has in it, 1 to 16, in one."""
    return record * LEVELS + weight - 1


def packed_postings(postings: Iterable[int]) -> str:
    """What `posting` gives, by record; see `unpackedPostings`."""
    lowest = 0
    packed = []
    for found in postings:
        packed.append(_number(found - lowest))
        lowest = found - found % LEVELS + LEVELS
    return "".join(packed)


def as_json(value: object) -> str:
    return COMPACT.encode(value)


def base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (base36(number // 36) if number >= 36 else "") + digits[number % 36]


@lru_cache(maxsize=65_536)
def _number(number: int) -> str:
    last = _digit(number % DIGITS)
    number //= DIGITS
    before = ""
    while number:
        before = _digit(number % DIGITS + DIGITS) + before
        number //= DIGITS
    return before + last


def _digit(value: int) -> str:
    code = FIRST + value
    return chr(code + 1 if code >= BACKSLASH else code)
