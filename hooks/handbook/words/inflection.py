"""The inflected forms of the glossary's words, each with its tag: another word's form in, this one's out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.words.start import shared_start


@dataclass(frozen=True, slots=True)
class Inflections:
    forms: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """Lemma → tag of a form ("sg.gen") → the forms, the usual one first."""
    by_form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Form → lemmas."""

    def tags(self, form: str, lemma: str) -> tuple[str, ...]:
        return tuple(tag for tag, forms in self.forms.get(lemma, {}).items() if form in forms)

    def like(self, form: str, lemma: str, other: str) -> str | None:
        """The form of `other` in the case and number that `form` has of `lemma`, if every reading agrees."""
        forms = self.forms.get(other, {})
        found = {forms[tag][0] for tag in self.tags(form, lemma) if tag in forms}
        return found.pop() if len(found) == 1 else None


def inflections(forms: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Inflections:
    by_form: dict[str, dict[str, None]] = defaultdict(dict)
    for lemma, tagged in forms.items():
        for variants in tagged.values():
            for form in variants:
                by_form[form][lemma] = None
    return Inflections(forms, {form: tuple(lemmas) for form, lemmas in by_form.items()})


def parsed(text: str) -> Inflections:
    """One line a lemma: the lemma, what all its forms begin with, then tag=rest|rest for each tag."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return inflections({lemma: dict(_cell(cell, start) for cell in cells) for lemma, start, *cells in rows})


def written(table: Inflections) -> str:
    """The inverse of `parsed`."""
    return "".join(_line(lemma, tagged) for lemma, tagged in sorted(table.forms.items()))


def _line(lemma: str, tagged: Mapping[str, tuple[str, ...]]) -> str:
    start = shared_start([form for forms in tagged.values() for form in forms])
    cells = (f"{tag}={'|'.join(form.removeprefix(start) for form in forms)}" for tag, forms in sorted(tagged.items()))
    return "\t".join([lemma, start, *cells]) + "\n"


def _cell(text: str, start: str) -> tuple[str, tuple[str, ...]]:
    tag, _, rests = text.partition("=")
    if "|" not in rests:
        return tag, (start + rests,)
    return tag, tuple(start + rest for rest in rests.split("|"))
