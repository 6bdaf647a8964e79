"""The folder `words/`: its tables read, and written again from the words that occur."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from handbook.collation import collation
from handbook.model.problem import Problem
from handbook.scan.yaml import tree
from handbook.words import endings, inflection, lexicon
from handbook.words.language import Language, language
from handbook.words.reading import Reading, chosen
from handbook.words.tokens import tokens
from handbook.words.words import Words
from handbook_io.words.analysers import ANALYSERS, Analyser
from handbook_io.words.files import problems, table

SHARE = 0.94
"""The part of all inflected forms that the table of endings explains; the rest is rare."""
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
PARSERS = {
    "collation.txt": collation,
    "endings.txt": endings.parsed,
    "forms.tsv": inflection.parsed,
    "lemmas.tsv": lexicon.parsed,
}
"""Name of a table without its language → what reads it."""
HEAD = "# Written by `handbook words update`; don't edit.\n"


def load(folder: Path, code: str) -> Words:
    """The words of one language; a language without files gets folding and prefixes only."""
    return words_of(folder, spoken(folder, code)[0])


def words_of(folder: Path, found: Language) -> Words:
    """A language with its tables. They raise TableError when they are asked for what can't be read."""
    code, tails = found.code, {**dict.fromkeys(found.clitics, ("",)), **found.tails}
    return Words(
        found,
        lambda: table(folder / f"{code}.lemmas.tsv", lexicon.parsed),
        lambda: endings.endings(table(folder / f"{code}.endings.txt", endings.parsed).rules, tails),
        lambda: table(folder / f"{code}.forms.tsv", inflection.parsed),
    )


def wrong_tables(folder: Path, code: str) -> Iterator[Problem]:
    """The tables of a language that can't be read, with the first mistake of each."""
    for name, parsed in PARSERS.items():
        yield from problems(folder / f"{code}.{name}", parsed)


def update(folder: Path, code: str, texts: Iterable[str], terms: Iterable[str]) -> tuple[Path, ...]:
    """Writes the tables of one language from its texts and its glossary's terms; the files that changed."""
    found, _ = spoken(folder, code)
    maker = ANALYSERS.get(found.analyser)
    if maker is None:
        return ()
    fresh = tables(found, maker(folder, code), texts, terms)
    return tuple(path for name, text in fresh.items() if _changed(path := folder / f"{code}.{name}", HEAD + text))


def tables(spoken: Language, analyser: Analyser, texts: Iterable[str], terms: Iterable[str]) -> Mapping[str, str]:
    """File name without the language → its text."""
    headwords = dict.fromkeys(form for term in terms for form in _forms(term))
    vocabulary = sorted({form for text in texts for form in _forms(text)} | headwords.keys())
    preferred = {reading.lemma for form in headwords for reading in _readings(form, spoken, analyser)}
    table = lexicon.of_readings(chosen({form: _readings(form, spoken, analyser) for form in vocabulary}, preferred))
    inflected = {lemma: forms for lemma in sorted(preferred & table.rows.keys()) if (forms := analyser.forms(lemma))}
    rules = endings.learned({lemma: analyser.paradigm(lemma) for lemma in table.rows}, SHARE)
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


def spoken(folder: Path, code: str) -> tuple[Language, tuple[Problem, ...]]:
    """What words/<code>.yml says; the defaults where it can't be used, and what is wrong with it."""
    path = folder / f"{code}.yml"
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    try:
        return language(code, yaml.load(text, LOADER) or {}), ()
    except (yaml.YAMLError, TypeError) as error:
        name = f"words/{path.name}"
        _, problems = tree(name, text)
        return Language(code), problems or (Problem(name, 1, "bad-yaml", {"detail": str(error)[:200]}),)


def _changed(path: Path, text: str) -> bool:
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    path.write_text(text, "utf-8", newline="\n")
    return True
