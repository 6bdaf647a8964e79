"""Every word of the handbook is in a dictionary or in our list, and the checker finds what is misspelt."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from spelling.dictionaries import DICTIONARIES, MissingDictionaryError, Unknown, dictionary
from spelling.listed import listed, path
from spelling.seeds import OPERATIONS, misspellings, seeds
from spelling.texts import texts
from spelling.unknown import unknown_words, words

from handbook.model.handbook import Handbook

SHARE_FOUND = 0.95
FEWEST_SEEDS = 100


@cache
def _dictionary(lang: str) -> Unknown:
    try:
        return dictionary(lang)
    except MissingDictionaryError as error:
        pytest.skip(str(error))


@pytest.fixture(params=DICTIONARIES)
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


def test_no_word_is_unknown(lang: str, handbook: Handbook, root: Path) -> None:
    found = words(texts(handbook, root / "catalogues", lang))
    unknown = unknown_words(found, _dictionary(lang))
    cure = f"Mend it where it stands; a name or term that is right goes into words/{lang}.spelling.txt:"
    assert not unknown, "\n".join((cure, *(f"{places[0]}: {word}" for word, places in unknown.items())))


def test_misspellings_are_found(lang: str) -> None:
    wrong = {seed.misspelling for seed in seeds(lang)}
    missed = wrong - _dictionary(lang)(wrong)
    assert len(missed) <= (1 - SHARE_FOUND) * len(wrong), f"taken for right: {', '.join(sorted(missed))}"


def test_misspellings_are_made_by_rule(lang: str) -> None:
    rows = seeds(lang)
    assert len({seed.misspelling for seed in rows}) == len(rows) >= FEWEST_SEEDS
    assert min(Counter(seed.operation for seed in rows)[operation] for operation in OPERATIONS) >= FEWEST_SEEDS / 5
    assert [seed for seed in rows if seed.misspelling not in misspellings(seed.word, seed.operation, lang)] == []


def test_the_words_that_are_misspelt_are_right(lang: str) -> None:
    assert _dictionary(lang)({seed.word for seed in seeds(lang)}) == set()


def test_our_list_names_no_word_twice(lang: str) -> None:
    counts = Counter(listed(lang))
    assert listed(lang), path(lang)
    assert [entry for entry, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        ("en", "playbooks behaviour organise", "behavior playbookes"),
        ("fi", "takaisinsoitosta assertiivisesti Markdownilla taka-alalle KKK-muistisääntö", "takaisinsoittosta assertivisesti"),
        ("pl", "posprzedażowego automotywację", "posprzedażowygo automotywacię"),
        ("kk", "компанияларымызға процесінде кезегіне орнында", "компаниялерге процессіне кезекіне орынында"),
    ],
)
def test_our_words_inflect_as_their_models_do(lang: str, right: str, wrong: str) -> None:
    found = dict.fromkeys((*right.split(), *wrong.split()), ("here",))
    assert set(unknown_words(found, _dictionary(lang))) == set(wrong.split())
