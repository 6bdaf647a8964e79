"""A suffixing language's grammar as data: sounds, suffixes, and the order they may come in."""

from collections.abc import Mapping
from typing import NamedTuple


class Ending(NamedTuple):
    """One allowed chain of suffixes: `tag` names it, `suffixes` are templates read by `attachment.attached`."""

    tag: str
    suffixes: tuple[str, ...]


class Grammar(NamedTuple):
    """What `words/<lang>.grammar.yml` says.

    A suffix template is written with the letters of the language, for sounds that vary with the keys of
    `varying` ("LAр"), and in brackets for a sound that stands only after the other kind ("(I)м": after a consonant).
    """

    vowels: Mapping[str, str]
    """Vowel → "back" or "front"; any other value: as the vowel before it when it ends the stem, else back."""
    classes: Mapping[str, str]
    """Consonant → its class; a vowel's class is "vowel", that of a letter without one "voiced"."""
    varying: Mapping[str, Mapping[str, str]]
    """Capital → class of the sound before it (or "else") → one letter, or two: after back and after front vowels."""
    voicing: Mapping[str, str]
    """Final consonant → what it becomes before a vowel (к → г)."""
    merged: Mapping[str, str]
    """Two letters meeting where stem and suffix join → how they are written (йа → я)."""
    shortened: tuple[str, ...]
    """Double letters that end loans and lose one before any suffix (сс)."""
    samples: tuple[str, ...]
    """How a stem may begin, one of either harmony, each ending in its vowel."""
    lemma: Mapping[str, str]
    """Kind of stem → the suffix that makes its headword ("verb" → у)."""
    guesses: Mapping[str, tuple[str, ...]]
    """Kind of stem → the tags, or beginnings of tags, that may be taken off a stem nobody listed."""
    rare: tuple[str, ...]
    """Tags, or beginnings of tags, that are believed only where no other reading has nearly as long a stem."""
    beside: tuple[str, ...]
    """Tags that are believed although a longer stem is listed (жауапты: responsible, or the object case of жауап)."""
    clusters: frozenset[str]
    """Consonants that may follow another at the end of a stem nobody listed."""
    endings: Mapping[str, tuple[Ending, ...]]
    """Kind of stem → the chains it takes, the empty one included."""

    def sound(self, stem: str) -> str:
        """The class of the sound a stem ends in."""
        last = stem[-1]
        return self.classes.get(last) or ("vowel" if last in self.vowels else "voiced")

    def headword_tag(self, kind: str) -> str:
        """The tag of the form that serves as headword ("" or "vn")."""
        suffixes = tuple(filter(None, [self.lemma.get(kind, "")]))
        return next((ending.tag for ending in self.endings.get(kind, ()) if ending.suffixes == suffixes), "")

    def last(self, stem: str) -> str:
        """The last letter of a stem, or both of a doubled one."""
        return stem[-2:] if stem.endswith(self.shortened) else stem[-1]

    def harmony(self, stem: str) -> str:
        """ "back" or "front": what the last vowel of a stem asks of its suffixes."""
        neutral_end = True
        for letter in reversed(stem):
            kind = self.vowels.get(letter)
            if kind in ("back", "front"):
                return kind
            if kind and not neutral_end:
                return "back"
            neutral_end = False
        return "back"


Row = str | list["Row"] | dict[str, "Row"]
"""Parsed YAML without numbers: text, a list, or a table by text."""


def grammar(row: Mapping[str, Row]) -> Grammar:
    """One parsed grammar file in, the grammar out. Raises KeyError where a table is missing, TypeError where it is none."""
    slots = {name: _table(value) for name, value in _table(row["slots"]).items()}
    return Grammar(
        vowels={letter: kind for kind, letters in _texts(row["vowels"]).items() for letter in letters.split()},
        classes={letter: kind for kind, letters in _texts(row["consonants"]).items() for letter in letters.split()},
        varying={capital: _texts(value) for capital, value in _table(row["varying"]).items()},
        voicing=_texts(row["voicing"]),
        merged=_texts(row["merged"]),
        shortened=tuple(_text(row["shortened"]).split()),
        samples=tuple(_text(row["samples"]).split()),
        lemma=_texts(row["lemma"]),
        guesses={kind: tuple(tags.split()) for kind, tags in _texts(row["guesses"]).items()},
        rare=tuple(_text(row["rare"]).split()),
        beside=tuple(_text(row["beside"]).split()),
        clusters=frozenset(_text(row["clusters"]).split()),
        endings={kind: tuple(_chains(_text(orders).splitlines(), slots)) for kind, orders in _table(row["kinds"]).items()},
    )


def _chains(orders: list[str], slots: Mapping[str, Mapping[str, Row]]) -> list[Ending]:
    """ "stem plural? case" → every chain those slots allow, each tag once."""
    chains: dict[str, Ending] = {}
    for order in orders:
        partial = [Ending("", ())]
        for name in order.split():
            slot = slots[name.rstrip("?")]
            longer = [_longer(ending, tag, _text(suffix)) for ending in partial for tag, suffix in slot.items()]
            partial = partial + longer if name.endswith("?") else longer
        for ending in partial:
            chains.setdefault(ending.tag, ending)
    return list(chains.values())


def _longer(ending: Ending, tag: str, suffix: str) -> Ending:
    return Ending(f"{ending.tag}.{tag}".strip("."), (*ending.suffixes, *suffix.split("+")))


def _text(value: Row) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def _table(value: Row) -> dict[str, Row]:
    if not isinstance(value, dict):
        raise TypeError(f"a table expected, not {value!r}")
    return value


def _texts(value: Row) -> dict[str, str]:
    return {key: _text(item) for key, item in _table(value).items()}
