"""What an analyser says about a form, and which of its readings a vocabulary supports."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

MOST = 3
"""Readings kept of one form."""
CLEAR = 4
"""How many times better supported a reading must be to drive out another."""


class Reading(NamedTuple):
    lemma: str
    parts: tuple[str, ...] = ()
    """Headwords inside the lemma: the parts of a compound, the verb of a verbal noun."""
    is_guess: bool = False
    """Of guesses only the best is kept."""


def chosen(readings: Mapping[str, tuple[Reading, ...]], preferred: Collection[str]) -> Mapping[str, tuple[Reading, ...]]:
    """Readings of every form in, the believable ones out, best first.

    A lemma is believed more the more forms of the vocabulary it explains, most of all those that no other does; one in
    `preferred` (the words of the glossary) more than any other. A form without readings is its own lemma.
    """
    support: dict[str, float] = defaultdict(float)
    for ways in readings.values():
        lemmas = {reading.lemma for reading in ways}
        for lemma in lemmas:
            support[lemma] += 1 / len(lemmas)
    return {form: _best(ways, support, preferred) or (Reading(form),) for form, ways in readings.items()}


def _best(ways: tuple[Reading, ...], support: Mapping[str, float], preferred: Collection[str]) -> tuple[Reading, ...]:
    by_lemma: dict[str, Reading] = {}
    for reading in sorted(ways, key=lambda reading: len(reading.parts)):
        by_lemma.setdefault(reading.lemma, reading)
    ranked = sorted(by_lemma.values(), key=lambda reading: (reading.lemma not in preferred, -support[reading.lemma]))
    if ranked and ranked[0].is_guess:
        return (ranked[0],)
    enough = support[ranked[0].lemma] / CLEAR if ranked else 0
    return tuple(reading for reading in ranked[:MOST] if support[reading.lemma] > enough or reading.lemma in preferred)
