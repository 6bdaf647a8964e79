"""Words in, those that no dictionary knows out: real dictionaries of four languages, and our own lists."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import yaml
from spelling.listed import AS_WRITTEN, ROOT, Listed, listed

from handbook.words.grammar import Grammar, grammar
from handbook.words.stems import Stem, forms, stem, stems
from handbook.words.suffixes import Analysis, Suffixes

FOLDERS = (os.environ.get("DICPATH", ""), "/usr/share/hunspell", "/usr/share/myspell/dicts", "/opt/homebrew/share/hunspell")
UTF_8 = {**os.environ, "LC_ALL": "C.UTF-8"}
"""Without it hunspell reads our words in the dictionary's own encoding."""
Unknown = Callable[[Collection[str]], set[str]]
"""Words without hyphens in, the unknown ones out."""


class MissingDictionaryError(Exception):
    """A dictionary is not installed; the message says which, and how to get it."""


def _missing(name: str, package: str) -> MissingDictionaryError:
    return MissingDictionaryError(f"{name} is not installed: run tests/needs.py, or install Debian's {package}")


# Hunspell


def hunspell(dictionary: str, package: str, own: Iterable[Listed]) -> Unknown:
    """A hunspell dictionary together with our words, inflected after their models."""
    if not shutil.which("hunspell"):
        raise _missing("hunspell", "hunspell")
    table = _table(dictionary, package)
    personal = "".join(f"{entry.word}/{entry.model}\n" if entry.model else f"{entry.word}\n" for entry in own)

    def unknown(words: Collection[str]) -> set[str]:
        with tempfile.NamedTemporaryFile("w", suffix=".dic", encoding="utf-8") as file:
            file.write(personal)
            file.flush()
            command = ("hunspell", "-i", "utf-8", "-l", "-d", str(table.with_suffix("")), "-p", file.name)
            run = subprocess.run(command, input="\n".join(words), encoding="utf-8", env=UTF_8, capture_output=True, check=True)
        return set(run.stdout.split())

    return unknown


def _table(dictionary: str, package: str) -> Path:
    found = next((path for folder in FOLDERS if folder and (path := Path(folder) / f"{dictionary}.dic").is_file()), None)
    if not found:
        raise _missing(f"The hunspell dictionary {dictionary}", package)
    return found


# Finnish


def voikko(own: Iterable[Listed]) -> Unknown:
    """Voikko together with our words: a form is right if its model's, made of it, is right and has the model for its lemma."""
    try:
        from libvoikko import Voikko, VoikkoException
    except ImportError as error:
        raise MissingDictionaryError("libvoikko is not installed: pip install -r requirements/test.txt") from error
    try:
        tool = Voikko("fi")
    except (OSError, VoikkoException) as error:
        raise _missing("Voikko", "libvoikko1 and voikko-fi") from error
    entries = tuple(own)

    def known(word: str) -> bool:
        return tool.spell(word) or any(inflects(entry, word) for entry in entries)

    def inflects(entry: Listed, word: str) -> bool:
        if not entry.model:
            return word in (entry.word, entry.word.capitalize())
        head, model_head = entry.heads
        form, head = (word, head) if entry.word[0].isupper() else (word.lower(), head.lower())
        readings = tool.analyze(model_head + form[len(head) :]) if form.startswith(head) else ()
        return any(reading["BASEFORM"].lower() == entry.model.lower() for reading in readings)

    return lambda words: {word for word in words if not known(word)}


# Kazakh


def suffixing(lang: str, dictionary: str, package: str, own: Iterable[Listed]) -> Unknown:
    """The entries of a hunspell dictionary and our stems, inflected by our own grammar.

    The dictionary's own endings reject a quarter of the right forms (кезегі) and accept wrong ones (кезекі). Of the stems
    that search uses only those count that are entries too; what else is right is in our list, read for its spelling.
    """
    rules = grammar(yaml.load((ROOT / "words" / f"{lang}.grammar.yml").read_text("utf-8"), yaml.BaseLoader))
    entries = dict(_entries(_table(dictionary, package)))
    used = stems((ROOT / "words" / f"{lang}.stems.txt").read_text("utf-8"), rules)
    ours = stems("\n".join(f"{entry.model or AS_WRITTEN}: {entry.word}" for entry in own), rules)
    confirmed = (entry for entry in used if entry.text in entries or entry.lemma in entries)
    analyser = Suffixes(rules, chain((_stem(*entry, rules) for entry in entries.items()), confirmed, ours))

    def known(form: str) -> bool:
        return form in entries or any(is_built(form, way) for way in analyser.analyses(form))

    def is_built(form: str, way: Analysis) -> bool:
        """Is the stem listed, and if it drops a vowel (орын, орны), is the form among its own?"""
        entry = analyser.stems.get((way.kind, way.stem))
        return way.known and (not entry or not entry.short or form in forms(entry, rules))

    return lambda words: {word for word in words if not (known(word) or known(word.lower()))}


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """The words of a dictionary in small letters, with their flags."""
    for row in path.read_text("utf-8-sig").split()[1:]:
        entry, _, flags = row.partition("/")
        yield entry.lower(), flags


def _stem(entry: str, flags: str, rules: Grammar) -> Stem:
    """A verbal noun as the stem of its verb, any other word as a noun."""
    verbal_noun = VERBAL_NOUN.fullmatch(entry) if flags.startswith(VERB_FLAG) else None
    return stem(verbal_noun[1] + VERB_END[verbal_noun[2]], "verb", rules) if verbal_noun else stem(entry, "noun", rules)


VERB_FLAG = "M"
VERBAL_NOUN = re.compile("(..+)(у|(?<!и)ю)")
"""басу, қою; of кию the letters don't show the stem."""
VERB_END = {"у": "", "ю": "й"}


def dictionary(lang: str) -> Unknown:
    """The dictionary of one language. Raises MissingDictionaryError."""
    return DICTIONARIES[lang](listed(lang))


DICTIONARIES: Mapping[str, Callable[[Iterable[Listed]], Unknown]] = {
    "en": lambda own: hunspell("en_GB", "hunspell-en-gb", own),
    "fi": voikko,
    "kk": lambda own: suffixing("kk", "kk_KZ", "hunspell-kk", own),
    "pl": lambda own: hunspell("pl_PL", "hunspell-pl", own),
}
