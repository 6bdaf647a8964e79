"""A Finnish form in, what Voikko says about it out; run by `handbook words update` only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from handbook.words.reading import Reading
from handbook.words.start import shared_start
from handbook_io.words.simple import Simplemma, Tagged


class Voikko:
    """Finnish, by Voikko's transducer (GPL-3; decision 0101); the forms to try come from simplemma's dictionary."""

    def __init__(self) -> None:
        self._tool: Any = import_module("pyvoikko")
        self._candidates = Simplemma("fi")

    def readings(self, form: str) -> tuple[Reading, ...]:
        analyses = self._tool.analyse(form)
        real = [analysis for analysis in analyses if analysis.PARTICIPLE != "agent"] or analyses
        found = dict.fromkeys(map(_finnish, real))
        fewest = min((len(reading.parts) for reading in found), default=0)
        return tuple(reading for reading in found if len(reading.parts) <= max(fewest, 1))

    def paradigm(self, lemma: str) -> Iterable[str]:
        if whole := self._candidates.paradigm(lemma):
            return whole
        start, head = self._head(lemma)
        return (start + form for form in self._candidates.paradigm(head))

    def forms(self, lemma: str) -> Tagged:
        bases = self._verified(lemma, (*_with_cases(self.paradigm(lemma)), *self._after_models(lemma)))
        stems = [lemma, *(form[:-1] for form in bases.get("sg.omanto", ()) if form.endswith("n"))]
        own = self._verified(lemma, (stem + ending for stem in stems for ending in POSSESSIVES))
        further = {f"{tag}.own": tuple(map(_possessed, forms)) for tag, forms in bases.items() if not tag.endswith(BARE_CASES)}
        return {**bases, **own, **{tag: tuple(form for group in groups for form in group) for tag, groups in further.items()}}

    def _after_models(self, lemma: str) -> Iterator[str]:
        for model in self._candidates.models(lemma):
            for form in self._candidates.paradigm(model):
                kept = len(shared_start([form, model]))
                if lemma.endswith(model[kept:]):
                    yield lemma[: len(lemma) - len(model) + kept] + form[kept:]

    def _verified(self, lemma: str, candidates: Iterable[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for candidate in dict.fromkeys(candidates):
            for analysis in self._tool.analyse(candidate):
                if _finnish(analysis).lemma == lemma:
                    found[_finnish_tag(analysis)][candidate] = None
        return {tag: tuple(variants) for tag, variants in found.items()}

    def _head(self, lemma: str) -> tuple[str, str]:
        """A compound in, what stands before its last part and that part."""
        parts = max((reading.parts for reading in self.readings(lemma)), key=len, default=())
        last = next((part for part in reversed(parts) if lemma.endswith(part)), lemma)
        return lemma.removesuffix(last), last


FRONT = re.compile(r"[äöy][^aou]*$")
VERB_OF_PARTICIPLE = re.compile(r"\[Lt\]\[Xp\]([^\[]+)\[X\]")
NUMBERS = {"singular": "sg", "plural": "pl"}
POSSESSIVES = ("ni", "si", "mme", "nne", "nsa", "nsä")
BARE_CASES = ("nimento", "omanto", "seuranto", "keinonto", "kerrontosti", "-")
"""Cases that take possessive endings in another way, or none."""
WEAK_CASES = ("n", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "na", "nä", "tta", "ttä")


def _with_cases(forms: Iterable[str]) -> Iterator[str]:
    """Forms in; the same and those made from the plural's weak stem out, right or wrong."""
    for form in forms:
        yield form
        if form.endswith("t"):
            yield from (form[:-1] + case for case in WEAK_CASES)


def _possessed(form: str) -> tuple[str, ...]:
    """A form in a local case or the partitive in, the same with every possessive ending out."""
    stem = form[:-3] + "kse" if form.endswith("ksi") else form.removesuffix("n")
    endings = ("ni", "si", "mme", "nne", "nsä" if FRONT.search(form) else "nsa")
    lengthened = (stem + stem[-1] + "n",) if stem[-1] in "aäe" else ()
    return (*(stem + ending for ending in endings), *lengthened)


def _finnish(analysis: Any) -> Reading:
    """Verbal nouns (kuunteleminen) and participles (vähentynyt) are headwords of their own, with their verb as a part."""
    parts = tuple(_plain(part.BASEFORM) for part in analysis.COMPOUND_PARTS or ())
    if analysis.MOOD == "MINEN-infinitive":
        return Reading(_plain(analysis.FORM[: analysis.FORM.rindex("mi")]) + "minen", parts or (_plain(analysis.BASEFORM),))
    verb = VERB_OF_PARTICIPLE.match(analysis.FSTOUTPUT) if analysis.PARTICIPLE else None
    return Reading(_plain(analysis.BASEFORM), parts or ((_plain(verb[1]),) if verb else ()))


def _plain(baseform: str) -> str:
    return baseform.replace("=", "").lower()


def _finnish_tag(analysis: Any) -> str:
    values = (
        NUMBERS.get(analysis.NUMBER),
        analysis.SIJAMUOTO,
        analysis.POSSESSIVE,
        analysis.MOOD,
        analysis.TENSE,
        analysis.PERSON,
    )
    return ".".join(filter(None, values)) or "-"
