"""The inflected forms of the glossary's words, each with its tag: another word's form in, this one's out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from handbook.words.start import shared_start

Tagged = Mapping[str, tuple[str, ...]]
"""Tag of a form ("sg.gen") → the forms, the usual one first."""


class Inflections:
    """The lines of a table, one a lemma: the lemma, what all its forms begin with, then tag=rest|rest for each tag.

    A line is taken apart when its lemma is asked for: a table has tens of thousands of forms, of which a handbook uses few.
    Lemmas with the same rests share them in memory.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        rows = (line.split("\t", 2) for line in lines)
        same: dict[str, str] = {}
        barred = ((lemma, start, _barred(cells[0]) if cells else "") for lemma, start, *cells in rows)
        self._rows = {lemma: (start, same.setdefault(cells, cells)) for lemma, start, cells in barred}

    @property
    def lemmas(self) -> tuple[str, ...]:
        return tuple(self._rows)

    def forms(self, lemma: str) -> Tagged:
        """Empty for a lemma that the table doesn't have."""
        start, cells = self._rows.get(lemma, ("", ""))
        return dict(_cell(cell, start) for cell in cells.split("\t")) if cells else {}

    def of(self, form: str) -> tuple[str, ...]:
        """The lemmas that a form may belong to, in the table's order."""
        starts = (form[:length] for length in range(len(form) + 1))
        return tuple(sorted(lemma for start in starts for lemma in self._started.get(start, ()) if self._has(lemma, form)))

    def tags(self, form: str, lemma: str) -> tuple[str, ...]:
        start, cells = self._rows.get(lemma, ("", ""))
        sought = f"|{form.removeprefix(start)}|"
        found = cells.split("\t") if form.startswith(start) and sought in cells else ()
        return tuple(cell.partition("|")[0] for cell in found if sought in cell)

    def like(self, form: str, lemma: str, other: str) -> str | None:
        """The form of `other` in the case and number that `form` has of `lemma`, if every reading agrees."""
        forms = self.forms(other)
        found = {forms[tag][0] for tag in self.tags(form, lemma) if tag in forms}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _started(self) -> Mapping[str, list[str]]:
        """What all forms of a lemma begin with → such lemmas."""
        found: dict[str, list[str]] = defaultdict(list)
        for lemma, (start, _) in self._rows.items():
            found[start].append(lemma)
        return found

    def _has(self, lemma: str, form: str) -> bool:
        """Whether a form that begins as the lemma's forms do is one of them."""
        start, cells = self._rows[lemma]
        return f"|{form[len(start) :]}|" in cells


def inflections(forms: Mapping[str, Tagged]) -> Inflections:
    return parsed("".join(_line(lemma, tagged) for lemma, tagged in sorted(forms.items())))


def parsed(text: str) -> Inflections:
    return Inflections(line for line in text.splitlines() if line and not line.startswith("#"))


def written(table: Inflections) -> str:
    """The inverse of `parsed`."""
    return "".join(_line(lemma, table.forms(lemma)) for lemma in table.lemmas)


def _line(lemma: str, tagged: Tagged) -> str:
    start = shared_start([form for forms in tagged.values() for form in forms])
    cells = (f"{tag}={'|'.join(form.removeprefix(start) for form in forms)}" for tag, forms in sorted(tagged.items()))
    return "\t".join([lemma, start, *cells]) + "\n"


def _barred(cells: str) -> str:
    """Each rest between two bars, which no tag is: one look tells whether a rest is among them."""
    return cells.replace("=", "|").replace("\t", "|\t") + "|"


def _cell(text: str, start: str) -> tuple[str, tuple[str, ...]]:
    tag, *rests, _ = text.split("|")
    return tag, tuple(start + rest for rest in rests)
