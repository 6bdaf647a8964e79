"""The language in which commands speak: chosen by option or environment, its words from catalogues/."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import click
from babel.support import NullTranslations

from handbook.annotations import Speak
from handbook.locale import Locale
from handbook.messages import Translate
from handbook.model.handbook import Handbook
from handbook.model.settings import Language
from handbook.recall import Recall
from handbook_io.disk import catalogue

WRITTEN = "en"
"""The language in which the code says things; it needs no catalogue."""
OF_FILE = "file"
ENVIRONMENT = ("HANDBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
PLAIN = Language("English", "en_GB", ("“", "”", "‘", "’"))
"""Dates and numbers where the handbook has no row for the language of the commands."""
ui_option = click.option(
    "--ui-lang",
    default="",
    metavar="LANG",
    help="Language of the messages; 'file': each in that of its file (default: from HANDBOOK_LANG or the system, else English).",
)


def language(root: Path, typed: str) -> str:
    """The chosen language: typed, of the environment, or English. Ends the command at one without a catalogue."""
    known = {path.stem for path in (root / "catalogues").glob("*.po")}
    if typed in ("", OF_FILE):
        words = (os.environ.get(name, "").partition("_")[0] for name in ENVIRONMENT)
        return next((word for word in words if word in known), WRITTEN)
    if typed not in known | {WRITTEN}:
        raise click.BadParameter(
            f"there is no catalogue for {typed!r}: {', '.join(sorted({WRITTEN, *known}))}", param_hint="--ui-lang"
        )
    return typed


@cache
def translations(root: Path, lang: str) -> NullTranslations:
    """A language's catalogue; an empty one where there is none."""
    return catalogue(root, lang, Recall())


def translator(root: Path, lang: str) -> Translate:
    return translations(root, lang).ugettext


def speaker(root: Path, typed: str) -> Speak:
    """Who tells the problems of a file."""
    chosen = language(root, typed)
    if typed == OF_FILE:
        return lambda path: translator(root, path.split("/")[1] if "/" in path else chosen)
    return lambda path: translator(root, chosen)


def locale(root: Path, handbook: Handbook, lang: str) -> Locale:
    """How a language speaks on the command line."""
    return Locale(lang, handbook.languages.get(lang, PLAIN), translations(root, lang))
