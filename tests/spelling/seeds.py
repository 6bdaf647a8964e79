"""A handbook's words in, misspellings of them made by rule out: `python tests/spelling/seeds.py fi` prints candidates.

The committed lists were made so once. A candidate that happens to be a word was turned into a comment by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SHORTEST = 5
EACH = 36
"""How many of each operation."""
CONFUSED = {
    "en": {"a": "e", "e": "a", "i": "e", "c": "s", "s": "c", "o": "u", "u": "o"},
    "fi": {"ä": "a", "ö": "o", "a": "ä", "d": "t", "k": "g", "p": "b", "y": "u"},
    "kk": {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "і": "и", "ы": "и", "е": "э"},
    "pl": {"ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "u", "ś": "s", "ź": "z", "ż": "z", "u": "ó", "z": "s"},
}
"""Language → letter → the one that is typed for it: without its mark, or alike in sound."""


class Seed(NamedTuple):
    misspelling: str
    word: str
    operation: str


def _deleted(word: str, at: int, lang: str) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, lang: str) -> str:
    return word[:at] + word[at] + word[at:]


def _transposed(word: str, at: int, lang: str) -> str:
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


def _substituted(word: str, at: int, lang: str) -> str:
    return word[:at] + CONFUSED[lang].get(word[at], word[at]) + word[at + 1 :]


OPERATIONS: Mapping[str, Callable[[str, int, str], str]] = {
    "delete": _deleted,
    "double": _doubled,
    "transpose": _transposed,
    "substitute": _substituted,
}


def misspellings(word: str, operation: str, lang: str) -> tuple[str, ...]:
    """All that the operation can make of the word, from the first letter to the last."""
    made = (OPERATIONS[operation](word, at, lang) for at in range(len(word)))
    return tuple(dict.fromkeys(form for form in made if form != word))


def candidates(words: Iterable[str], lang: str) -> Iterator[Seed]:
    """Words in a random but fixed order, each misspelt at a random but fixed place."""
    order = sorted((word for word in words if len(word) >= SHORTEST and word.isalpha() and word.islower()), key=_number)
    for at, word in enumerate(order[: EACH * len(OPERATIONS)]):
        operation = tuple(OPERATIONS)[at % len(OPERATIONS)]
        if forms := misspellings(word, operation, lang):
            yield Seed(forms[_number(word) % len(forms)], word, operation)


def _number(word: str) -> int:
    return int(sha256(word.encode()).hexdigest(), 16)


def seeds(lang: str) -> tuple[Seed, ...]:
    """The committed list."""
    rows = Path(__file__).with_name(f"seeded.{lang}.txt").read_text("utf-8").splitlines()
    return tuple(Seed(*row.split("\t")) for row in rows if row and not row.startswith("#"))


def main(lang: str) -> None:
    from spelling.texts import page_texts
    from spelling.unknown import words

    from handbook_io.disk import handbook_in

    handbook = handbook_in(ROOT).handbook
    assert handbook is not None
    pages = (text for page in handbook.pages if page.lang == lang for text in page_texts(page))
    for seed in candidates(words(pages), lang):
        print(*seed, sep="\t")


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]
    main(sys.argv[1])
