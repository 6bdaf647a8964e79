"""A language's row and catalogue in; its words, dates and numbers out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from io import BytesIO
from string import Formatter

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.dates import format_date, get_date_format
from babel.lists import format_list
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_currency, format_decimal, format_percent, get_decimal_symbol, get_group_symbol
from babel.support import NullTranslations, Translations
from babel.units import format_unit

from handbook.lazy import Lazy
from handbook.model.problem import Problem
from handbook.model.settings import Language
from handbook.scan.text import character_problems, merge_problems
from handbook.typography import typeset

Number = int | Decimal
SOURCE = "en"
"""The language that messages are written in: it needs no catalogue."""
UNITS = {
    "minutes": "duration-minute",
    "seconds": "duration-second",
    "days": "duration-day",
    "weeks": "duration-week",
    "years": "duration-year",
    "centimetres": "length-centimeter",
}
"""Our unit → CLDR's."""
INVISIBLE = frozenset("\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060")
"""What some language's writing needs, as `allowed_characters` may name it."""
ODD = ("bidi-control", "control-character")
MOST_PLURALS = 6
"""No language has more forms."""
MESSAGE = re.compile(rb'(?m)^[ \t]*msgid(?!_)[ \t]*(?!""\s*msgstr|[ \t])')
"""Where a message of a .po file begins, but for its header, which translates nothing."""
COUNTS = range(101)
"""Numbers that bring out every plural form."""


def N_(message: str) -> str:  # noqa: N802 (gettext's name)
    """Marks a text for the catalogues; it is translated where it is used."""
    return message


def compiled(path: str, data: bytes) -> tuple[bytes, list[Problem]]:
    """A .po file as .mo, which is read faster, and what is wrong with its messages; empty where it can't be read."""
    made, content = BytesIO(), data.decode("utf-8", "replace").replace("\r\n", "\n")
    try:
        found = read_po(BytesIO(data), abort_invalid=True)
        if found.num_plurals > MOST_PLURALS:
            raise ValueError(f"nplurals={found.num_plurals}")
        for message in found:
            if not any(map(str.strip, _forms(message.string))):
                message.string = ""
        write_mo(made, found)
        _try_plurals(translations(made.getvalue()))
    except PoFileError as error:
        detail = str(error).removesuffix(f" on {error.lineno}")
        unreadable = Problem(path, error.lineno + 1, "bad-catalogue", {"detail": detail})
        return b"", [*merge_problems(path, content)] or [unreadable]
    except Exception as error:  # Babel raises many kinds
        return b"", [Problem(path, 0, "bad-catalogue", {"detail": str(error)})]
    odd = (problem for problem in character_problems(path, content, INVISIBLE) if problem.code in ODD)
    return made.getvalue(), [*odd, *(problem for message in found if message.id for problem in _wrongs(path, message))]


def filled(path: str, data: bytes) -> tuple[bytes, list[Problem]]:
    """The same; a .po file without a single message is told too."""
    made, problems = compiled(path, data)
    return made, problems if problems or MESSAGE.search(data) else [Problem(path, 1, "empty-file")]


def _try_plurals(found: NullTranslations) -> None:
    """Raises what the rule for plurals raises, if it can't be worked out."""
    for count in COUNTS:
        found.ungettext("", "", count)


def _wrongs(path: str, message: Message) -> Iterator[Problem]:
    """A message without translation, or with one that can't be filled in as the original is."""
    line, said = message.lineno or 0, _forms(message.string)
    if message.fuzzy or not all(map(str.strip, said)):
        yield Problem(path, line, "untranslated", {"text": str(message.id)}, severity="warning")
    known = {name for text in _forms(message.id) for name in _names(text)}
    for text in said:
        if not known.issuperset(_names(text)):
            expected = " ".join(sorted(known)) or str(message.id)
            yield Problem(path, line, "bad-value", {"value": text, "expected": expected})


def _forms(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    """Those for one and for several, or the only one there is."""
    return (texts or "",) if texts is None or isinstance(texts, str) else tuple(texts)


def _names(text: str) -> set[str]:
    """The places to fill in; of one that is no name in braces the whole text."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return {text}
    return {text if form or how else f"{{{name}}}" for _, name, form, how in parts if name is not None}


def translations(messages: bytes) -> NullTranslations:
    """What `compiled` made."""
    return Translations(BytesIO(messages)) if messages else NullTranslations()


@dataclass(frozen=True)
class Locale:
    """How one language speaks: its interface words, dates, numbers and quotation marks."""

    lang: str
    row: Language
    translations: NullTranslations

    @cached_property
    def babel(self) -> BabelLocale:
        return BabelLocale.parse(self.row.locale)

    def t(self, message: str, **values: object) -> str:
        """An interface text in this language; {names} are filled in."""
        return self._patterns[message].format(**values) if values else self._texts[message]

    @cached_property
    def _patterns(self) -> Mapping[str, str]:
        return Lazy(lambda message: self.typeset(self.translations.ugettext(message)))

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """Texts without names to fill in, which every page shows."""
        return Lazy(lambda message: self._patterns[message].format())

    def n(self, singular: str, plural: str, count: int, **values: object) -> str:
        """An interface text that depends on a number, which it may show as {count}."""
        pattern = self.typeset(self.translations.ungettext(singular, plural, count))
        return pattern.format(count=self.number(count), **values)

    def date(self, day: date) -> str:
        """A date as it stands in running text."""
        return _date(day, self.row.date or "long", self.babel)

    @property
    def day_pattern(self) -> str:
        """A date in figures, as browsers are to write it (dd.MM.y): some of them know no Kazakh."""
        return get_date_format("short", self.babel).pattern.replace("yy", "y")

    def number(self, value: Number) -> str:
        """A number with the language's separators."""
        return _number(value, self.row.decimal or None, self.babel)

    @property
    def separators(self) -> tuple[str, str]:
        """What stands between groups of digits and before decimals: some browsers know no Kazakh."""
        return get_group_symbol(self.babel), get_decimal_symbol(self.babel)

    def percent(self, value: Number) -> str:
        """20 → 20 %, 20% … as the language writes it."""
        return format_percent(Decimal(value) / 100, self.row.percent or None, locale=self.babel, decimal_quantization=False)

    def money(self, value: int) -> str:
        """A whole amount of the readers' currency."""
        pattern = self.babel.currency_formats["standard"].pattern.replace(".00", "").replace(",00", "")
        return format_currency(value, self.row.currency, pattern, locale=self.babel, currency_digits=False)

    def amount(self, values: tuple[Decimal, ...], unit: str) -> str:
        """A number or range with its unit: `10–12 people`."""
        if not values:
            return ""
        last = values[-1]
        low = f"{self.number(values[0])}–" if len(values) > 1 else ""
        if unit == "percent":
            return low + self.percent(last)
        if unit == "people":
            return low + self.n("{count} person", "{count} people", int(last))
        if unit == "rings":
            return low + self.n("{count} ring", "{count} rings", int(last))
        if unit in UNITS:
            return low + self._with_unit(last, UNITS[unit])
        return low + self.number(last)

    def _with_unit(self, value: Decimal, unit: str) -> str:
        """CLDR lacks some long patterns (Kazakh days and months); the short ones are complete."""
        found = format_unit(value, unit, locale=self.babel)
        return format_unit(value, unit, "short", locale=self.babel) if unit in found else found

    def language_name(self, lang: str) -> str:
        """The name of a language (`sr-latn`) or of a locale's (`sr_Latn_RS`) in this language: Serbian (Latin)."""
        return _language_name(lang, self.babel)

    def listing(self, words: Iterable[str]) -> str:
        """a, b and c."""
        return self.typeset(format_list(list(words), locale=self.babel))

    def typeset(self, text: str) -> str:
        """A text with the no-break spaces of the language."""
        return typeset(text, self.row)

    def quote(self, text: str) -> str:
        """The text in the language's quotation marks."""
        return f"{self.row.quotes[0]}{text}{self.row.quotes[1]}"


@lru_cache(4096)
def _date(day: date, pattern: str, locale: BabelLocale) -> str:
    return format_date(day, pattern, locale=locale)


@lru_cache(4096)
def _language_name(lang: str, locale: BabelLocale) -> str:
    """With the script where it is told, for a handbook may have both."""
    try:
        named = BabelLocale.parse(lang.replace("-", "_"))
        return BabelLocale(named.language, script=named.script).get_display_name(locale) or lang
    except (UnknownLocaleError, ValueError):
        return lang


@lru_cache(4096)
def _number(value: Number, pattern: str | None, locale: BabelLocale) -> str:
    return format_decimal(value, pattern, locale=locale)


def unusable(row: Language) -> str:
    """The key of a row that no date, number or quotation can be written with; empty if all can."""
    spoken = Locale("", row, NullTranslations())
    trials: tuple[tuple[str, Callable[[], object]], ...] = (
        ("locale", lambda: spoken.babel),
        ("date", lambda: spoken.date(date(2026, 11, 21))),
        ("decimal", lambda: spoken.number(Decimal("1234.5"))),
        ("percent", lambda: spoken.percent(20)),
        ("quotes", lambda: row.quotes[3]),
    )
    for key, trial in trials:
        try:
            trial()
        except (ValueError, LookupError, ArithmeticError, UnknownLocaleError, AttributeError, TypeError):
            return key
    return ""
