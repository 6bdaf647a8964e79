"""A form in, what a morphological analyser of its language says out; run by `handbook words update` only."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import yaml

from handbook.words.grammar import Grammar, grammar
from handbook.words.reading import Reading
from handbook.words.stems import Stem, forms, stems
from handbook.words.suffixes import VERB, Suffixes

Tagged = Mapping[str, tuple[str, ...]]
"""Tag of a form → the forms."""


class Analyser(Protocol):
    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a lower-case form; none if it is unknown."""

    def paradigm(self, lemma: str) -> Iterable[str]:
        """The forms a lemma has, for the table of endings: a few wrong ones do no harm."""

    def forms(self, lemma: str) -> Tagged:
        """The forms of a lemma as a headword, each right and with its tag; none if they can't be had."""


class Morfeusz:
    """Polish, by Morfeusz 2 with the SGJP dictionary (BSD)."""

    def __init__(self) -> None:
        self._tool: Any = import_module("morfeusz2").Morfeusz(expand_tags=True)

    def readings(self, form: str) -> tuple[Reading, ...]:
        first = [item for start, _, item in self._tool.analyse(form) if start == 0 and item[2] != "ign"]
        common = [item for item in first if not _is_name(item[3])] or first
        return tuple(dict.fromkeys(self._reading(form, lemma.partition(":")[0].lower(), tag) for _, lemma, tag, *_ in common))

    def paradigm(self, lemma: str) -> Iterable[str]:
        return all_forms(self.forms(lemma))

    def forms(self, lemma: str) -> Tagged:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for form, _, tag, names, _ in self._tool.generate(lemma):
            if not _is_name(names):
                found[_polish_tag(tag)][form] = None
        return {tag: tuple(variants) for tag, variants in found.items()}

    def _reading(self, form: str, lemma: str, tag: str) -> Reading:
        """A verbal noun is a headword of its own, and so is what begins with nie- (Morfeusz files both under the verb)."""
        kind = tag.partition(":")[0]
        if kind == "ger" or (kind in {"ppas", "pact"} and tag.endswith(":neg")):
            own = self._nominative(lemma, kind)
            return Reading(f"nie{own}" if tag.endswith(":neg") else own, (lemma,) if kind == "ger" else ())
        return Reading(lemma)

    def _nominative(self, lemma: str, kind: str) -> str:
        starts = (f"{kind}:sg:nom:n:", f"{kind}:sg:nom:m1:")
        return next((form for form, _, tag, *_ in self._tool.generate(lemma) if tag.startswith(starts) and tag.endswith(":aff")), lemma)


def all_forms(tagged: Tagged) -> Iterable[str]:
    return dict.fromkeys(form for variants in tagged.values() for form in variants)


def _is_name(names: Iterable[str]) -> bool:
    return any(name not in {"nazwa_pospolita"} for name in names)


def _polish_tag(tag: str) -> str:
    """"subst:sg:gen:f" → "sg.gen"; an adjective keeps its gender, for its noun decides it."""
    kind, *values = tag.split(":")
    return ".".join(values[:2] if kind == "subst" else [kind, *values])


class Simplemma:
    """A language of simplemma's dictionaries (MIT)."""

    def __init__(self, code: str) -> None:
        module = import_module("simplemma.strategies.dictionaries")
        self._dictionary: Any = module.DefaultDictionaryFactory().get_dictionary(code)

    def readings(self, form: str) -> tuple[Reading, ...]:
        lemma = self._dictionary.get(form)
        return (Reading(_text(lemma).lower()),) if lemma else ()

    def paradigm(self, lemma: str) -> Iterable[str]:
        return self._by_lemma.get(lemma, ())

    def forms(self, lemma: str) -> Tagged:
        return {form: (form,) for form in self.paradigm(lemma)}

    @cached_property
    def _by_lemma(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for form, lemma in self._dictionary.items():
            if form == form.lower():
                found[_text(lemma)].append(_text(form))
        return found


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


class Voikko:
    """Finnish, by Voikko's transducer (GPL-3; decision 0101); the forms to try come from simplemma's dictionary."""

    def __init__(self) -> None:
        self._tool: Any = import_module("pyvoikko")
        self._candidates = Simplemma("fi")

    def readings(self, form: str) -> tuple[Reading, ...]:
        found = dict.fromkeys(_finnish(analysis) for analysis in self._tool.analyse(form))
        fewest = min((len(reading.parts) for reading in found), default=0)
        return tuple(reading for reading in found if len(reading.parts) <= max(fewest, 1))

    def paradigm(self, lemma: str) -> Iterable[str]:
        start, head = self._head(lemma)
        return (start + form for form in self._candidates.paradigm(head))

    def forms(self, lemma: str) -> Tagged:
        start, head = self._head(lemma)
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for candidate in self._candidates.paradigm(head):
            for analysis in self._tool.analyse(candidate):
                if analysis.BASEFORM == head:
                    found[_finnish_tag(analysis)][start + candidate] = None
        return {tag: tuple(variants) for tag, variants in found.items()}

    def _head(self, lemma: str) -> tuple[str, str]:
        """A compound in, what stands before its last part and that part."""
        parts = max((reading.parts for reading in self.readings(lemma)), key=len, default=())
        last = parts[-1] if parts else lemma
        return lemma.removesuffix(last), last


def _finnish(analysis: Any) -> Reading:
    parts = tuple(part.BASEFORM.lower() for part in analysis.COMPOUND_PARTS or ())
    return Reading(analysis.BASEFORM.lower(), parts)


def _finnish_tag(analysis: Any) -> str:
    values = (analysis.NUMBER, analysis.SIJAMUOTO, analysis.POSSESSIVE, analysis.MOOD, analysis.TENSE, analysis.PERSON)
    return ".".join(filter(None, values)) or "-"


class Suffixing(Suffixes):
    """A language whose grammar and stems are ours (`words/<lang>.grammar.yml`, `words/<lang>.stems.txt`)."""

    def __init__(self, folder: Path, code: str) -> None:
        rules: Grammar = grammar(yaml.load((folder / f"{code}.grammar.yml").read_text("utf-8"), yaml.BaseLoader))
        super().__init__(rules, stems((folder / f"{code}.stems.txt").read_text("utf-8"), rules))
        self._entries: Mapping[str, Stem] = {entry.lemma: entry for entry in reversed(self.stems.values())}

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
