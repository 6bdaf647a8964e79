"""The folder `words/`: its tables read, and written again from the words that occur."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from handbook.words import endings, inflection, lexicon
from handbook.words.language import Language, language
from handbook.words.reading import Reading, chosen
from handbook.words.tokens import tokens
from handbook.words.words import Words
from handbook_io.tables import table
from handbook_io.words.analysers import ANALYSERS, Analyser

SHARE = 0.94
"""The part of all inflected forms that the table of endings explains; the rest is rare."""
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
HEAD = "# Written by `handbook words update`; don't edit.\n"


def load(folder: Path, code: str) -> Words:
    """The words of one language; a language without files gets folding and prefixes only.

    Raises TableError, as the words do later when they are asked for what can't be read.
    """
    spoken = _language(folder, code)
    tails = {**dict.fromkeys(spoken.clitics, ("",)), **spoken.tails}
    return Words(
        spoken,
        lambda: table(folder / f"{code}.lemmas.tsv", lexicon.parsed),
        lambda: endings.endings(table(folder / f"{code}.endings.txt", endings.parsed).rules, tails),
        lambda: table(folder / f"{code}.forms.tsv", inflection.parsed),
    )


def update(folder: Path, code: str, texts: Iterable[str], terms: Iterable[str]) -> tuple[Path, ...]:
    """Writes the tables of one language from its texts and its glossary's terms; the files that changed."""
    spoken = _language(folder, code)
    maker = ANALYSERS.get(spoken.analyser)
    if maker is None:
        return ()
    fresh = tables(spoken, maker(folder, code), texts, terms)
    return tuple(path for name, text in fresh.items() if _changed(path := folder / f"{code}.{name}", HEAD + text))


def tables(spoken: Language, analyser: Analyser, texts: Iterable[str], terms: Iterable[str]) -> Mapping[str, str]:
    """File name without the language → its text."""
    headwords = dict.fromkeys(form for term in terms for form in _forms(term))
    vocabulary = sorted({form for text in texts for form in _forms(text)} | headwords.keys())
    preferred = {reading.lemma for form in headwords for reading in _readings(form, spoken, analyser)}
    table = lexicon.of_readings(chosen({form: _readings(form, spoken, analyser) for form in vocabulary}, preferred))
    inflected = {lemma: forms for lemma in sorted(preferred & table.entries.keys()) if (forms := analyser.forms(lemma))}
    rules = endings.learned({lemma: analyser.paradigm(lemma) for lemma in table.entries}, SHARE)
    return {
        "lemmas.tsv": lexicon.written(table),
        "endings.txt": endings.written(rules),
        "forms.tsv": inflection.written(inflection.inflections(inflected)),
    }


def _readings(form: str, spoken: Language, analyser: Analyser) -> tuple[Reading, ...]:
    own = spoken.readings.get(form)
    return (Reading(own.replace("+", ""), tuple(own.split("+")) if "+" in own else ()),) if own else analyser.readings(form)


def _forms(text: str) -> Iterable[str]:
    return (token.text.lower() for token in tokens(text) if not token.text.isdecimal())


def _language(folder: Path, code: str) -> Language:
    return table(folder / f"{code}.yml", lambda text: language(code, _row(text)))


def _row(text: str) -> object:
    """A YAML file as text and tables only. Raises ValueError."""
    try:
        return yaml.load(text, LOADER) or {}
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _changed(path: Path, text: str) -> bool:
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.write_text(text, "utf-8", newline="\n")
    return True
