"""Rules for paper: what no font of a language's script can write would stop all printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from babel.support import NullTranslations

from handbook.checks.register import line
from handbook.locale import Locale
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.model.settings import SETTINGS, Language
from handbook.printing.fonts import unwritten

SOME_DAY = date(2026, 11, 21)
"""The month of any date is in the language's letters."""


def printable(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Every character of a page can be printed."""
    row = handbook.languages[page.lang]
    for at, text in _texts(page):
        yield from _lost(page.path, at, row, text)


def _texts(page: Page) -> Iterator[tuple[int, str]]:
    """Line and text of all that a print of the page shows."""
    for key in ("title", "description"):
        yield page.lines.get(key, 1), getattr(page.matter, key)
    for block in page.blocks:
        yield block.line, block.text


def terms(handbook: Handbook) -> Iterator[Problem]:
    """Every character of the glossary can be printed."""
    for concept in handbook.concepts.values():
        for lang, term in concept.entry.languages.items():
            if lang in handbook.languages:
                text = " ".join((*term.accepted, *term.deprecated, term.definition, term.note))
                at = concept.lines.get(f"languages.{lang}", 1)
                yield from _lost(concept.path, at, handbook.languages[lang], text)


def settings(handbook: Handbook) -> Iterator[Problem]:
    """Every name in handbook.yml, every local rule and every date can be printed."""
    for lang, row in handbook.languages.items():
        for key, text in _named(handbook, lang):
            yield from _lost(SETTINGS, line(handbook, SETTINGS, key), row, text)


def _named(handbook: Handbook, lang: str) -> Iterator[tuple[str, str]]:
    """Dotted key and words of all that a print in a language may show."""
    found = handbook.settings
    yield f"languages.{lang}.script", Locale(lang, found.languages[lang], NullTranslations()).date(SOME_DAY)
    words: list[tuple[str, Mapping[str, str]]] = [("title", found.title), ("description", found.description)]
    words += [(f"situations.{key}", situation.name) for key, situation in found.situations.items()]
    words += [(f"owners.{key}", owner.name) for key, owner in found.owners.items()]
    yield from ((key, names.get(lang, "")) for key, names in words)
    yield from ((f"policy.{key}", rule.text(lang)) for key, rule in found.policy.items())


def _lost(path: str, at: int, row: Language, text: str) -> Iterator[Problem]:
    if lost := unwritten(row, text):
        yield Problem(path, at, "unprintable", {"character": lost, "code": f"U+{ord(lost):04X}"})
