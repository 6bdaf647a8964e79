"""A form of a suffixing language in, the stems and endings it may be made of out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from handbook.words.attachment import inflected
from handbook.words.grammar import Grammar
from handbook.words.reading import Reading
from handbook.words.start import shared_start
from handbook.words.stems import Stem, forms, stem

VERB = "·"
"""Ends the lemma of a verb's own forms where its verbal noun is a headword too (тыңдау· for тыңдаңыз)."""
SHORTEST_GUESS = 4
RARITY = 3
"""How many letters shorter the stem of a commoner reading may be."""


class Analysis(NamedTuple):
    """One way to understand a form: headword, kind and text of its stem, tag of its ending."""

    lemma: str
    kind: str
    stem: str
    tag: str
    known: bool
    """Is the stem in the list of stems?"""


Seam = tuple[str, str, str, str]
"""Ending as written, letters the stem lost before it, last letter of the stem (both of a doubled one), its harmony."""


class Suffixes:
    """An analyser made of a grammar and a list of stems.

    It strips by a table of all endings as they are written after every kind of stem, built by attaching each chain of
    suffixes to a sample of each kind; so whatever `attachment` can build is what is recognised, and nothing else.
    """

    def __init__(self, grammar: Grammar, stems: Iterable[Stem]) -> None:
        self.grammar = grammar
        self.stems: Mapping[tuple[str, str], Stem] = {(entry.kind, entry.text): entry for entry in stems}
        self._listed = _listed(self.stems.values(), grammar)
        self._seams = _seams(grammar)
        self._lost = _lost(self._seams)

    def analyses(self, form: str) -> tuple[Analysis, ...]:
        """All analyses of a lower-case form, those with the longest stem first."""
        whole = self._listed.get(form, ())
        cuts = (reading for cut in range(len(form), 0, -1) for reading in self._cut(form[:cut], form[cut:]))
        return tuple(dict.fromkeys((*whole, *cuts)))

    def readings(self, form: str) -> tuple[Reading, ...]:
        """The lemmas of a form: those with the longest listed stem, less for a rare ending; else guesses, itself among them."""
        known = [analysis for analysis in self.analyses(form) if analysis.known]
        if known:
            best = max(map(self._weight, known))
            kept = (analysis for analysis in known if self._weight(analysis) == best or analysis.tag in self.grammar.beside)
            return tuple(dict.fromkeys(Reading(self._lemma(analysis)) for analysis in kept))
        guesses = (Reading(self._lemma(analysis), is_guess=True) for analysis in self.analyses(form) if self._guessable(analysis))
        return (*dict.fromkeys(guesses), Reading(form, is_guess=True))

    def _weight(self, analysis: Analysis) -> int:
        return len(analysis.stem) - RARITY * analysis.tag.startswith(self.grammar.rare)

    def _lemma(self, analysis: Analysis) -> str:
        of_noun = analysis.tag.startswith(self.grammar.headword_tag(analysis.kind))
        return analysis.lemma if of_noun else analysis.lemma + VERB

    def _guessable(self, analysis: Analysis) -> bool:
        tags = self.grammar.guesses.get(analysis.kind, ())
        before, last = analysis.stem[-2], analysis.stem[-1]
        cluster = self.grammar.sound(before) != "vowel" and self.grammar.sound(last) != "vowel"
        return (
            len(analysis.stem) >= SHORTEST_GUESS
            and analysis.tag.startswith(tags)
            and (not cluster or last in self.grammar.clusters)
        )

    def _cut(self, head: str, ending: str) -> Iterator[Analysis]:
        for lost in self._lost.get(ending, ()):
            text = head + lost
            for kind, tag in self._seams.get((ending, lost, self.grammar.last(text), self.grammar.harmony(text)), ()):
                entry = self.stems.get((kind, text))
                if entry or self._plausible(text):
                    lemma = (entry or stem(text, kind, self.grammar)).lemma
                    yield Analysis(lemma, kind, text, tag, entry is not None)

    def _plausible(self, text: str) -> bool:
        return len(text) > 2 and any(letter in self.grammar.vowels for letter in text)


def _listed(stems: Iterable[Stem], grammar: Grammar) -> Mapping[str, tuple[Analysis, ...]]:
    """The forms that no seam explains: words without endings, and stems that drop a vowel."""
    found: dict[str, tuple[Analysis, ...]] = defaultdict(tuple)
    for entry in stems:
        if entry.short or entry.kind not in grammar.endings:
            for form, tag in forms(entry, grammar).items():
                found[form] += (Analysis(entry.lemma, entry.kind, entry.text, tag, True),)
    return dict(found)


def _seams(grammar: Grammar) -> Mapping[Seam, tuple[tuple[str, str], ...]]:
    found: dict[Seam, dict[tuple[str, str], None]] = defaultdict(dict)
    for sample in _samples(grammar):
        harmony = grammar.harmony(sample)
        for kind, endings in grammar.endings.items():
            for ending in sorted(endings, key=lambda ending: len(ending.suffixes)):
                form = inflected(sample, ending, grammar)
                kept = len(shared_start([sample, form]))
                found[form[kept:], sample[kept:], grammar.last(sample), harmony][kind, ending.tag] = None
    return {seam: tuple(readings) for seam, readings in found.items()}


def _samples(grammar: Grammar) -> Iterator[str]:
    """A stem for every last letter, doubled ones of loans too, in both harmonies."""
    for start in grammar.samples:
        for last in dict.fromkeys((*grammar.classes, *grammar.vowels, *grammar.shortened)):
            yield start[:-1] + last if grammar.sound(last) == "vowel" else start + last


def _lost(seams: Iterable[Seam]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for ending, lost, _, _ in seams:
        found[ending].add(lost)
    return {ending: tuple(sorted(losts)) for ending, losts in found.items()}
