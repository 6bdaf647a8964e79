"""What `words/<lang>.yml` says about a language, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.words.fold import Fold, fold


@dataclass(frozen=True, slots=True)
class Language:
    """How one language is analysed. A language without a file has the defaults: fold and prefix only."""

    code: str
    analyser: str = ""
    """A key of `handbook_io.words.analysers.ANALYSERS`; empty: none."""
    fold: Fold = field(default_factory=Fold)
    agreement: bool = False
    """Do the words before the head of a term inflect with it (positiivisella asenteella)?"""
    keyboards: tuple[str, ...] = ()
    """Layouts in use where it is spoken, each the characters of the same keys in the same order."""
    clitics: tuple[str, ...] = ()
    """Particles written onto the end of any form (asiakaskin)."""
    tails: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What may stand behind any ending (asiakkaille*mme*) → what the form ends in without it; search only guesses by it."""
    families: tuple[tuple[str, ...], ...] = ()
    """Lemma endings that exchange for each other in words of one family (valit*taa*, valit*us*)."""
    owned: tuple[str, ...] = ()
    """Tags of endings that name the owner; the head of a term may exchange them (дене тілі, дене тіліңіз)."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Lemmas that people use for one another, whether texts have them or not; search only."""
    light: tuple[str, ...] = ()
    """Lemmas that say little in a query: question words, pronouns, auxiliaries."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """Form → lemma (or part+part), where the analyser knows better or nothing."""


def language(code: str, row: object) -> Language:
    """One YAML file parsed as text and tables only in, the language out. Raises TypeError on a value of the wrong kind."""
    if not isinstance(row, Mapping):
        raise TypeError(f"a table expected, not {row!r}")
    return Language(
        code=code,
        analyser=_text(row.get("analyser", "")),
        fold=fold(_table(row.get("fold")), _text(row.get("squeeze", ""))),
        agreement=row.get("agreement") == "true",
        keyboards=tuple(_table(row.get("keyboards")).values()),
        clitics=tuple(_text(row.get("clitics", "")).split()),
        tails={tail: _rests(rests) for tails, rests in _table(row.get("tails")).items() for tail in tails.split()},
        families=tuple(_rests(line) for line in _text(row.get("families", "")).splitlines()),
        owned=tuple(_text(row.get("owned", "")).split()),
        synonyms=tuple(_rests(line) for line in _text(row.get("synonyms", "")).splitlines()),
        light=tuple(_text(row.get("light", "")).split()),
        readings=_table(row.get("readings")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def _rests(text: str) -> tuple[str, ...]:
    """Endings with spaces between; "-" is an empty one."""
    return tuple(part.removeprefix("-") for part in text.split())


def _table(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError(f"a table expected, not {value!r}")
    return {_text(key): _text(item) for key, item in value.items()}
