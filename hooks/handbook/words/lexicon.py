"""A committed word table in, the lemmas of forms and the forms of lemmas out.

One line a lemma, so that branches merge line by line: lemma, parts joined by +, the forms that occur.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from handbook.words.reading import Reading


class Entry(NamedTuple):
    lemma: str
    parts: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    entries: Mapping[str, Entry] = field(default_factory=dict)
    by_form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Form → lemmas, the one with most forms first."""

    def parts(self, lemma: str) -> tuple[str, ...]:
        entry = self.entries.get(lemma)
        return entry.parts if entry else ()


def lexicon(entries: Iterable[Entry]) -> Lexicon:
    by_lemma = {entry.lemma: entry for entry in entries}
    by_form: dict[str, list[str]] = defaultdict(list)
    for entry in by_lemma.values():
        for form in entry.forms:
            by_form[form].append(entry.lemma)
    for lemmas in by_form.values():
        if len(lemmas) > 1:
            lemmas.sort(key=lambda lemma: (-len(by_lemma[lemma].forms), lemma))
    return Lexicon(by_lemma, {form: tuple(lemmas) for form, lemmas in by_form.items()})


def of_readings(readings: Mapping[str, tuple[Reading, ...]]) -> Lexicon:
    """The chosen readings of a vocabulary in, its table out."""
    parts: dict[str, tuple[str, ...]] = {}
    forms: dict[str, set[str]] = defaultdict(set)
    for form, ways in readings.items():
        for reading in ways:
            parts[reading.lemma] = min(parts.get(reading.lemma, reading.parts), reading.parts)
            forms[reading.lemma].add(form)
    return lexicon(Entry(lemma, parts[lemma], tuple(sorted(forms[lemma]))) for lemma in sorted(forms))


def parsed(text: str) -> Lexicon:
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return lexicon(Entry(lemma, tuple(parts.split("+")) if parts else (), tuple(forms.split())) for lemma, parts, forms in rows)


def written(table: Lexicon) -> str:
    """The inverse of `parsed`."""
    entries = (table.entries[lemma] for lemma in sorted(table.entries))
    return "".join(f"{entry.lemma}\t{'+'.join(entry.parts)}\t{' '.join(entry.forms)}\n" for entry in entries)
