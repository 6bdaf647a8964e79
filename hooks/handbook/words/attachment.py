"""A stem and a suffix template in, the form out: harmony, assimilation, voicing and spelling at the seam."""

from handbook.words.grammar import Ending, Grammar

FRONT = {"back": 0, "front": -1}


def inflected(stem: str, ending: Ending, grammar: Grammar, harmony: str = "") -> str:
    """The stem with a whole chain of suffixes, in its own harmony unless another is given."""
    harmony = harmony or grammar.harmony(stem)
    form = stem
    for suffix in ending.suffixes:
        form = attached(form, suffix, harmony, grammar)
    return form


def attached(stem: str, suffix: str, harmony: str, grammar: Grammar) -> str:
    """The stem with one suffix ("LAр"), spelled as it is written."""
    if not suffix:
        return stem
    stem = form = _shortened(stem, grammar)
    for sound, optional in _sounds(suffix):
        if optional and _clashes(form, sound, grammar):
            continue
        letter = _letter(sound, form, harmony, grammar)
        form = _joined(form, letter, grammar) if form == stem else form + letter
    return form


def _sounds(suffix: str) -> list[tuple[str, bool]]:
    sounds = []
    optional = False
    for char in suffix:
        if char in "()":
            optional = char == "("
        else:
            sounds.append((char, optional))
    return sounds


def _clashes(form: str, sound: str, grammar: Grammar) -> bool:
    """A vowel in brackets is left out after a vowel, a consonant in brackets after a consonant."""
    is_vowel = all(letter in grammar.vowels for letters in grammar.varying.get(sound, {"": sound}).values() for letter in letters)
    return is_vowel == (grammar.sound(form) == "vowel")


def _letter(sound: str, form: str, harmony: str, grammar: Grammar) -> str:
    choices = grammar.varying.get(sound)
    if choices is None:
        return sound
    letters = choices.get(grammar.sound(form)) or choices["else"]
    return letters[FRONT[harmony]]


def _shortened(stem: str, grammar: Grammar) -> str:
    return stem[:-1] if stem.endswith(grammar.shortened) else stem


def _joined(stem: str, letter: str, grammar: Grammar) -> str:
    """The first letter of a suffix put on a stem."""
    if merged := grammar.merged.get(stem[-1] + letter):
        return stem[:-1] + merged
    if letter in grammar.vowels and stem[-1] in grammar.voicing and grammar.sound(stem[-2:-1] or stem) == "vowel":
        return stem[:-1] + grammar.voicing[stem[-1]] + letter
    return stem + letter
