"""A text and how its language writes figures in; the numbers, units, times and dates that it states out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import get_month_names
from babel.numbers import get_currency_name, get_currency_symbol, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from handbook.model.rules import Rules
from handbook.model.settings import Language

CLDR_UNITS = {
    "second": "duration-second",
    "minute": "duration-minute",
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
    "centimetre": "length-centimeter",
    "metre": "length-meter",
    "percent": "concentr-percent",
}
COUNTS = (1, 2, 5, 21, Decimal("1.5"))
"""Numbers that bring out every plural form."""
SPACES = "\u00a0\u202f\u2009 "
WORD = r"[^\W\d_]+"
RANGE = re.compile(r"\s*[-–—/]\s*")
ONE_WORD = re.compile(rf"\s+{WORD}\s+")
"""What may stand between two numbers of one unit: 10–15 minutes, 10 to 15 per cent."""
AFTER = re.compile(rf"(?:[-:‑]({WORD}))?[{SPACES}]?([%€₸£$]|{WORD}(?: {WORD})?)?")
NAMED = re.compile(r"(?<![^\W_])([A-Z]{2,}[\w/]*)[ -](\d+(?:\.\d+)*)(?![\d%])")
"""A number that belongs to a name and is written the same everywhere: WCAG 2.2, ISO 9001."""
MIN_WORD_COUNT, LONGEST_ENDING = 2, 4
PERHAPS_PERCENT = "percent?"
"""Unit of a number beside percentages in words: `25 per cent, service 15 and sales 10`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that a text states in figures, the same in every language."""

    value: str
    """`1000.5`, `09:30`, `2026-11-21`, `11-21`."""
    unit: str = ""
    """percent, minute …; `time` or `date`; empty where none is recognised."""
    in_words: bool = False

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".strip()


@dataclass(frozen=True)
class Figures:
    """How one language writes figures, ready to be searched for."""

    number: re.Pattern[str]
    decimal: str
    times: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    """Beginning of a month's name → its number."""
    units: tuple[tuple[str, str], ...]
    """(beginning of a unit's word, unit), the longest first."""
    words: tuple[tuple[str, int], ...]
    """(beginning of a number word, its value), the longest first."""

    def count(self, word: str) -> int:
        """What a number word stands for; 0 if it is none."""
        folded = word.casefold()
        return next((value for stem, value in self.words if _begins(folded, stem) and len(folded) <= len(stem) + LONGEST_ENDING), 0)

    def unit(self, word: str) -> str:
        return next((unit for stem, unit in self.units if _begins(word.casefold(), stem)), "")


def _begins(word: str, stem: str) -> bool:
    return word == stem if len(stem) <= 2 else word.startswith(stem)


def figures(row: Language, rules: Rules, currencies: tuple[str, ...] = ("EUR",)) -> Figures:
    """The patterns of a language. CLDR knows its separators, months, units and money; `rules` the words for numbers."""
    locale = Locale.parse(row.locale)
    group, decimal = get_group_symbol(locale), get_decimal_symbol(locale)
    grouping = f"[{SPACES}]" if not group.strip() else re.escape(group)
    number = rf"(?<![^\W_])(?:\d{{1,3}}(?:{grouping}\d{{3}})+(?!\d)|\d+)(?:{re.escape(decimal)}\d+)?"
    clock = "".join(sorted({":", *re.findall(r"[Hh]+(\W)m", locale.time_formats["short"].pattern)}))
    months = {stem.casefold(): month for stem, month in _months(locale)}
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    order = [letter for letter in re.findall(r"d|M|y", re.sub(r"(.)\1+", r"\1", locale.date_formats["short"].pattern))]
    return Figures(
        number=re.compile(number),
        decimal=decimal,
        times=re.compile(rf"(?<![\d.,])(?P<h>[01]?\d|2[0-4])[{clock}](?P<min>[0-5]\d)(?![\d]|[.,:]\d)"),
        dates=tuple(_dates(names, order)),
        months=months,
        units=tuple(sorted(_units(locale, rules, currencies), key=lambda row: -len(row[0]))),
        words=tuple(sorted(((stem, int(count)) for count, stems in rules.numbers.items() for stem in stems), key=lambda row: -len(row[0]))),
    )


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    """Beginnings of the months' names that inflected forms share."""
    for month in range(1, 13):
        for context in ("format", "stand-alone"):
            name = get_month_names("wide", context, locale)[month]
            yield name if len(name) <= 4 else name[:-1], month


def _dates(names: str, order: list[str]) -> Iterator[re.Pattern[str]]:
    numeric = {"d": r"(?P<d>[0-3]?\d)", "M": r"(?P<M>[01]?\d)", "y": r"(?P<y>\d{4}|\d{2})"}
    yield re.compile(r"(?P<y>\d{4})-(?P<M>\d{2})-(?P<d>\d{2})")
    yield re.compile(r"(?<![\d.])" + r"(?P<sep>[./-])".join((numeric[order[0]], f"{numeric[order[1]]}(?P=sep){numeric[order[2]]}")) + r"(?![\d])")
    yield re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)\.(?P<M>1[0-2]|0?[1-9])\.(?!\d)")
    day, year = r"(?<!\d)(?P<d>[0-3]?\d)(?:\.|st|nd|rd|th)?", r"(?P<y>\d{4})"
    yield re.compile(rf"(?P<y>\d{{4}})[ \u00a0]\w+\.?[ \u00a0](?P<d>[0-3]?\d)[ \u00a0-](?P<m>{names})\w*", re.IGNORECASE)
    yield re.compile(rf"{day}[ \u00a0](?:of )?(?P<m>{names})\w*(?:,?[ \u00a0]{year})?", re.IGNORECASE)
    yield re.compile(rf"\b(?P<m>{names})\w*[ \u00a0](?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?[ \u00a0]{year})?", re.IGNORECASE)


def _units(locale: Locale, rules: Rules, currencies: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for unit, cldr in CLDR_UNITS.items():
        for length in ("long", "short"):
            for count in COUNTS:
                word = re.sub(r"[\d.,\s\u00a0\u202f]+", " ", format_unit(count, cldr, length=length, locale=locale)).strip().casefold()
                if word and word != cldr:
                    yield _stem(word), unit
    for unit, stems in rules.units.items():
        yield from ((stem, unit) for stem in stems)
    for currency in currencies:
        yield get_currency_symbol(currency, locale).casefold(), f"money {currency}"
        for count in COUNTS:
            yield get_currency_name(currency, count, locale).partition(" ")[0].casefold(), f"money {currency}"
    yield "%", "percent"


def _stem(word: str) -> str:
    """What inflected forms of a word share, roughly."""
    return word if len(word) < 5 else word[:-1] if len(word) == 5 else word[:-2]


@lru_cache(maxsize=16_384)
def _cut(text: str, pattern: re.Pattern[str]) -> tuple[tuple[re.Match[str], ...], str]:
    """What the pattern finds, and the text with spaces in its place."""
    return tuple(pattern.finditer(text)), pattern.sub(lambda match: " " * len(match[0]), text)


def quantities(text: str, known: Figures) -> tuple[Quantity, ...]:
    """Everything that the text states in figures, and number words that stand before a unit."""
    if not any(character.isdigit() for character in text):
        return tuple(_in_words(text, known))
    found: list[Quantity] = []
    for pattern in known.dates:
        matches, text = _cut(text, pattern)
        found += (Quantity(_date(match.groupdict(), known), "date") for match in matches)
    matches, text = _cut(text, NAMED)
    found += (Quantity(match[2]) for match in matches)
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
    units = [_unit_after(text, match.end(), known) or _unit_before(text, match.start(), known) for match in matches]
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


def _unit_after(text: str, end: int, known: Figures) -> str:
    match = AFTER.match(text, end)
    if not match:
        return ""
    return (known.unit(match[2]) if match[2] else "") or (known.unit(match[1]) if match[1] else "")


def _unit_before(text: str, start: int, known: Figures) -> str:
    sign = text[:start].rstrip(SPACES)[-1:]
    return known.unit(sign) if sign and not sign.isalnum() and sign != "%" else ""


def _in_words(text: str, known: Figures) -> Iterator[Quantity]:
    """`three days`: a number word counts where a unit follows."""
    if not known.words:
        return
    words = re.findall(r"\w+|[^\w\s]", text)
    for word, after in zip(words, words[1:], strict=False):
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
