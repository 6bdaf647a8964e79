"""A form in, what a morphological analyser of its language says out; run by `handbook words update` only."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

import yaml

from handbook.words.grammar import Grammar, grammar
from handbook.words.reading import Reading
from handbook.words.stems import Stem, forms, stems
from handbook.words.suffixes import VERB, Suffixes
from handbook_io.words.finnish import Voikko
from handbook_io.words.polish import Morfeusz
from handbook_io.words.simple import Simplemma, Tagged


class Analyser(Protocol):
    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a lower-case form; none if it is unknown."""

    def paradigm(self, lemma: str) -> Iterable[str]:
        """The forms a lemma has, for the table of endings: a few wrong ones do no harm."""

    def forms(self, lemma: str) -> Tagged:
        """The forms of a lemma as a headword, each right and with its tag; none if they can't be had."""


class Suffixing(Suffixes):
    """A language whose grammar and stems are ours (`words/<lang>.grammar.yml`, `words/<lang>.stems.txt`)."""

    def __init__(self, folder: Path, code: str) -> None:
        rules: Grammar = grammar(yaml.load((folder / f"{code}.grammar.yml").read_text("utf-8"), yaml.BaseLoader))
        super().__init__(rules, stems((folder / f"{code}.stems.txt").read_text("utf-8"), rules))
        self._entries: Mapping[str, Stem] = {entry.lemma: entry for entry in reversed(tuple(self.stems.values()))}

    def paradigm(self, lemma: str) -> Iterable[str]:
        return forms(self._entry(lemma), self.grammar)

    def forms(self, lemma: str) -> Tagged:
        entry = self._entry(lemma)
        own = self.grammar.headword_tag(entry.kind)
        return {tag: (form,) for form, tag in forms(entry, self.grammar).items() if tag.startswith(own)}

    def _entry(self, lemma: str) -> Stem:
        return self._entries.get(lemma.rstrip(VERB)) or Stem(lemma, "noun", lemma)


ANALYSERS: Mapping[str, Callable[[Path, str], Analyser]] = {
    "morfeusz": lambda folder, code: Morfeusz(),
    "simplemma": lambda folder, code: Simplemma(code),
    "voikko": lambda folder, code: Voikko(),
    "suffixes": Suffixing,
}
"""What `analyser:` of `words/<lang>.yml` may name."""
