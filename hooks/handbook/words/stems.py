"""A list of stems in, the headwords of a suffixing language out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handbook.words.attachment import inflected
from handbook.words.grammar import Ending, Grammar


class Stem(NamedTuple):
    """`text` takes the endings of its kind; `short` (орн for орын) takes those that begin with a vowel."""

    lemma: str
    kind: str
    text: str
    short: str = ""


def stem(text: str, kind: str, grammar: Grammar) -> Stem:
    """One entry of the list ("орын/орн" names the short form too) in, the stem with its headword out."""
    full, _, short = text.partition("/")
    return Stem(headword(full, kind, grammar), kind, full, short)


def headword(text: str, kind: str, grammar: Grammar) -> str:
    return inflected(text, Ending("", (grammar.lemma.get(kind, ""),)), grammar)


def stems(text: str, grammar: Grammar) -> Iterator[Stem]:
    """A file of lines "kind: stem stem …" in, its stems out; # begins a comment."""
    for line in text.splitlines():
        kind, colon, words = line.partition("#")[0].partition(":")
        if colon:
            yield from (stem(word, kind.strip(), grammar) for word in words.split())


def forms(entry: Stem, grammar: Grammar) -> Mapping[str, str]:
    """Every form of a stem with the tag of its ending; of two endings that sound alike the simpler one names it."""
    found: dict[str, str] = {}
    for ending in sorted(grammar.endings.get(entry.kind, (Ending("", ()),)), key=lambda ending: len(ending.suffixes)):
        found.setdefault(_form(entry, ending, grammar), ending.tag)
    return found


def _form(entry: Stem, ending: Ending, grammar: Grammar) -> str:
    full = inflected(entry.text, ending, grammar)
    if not entry.short or full == entry.text:
        return full
    short = inflected(entry.short, ending, grammar, grammar.harmony(entry.text))
    after = short[len(entry.short) : len(entry.short) + 1]
    return short if after in grammar.vowels and short.startswith(entry.short) else full
