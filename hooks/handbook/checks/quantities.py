"""A text and how its language writes figures in; the numbers, units, times and dates that it states out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from handbook.checks.figures import SPACES, Figures

WORD = r"[^\W\d_]+"
DIGIT = re.compile(r"\d")
RANGE = re.compile(r"\s*[-–—/]\s*")
ONE_WORD = re.compile(rf"\s+{WORD}\s+")
"""What may stand between two numbers of one unit: 10–15 minutes, 10 to 15 per cent."""
AFTER = re.compile(rf"(?:[-:‑]({WORD}))?[{SPACES}]?([%€₸£$]|{WORD}(?: {WORD})?)?")
NAMED = re.compile(r"(?<![^\W_])([A-Z]{2,}[\w/]*)[ -](\d+(?:\.\d+)*)(?![\d%])")
"""A number that belongs to a name and is written the same everywhere: WCAG 2.2, ISO 9001."""
MIN_WORD_COUNT = 2
PERHAPS_PERCENT = "percent?"
"""Unit of a number beside percentages in words: `25 per cent, service 15 and sales 10`."""


class Quantity(NamedTuple):
    """Something that a text states in figures, the same in every language."""

    value: str
    """`1000.5`, `09:30`, `2026-11-21`, `11-21`."""
    unit: str = ""
    """percent, minute …; `time` or `date`; empty where none is recognised."""
    in_words: bool = False


@lru_cache(maxsize=1_024)
def _cut(text: str, pattern: re.Pattern[str]) -> tuple[tuple[re.Match[str], ...], str]:
    """What the pattern finds, and the text with spaces in its place."""
    found = tuple(pattern.finditer(text))
    return found, pattern.sub(lambda match: " " * len(match[0]), text) if found else text


@lru_cache(maxsize=1_024)
def quantities(text: str, known: Figures) -> tuple[Quantity, ...]:
    """Everything that the text states in figures, and number words that stand before a unit."""
    if not DIGIT.search(text):
        return tuple(_in_words(text, known))
    found: list[Quantity] = []
    for pattern in known.dates:
        matches, text = _cut(text, pattern)
        found += (Quantity(_date(match.groupdict(), known), "date") for match in matches)
    matches, text = _cut(text, NAMED)
    found += (Quantity(match[2]) for match in matches)
    matches, text = _cut(text, known.halves)
    found += (Quantity(f"{int(match['h']) % 12 + 12 * bool(match['pm']):02}:{match['min'] or '00'}", "time") for match in matches)
    matches, text = _cut(text, known.times)
    found += (Quantity(f"{int(match['h']):02}:{match['min']}", "time") for match in matches)
    return (*found, *_numbers(text, known), *_in_words(text, known))


def _date(parts: dict[str, str | None], known: Figures) -> str:
    name = (parts.get("m") or "").casefold()
    month = int(parts.get("M") or known.months[name])
    year = parts.get("y") or ""
    return f"{year if len(year) != 2 else '20' + year}-{month:02}-{int(parts['d'] or 0):02}".removeprefix("-")


def _numbers(text: str, known: Figures) -> Iterator[Quantity]:
    matches = list(known.number.finditer(text))
    units = [_unit_after(text, match.end(), known)[0] or _unit_before(text, match.start(), known) for match in matches]
    for at in range(len(matches) - 2, -1, -1):
        between = text[matches[at].end() : matches[at + 1].start()]
        if not units[at] and RANGE.fullmatch(between):
            units[at] = units[at + 1]
        elif not units[at] and units[at + 1] == "percent" and ONE_WORD.fullmatch(between):
            units[at] = PERHAPS_PERCENT
    elided = "percent" in units and "%" not in text
    for match, unit in zip(matches, units, strict=True):
        yield Quantity(_value(match[0], known.decimal), unit or (PERHAPS_PERCENT if elided else ""))


def _value(written: str, decimal: str) -> str:
    whole, _, part = written.rpartition(decimal) if decimal in written else (written, "", "")
    digits = "".join(character for character in whole if character.isdigit())
    return f"{Decimal(f'{digits}.{part}' if part else digits).normalize():f}"


def _unit_after(text: str, end: int, known: Figures) -> tuple[str, int]:
    """What a number that ends here counts, and where that word ends, or those two: `zł`, `zł lub`, `per cent`."""
    match = AFTER.match(text, end)
    assert match, "every part of it may be missing"
    for group in (2, 1):
        words = match[group] or ""
        word = words.partition(" ")[0]
        if unit := known.unit(words) or known.unit(word):
            return unit, match.start(group) + len(word if known.unit(word) else words)
    return "", end


def _unit_before(text: str, start: int, known: Figures) -> str:
    sign = text[:start].rstrip(SPACES)[-1:]
    return known.unit(sign) if sign and not sign.isalnum() and sign != "%" else ""


def written(found: Quantity, text: str, known: Figures) -> str:
    """How the text writes what it states: `3 päivää`, `kolme päivää`; without its unit where that stands elsewhere."""
    folded = text.casefold()
    for match in known.spoken.finditer(folded) if found.in_words else ():
        if str(known.count(match[1])) == found.value and known.unit(match[2]) == found.unit:
            return folded[match.start() : match.end(2)]
    numbers = [match.span() for match in known.number.finditer(text) if _value(match[0], known.decimal) == found.value]
    for start, end in numbers if found.unit else ():
        unit, after = _unit_after(text, end, known)
        if unit == found.unit:
            return text[start:after]
        if _unit_before(text, start, known) == found.unit:
            return text[len(text[:start].rstrip(SPACES)) - 1 : end]
    return text[slice(*numbers[0])] if numbers else found.value


def _in_words(text: str, known: Figures) -> Iterator[Quantity]:
    """`three days`: a number word counts where a unit follows."""
    for word, after in known.spoken.findall(text.casefold()):
        count = known.count(word)
        if count >= MIN_WORD_COUNT and len(word) > 1 and (unit := known.unit(after)):
            yield Quantity(str(count), unit, in_words=True)


def mentions(text: str, value: str, known: Figures) -> bool:
    """Whether a number word for the value stands in the text; without any number words small numbers count as said."""
    if not known.words:
        return value.isdecimal() and int(value) <= 12
    stems = [stem for stem, count in known.words if str(count) == value]
    folded = text.casefold()
    return any(re.search(rf"(?<![^\W\d_]){re.escape(stem)}", folded) for stem in stems)
