"""A language's row and rules in, the patterns by which its figures are found out. CLDR knows most of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from babel import Locale
from babel.dates import get_month_names, get_period_names
from babel.numbers import get_currency_name, get_currency_symbol, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from handbook.lazy import Lazy
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
LONGEST_ENDING = 4
Units = Iterable[tuple[str, str]]
"""What `units` finds."""


@dataclass(frozen=True, eq=False)
class Figures:
    """How one language writes figures, ready to be searched for. Each is equal to itself only."""

    number: re.Pattern[str]
    decimal: str
    times: re.Pattern[str]
    halves: re.Pattern[str]
    """Times of the day's first or second half: 9 a.m., 5.30 pm."""
    dates: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    """Beginning of a month's name → its number."""
    units: tuple[tuple[str, str], ...]
    """(beginning of a unit's word, unit), the longest first."""
    words: tuple[tuple[str, int], ...]
    """(beginning of a number word, its value), the longest first."""
    numeral: re.Pattern[str]
    """How a number word begins."""
    spoken: re.Pattern[str]
    """What may be a number word, and the word or sign that follows it, in a text without capitals."""

    def count(self, word: str) -> int:
        """What a number word stands for; 0 if it is none."""
        return self._counts[word.casefold()]

    def unit(self, word: str) -> str:
        """What a word or sign counts; empty if it counts nothing."""
        return self._units[word.casefold()]

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """Words recur: each is looked up once."""
        return Lazy(self._count)

    @cached_property
    def _units(self) -> Mapping[str, str]:
        return Lazy(lambda folded: next((unit for stem, unit in self.units if _begins(folded, stem)), ""))

    def _count(self, folded: str) -> int:
        if not self.numeral.match(folded):
            return 0
        found = (value for stem, value in self.words if _begins(folded, stem) and len(folded) <= len(stem) + LONGEST_ENDING)
        return next(found, 0)


def _begins(word: str, stem: str) -> bool:
    return word == stem if len(stem) <= 2 else word.startswith(stem)


def figures(row: Language, rules: Rules, units: Units) -> Figures:
    """The patterns of a language. CLDR knows its separators and months, `rules` the words for numbers."""
    locale = Locale.parse(row.locale)
    group, decimal = get_group_symbol(locale), get_decimal_symbol(locale)
    grouping = f"[{SPACES}]" if not group.strip() else re.escape(group)
    number = rf"(?<![^\W_])(?:\d{{1,3}}(?:{grouping}\d{{3}})+(?!\d)|\d+)(?:{re.escape(decimal)}\d+)?"
    usual = ":." if decimal == "," else ":"
    clock = "".join(sorted({*usual, *re.findall(r"[Hh]+(\W)m", locale.time_formats["short"].pattern)}))
    months = {stem.casefold(): month for stem, month in _months(locale)}
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    order = re.findall(r"d|M|y", re.sub(r"(.)\1+", r"\1", locale.date_formats["short"].pattern))
    numerals = "|".join(re.escape(stem) for stem, _ in _words(rules)) or "(?!)"
    return Figures(
        number=re.compile(number),
        decimal=decimal,
        times=re.compile(rf"(?<![\d.,])(?P<h>[01]?\d|2[0-4])[{clock}](?P<min>[0-5]\d)(?![\d]|[.,:]\d)"),
        halves=re.compile(_halves(locale), re.IGNORECASE),
        dates=tuple(_dates(names, order)),
        months=months,
        units=tuple(sorted(units, key=lambda row: -len(row[0]))),
        words=tuple(sorted(_words(rules), key=lambda row: -len(row[0]))),
        numeral=re.compile(numerals),
        spoken=re.compile(rf"\b((?:{numerals})\w*+) ?(?=(\w+|[^\w\s]))"),
    )


def _months(locale: Locale) -> Iterator[tuple[str, int]]:
    """Beginnings of the months' names that inflected forms share."""
    for month in range(1, 13):
        for context in ("format", "stand-alone"):
            name = get_month_names("wide", context, locale)[month]
            yield name if len(name) <= 4 else name[:-1], month


def _halves(locale: Locale) -> str:
    """Nothing where CLDR knows no words for the halves of a day."""
    names = get_period_names("abbreviated", locale=locale)
    if "am" not in names or "pm" not in names:
        return "(?!)"
    before, after = (r"\.?".join(re.escape(letter) for letter in names[half] if letter.isalpha()) for half in ("am", "pm"))
    return rf"(?<![\d.,:])(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))?[{SPACES}]?(?:{before}|(?P<pm>{after}))\b"


def _dates(names: str, order: list[str]) -> Iterator[re.Pattern[str]]:
    numeric = {"d": r"(?P<d>[0-3]?\d)", "M": r"(?P<M>[01]?\d)", "y": r"(?P<y>\d{4}|\d{2})"}
    yield re.compile(r"(?P<y>\d{4})-(?P<M>\d{2})-(?P<d>\d{2})")
    first, second, third = (numeric[letter] for letter in order)
    yield re.compile(rf"(?<![\d.]){first}(?P<sep>[./-]){second}(?P=sep){third}(?!\d)")
    yield re.compile(r"(?<![\d.])(?P<d>[0-3]?\d)\.(?P<M>1[0-2]|0?[1-9])\.(?!\d)")
    day, year = r"(?<!\d)(?P<d>[0-3]?\d)(?:\.|st|nd|rd|th)?", r"(?P<y>\d{4})"
    yield re.compile(rf"(?P<y>\d{{4}})[ \u00a0]\w+\.?[ \u00a0](?P<d>[0-3]?\d)[ \u00a0-](?P<m>{names})\w*", re.IGNORECASE)
    yield re.compile(rf"{day}[ \u00a0](?:of )?(?P<m>{names})\w*(?:,?[ \u00a0]{year})?", re.IGNORECASE)
    yield re.compile(rf"\b(?P<m>{names})\w*[ \u00a0](?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?[ \u00a0]{year})?", re.IGNORECASE)


def _words(rules: Rules) -> Iterator[tuple[str, int]]:
    return ((stem, int(count)) for count, stems in rules.numbers.items() for stem in stems)


def units(row: Language, rules: Rules, currencies: tuple[str, ...] = ("EUR",)) -> Iterator[tuple[str, str]]:
    """Beginnings of the words for units and money, each with what it counts, from CLDR and `rules`."""
    locale = Locale.parse(row.locale)
    for unit, cldr in CLDR_UNITS.items():
        for length in ("long", "short"):
            for count in COUNTS:
                shown = format_unit(count, cldr, length=length, locale=locale)
                word = re.sub(r"[\d.,\s\u00a0\u202f]+", " ", shown).strip().casefold()
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
