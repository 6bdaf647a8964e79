"""A Polish form in, what Morfeusz says about it out; run by `handbook words update` only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from handbook.words.reading import Reading
from handbook_io.words.simple import Tagged


class Morfeusz:
    """Polish, by Morfeusz 2 with the SGJP dictionary (BSD)."""

    def __init__(self) -> None:
        self._tool: Any = import_module("morfeusz2").Morfeusz(expand_tags=True)

    def readings(self, form: str) -> tuple[Reading, ...]:
        first = [item for start, _, item in self._tool.analyse(form) if start == 0 and item[2] != "ign"]
        common = _without_participles([item for item in first if not _is_name(item[3])] or first)
        return tuple(dict.fromkeys(self._reading(form, lemma.partition(":")[0].lower(), tag) for _, lemma, tag, *_ in common))

    def paradigm(self, lemma: str) -> Iterable[str]:
        tagged = self.forms(lemma)
        past = (form for tag, variants in tagged.items() if tag.startswith("praet.") for form in variants)
        with_person = (form + ending for form in past for ending in PERSONS[form[-1] in VOWELS])
        return dict.fromkeys((*(form for variants in tagged.values() for form in variants), *with_person))

    def forms(self, lemma: str) -> Tagged:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for form, tag, names in (*self._generated(lemma), *self._verbal_noun(lemma)):
            if not _is_name(names):
                found[_polish_tag(tag)][form] = None
        return {tag: tuple(variants) for tag, variants in found.items()}

    def _generated(self, lemma: str) -> Iterator[tuple[str, str, list[str]]]:
        return ((form, tag, names) for form, _, tag, names, _ in self._tool.generate(lemma))

    def _verbal_noun(self, lemma: str) -> Iterator[tuple[str, str, list[str]]]:
        """The forms of a headword that Morfeusz files under its verb (znieważanie)."""
        sign = ":neg" if lemma.startswith("nie") else ":aff"
        for verb in {part for reading in self.readings(lemma) if reading.lemma == lemma for part in reading.parts}:
            yield from (row for row in self._generated(verb) if row[1].startswith("ger:") and row[1].endswith(sign))

    def _reading(self, form: str, lemma: str, tag: str) -> Reading:
        """A verbal noun is a headword of its own, and so is what begins with nie- (Morfeusz files both under the verb)."""
        kind = tag.partition(":")[0]
        if kind == "ger" or (kind in {"ppas", "pact"} and tag.endswith(":neg")):
            own = self._nominative(lemma, kind)
            return Reading(f"nie{own}" if tag.endswith(":neg") else own, (lemma,) if kind == "ger" else ())
        return Reading(lemma)

    def _nominative(self, lemma: str, kind: str) -> str:
        starts = (f"{kind}:sg:nom:n:", f"{kind}:sg:nom:m1:")
        return next((form for form, tag, _ in self._generated(lemma) if tag.startswith(starts) and tag.endswith(":aff")), lemma)


VOWELS = "aioy"
CONDITIONAL = ("by", "bym", "byś", "byśmy", "byście")
PERSONS = {True: ("m", "ś", "śmy", "ście", *CONDITIONAL), False: ("em", "eś", *CONDITIONAL)}
"""What a past form takes after a vowel and after a consonant; Morfeusz analyses these, but doesn't generate them."""


def _without_participles(items: list[Any]) -> list[Any]:
    """Readings without those as a participle, if the form is an adjective of its own (zadowolony)."""
    kinds = [item[2].partition(":")[0] for item in items]
    return [item for item, kind in zip(items, kinds, strict=True) if kind not in {"ppas", "pact"} or "adj" not in kinds]


def _is_name(names: Iterable[str]) -> bool:
    return any(name not in {"nazwa_pospolita"} for name in names)


def _polish_tag(tag: str) -> str:
    """ "subst:sg:gen:f" → "sg.gen"; an adjective keeps its gender, for its noun decides it."""
    kind, *values = tag.split(":")
    return ".".join(values[:2] if kind in {"subst", "ger"} else [kind, *values])
