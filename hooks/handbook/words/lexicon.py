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
    rows: Mapping[str, str] = field(default_factory=dict)
    """Lemma → the rest of its line: of most, nobody asks more than whether it is there."""
    by_form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Form → lemmas, the one with most forms first."""

    def parts(self, lemma: str) -> tuple[str, ...]:
        joined = self.rows.get(lemma, "").partition("\t")[0]
        return tuple(joined.split("+")) if joined else ()

    def forms(self, lemma: str) -> tuple[str, ...]:
        return tuple(self.rows.get(lemma, "").partition("\t")[2].split())


def lexicon(entries: Iterable[Entry]) -> Lexicon:
    return _lexicon({entry.lemma: f"{'+'.join(entry.parts)}\t{' '.join(entry.forms)}" for entry in entries})


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
    """Raises ValueError at a line that hasn't three columns."""
    return _lexicon(dict(line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("#")))


def _lexicon(rows: Mapping[str, str]) -> Lexicon:
    by_form: dict[str, tuple[str, ...]] = {}
    count: dict[str, int] = {}
    shared: set[str] = set()
    for lemma, row in rows.items():
        _, written = row.split("\t")
        forms, alone = written.split(), (lemma,)
        count[lemma] = len(forms)
        for form in forms:
            if by_form.setdefault(form, alone) is not alone:
                by_form[form] += alone
                shared.add(form)
    for form in shared:
        by_form[form] = tuple(sorted(by_form[form], key=lambda lemma: (-count[lemma], lemma)))
    return Lexicon(rows, by_form)


def written(table: Lexicon) -> str:
    """The inverse of `parsed`."""
    return "".join(f"{lemma}\t{table.rows[lemma]}\n" for lemma in sorted(table.rows))
