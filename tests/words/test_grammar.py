"""A grammar file in, every chain of suffixes that it allows out; a stem, the harmony that it asks for."""

from __future__ import annotations

from handbook.words.grammar import Ending, Row, grammar
from handbook.words.reading import Reading
from handbook.words.stems import Stem, headword, stems
from handbook.words.suffixes import Suffixes

FILE: dict[str, Row] = {
    "vowels": {"back": "a o u", "front": "e i", "neutral": "y"},
    "consonants": {"voiceless": "k t", "nasal": "n"},
    "varying": {"A": {"else": "ae"}, "D": {"voiceless": "t", "else": "d"}},
    "voicing": {"k": "g"},
    "merged": {"ja": "y"},
    "shortened": "ss tt",
    "samples": "ba be",
    "lemma": {"verb": "u"},
    "guesses": {"noun": "pl sg.loc"},
    "rare": "sg.abl",
    "beside": "adj",
    "clusters": "r l",
    "kinds": {"noun": "plural? case\ncase", "verb": "person"},
    "slots": {
        "plural": {"pl": "lAr"},
        "case": {"": "", "loc": "DA", "abl": "DA+n"},
        "person": {"vn": "u", "1": "(I)m"},
    },
}


def test_the_chains_that_a_grammar_allows() -> None:
    found = grammar(FILE)
    assert list(found.endings["noun"]) == [
        Ending("", ("",)),
        Ending("loc", ("DA",)),
        Ending("abl", ("DA", "n")),
        Ending("pl", ("lAr", "")),
        Ending("pl.loc", ("lAr", "DA")),
        Ending("pl.abl", ("lAr", "DA", "n")),
    ]
    assert list(found.endings["verb"]) == [Ending("vn", ("u",)), Ending("1", ("(I)m",))]
    assert (found.headword_tag("verb"), found.headword_tag("noun"), found.headword_tag("x")) == ("vn", "", "")


def test_the_tables_of_a_grammar() -> None:
    found = grammar(FILE)
    assert found.vowels == {"a": "back", "o": "back", "u": "back", "e": "front", "i": "front", "y": "neutral"}
    assert found.classes == {"k": "voiceless", "t": "voiceless", "n": "nasal"}
    assert (found.shortened, found.samples, found.rare, found.beside) == (("ss", "tt"), ("ba", "be"), ("sg.abl",), ("adj",))
    assert (found.guesses, found.clusters) == ({"noun": ("pl", "sg.loc")}, frozenset({"r", "l"}))
    assert [found.sound(stem) for stem in ("kak", "kan", "ka", "kal")] == ["voiceless", "nasal", "vowel", "voiced"]
    assert [found.last(stem) for stem in ("class", "mas", "s")] == ["ss", "s", "s"]


def test_the_last_vowel_decides_harmony() -> None:
    found = grammar(FILE)
    stems_of = {"back": ("kat", "ketak", "krt", "", "kety-t", "aty", "y"), "front": ("ket", "kate", "ety")}
    assert {kind: [found.harmony(stem) for stem in some] for kind, some in stems_of.items()} == {
        kind: [kind] * len(some) for kind, some in stems_of.items()
    }


def test_stems_are_listed_by_kind() -> None:
    found = grammar(FILE)
    text = "# words\nnoun: orin/orn kat # two\nverb: kel\n"
    assert list(stems(text, found)) == [
        Stem("orin", "noun", "orin", "orn"),
        Stem("kat", "noun", "kat", ""),
        Stem("kelu", "verb", "kel", ""),
    ]
    assert headword("kat", "noun", found) == "kat"


def test_an_unknown_word_is_guessed_by_its_ending() -> None:
    """Where what is left sounds like a stem: long enough, with a vowel, and not two odd consonants at its end."""
    found = grammar(FILE)
    words = Suffixes(found, stems("noun: kala", found))
    guessed = {form: [reading.lemma for reading in words.readings(form)] for form in ("talalar", "talklar", "klklar", "batrlar")}
    assert guessed == {"talalar": ["tala", "talalar"], "talklar": ["talklar"], "klklar": ["klklar"], "batrlar": ["batrlar"]}
    assert words.readings("kalalar") == (Reading("kala"),)
