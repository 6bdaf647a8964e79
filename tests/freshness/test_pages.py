"""What a reader gets of a page, and what its blocks are called in the lock."""

from __future__ import annotations

from examples import example, locked

from handbook.freshness.pages import state
from handbook.freshness.states import freshness

BODY = "Sama.\n\nSama.\n\nSama.\n"


def test_what_a_reader_of_a_language_gets() -> None:
    original, translation = example(BODY), example(BODY, "pl", "fi")
    found = {("pl", translation.name): freshness(example("Muu.\n"), translation, locked(original, translation))}
    assert state(found, translation, "pl") == found["pl", translation.name].state == "partly-stale"
    assert state(found, original, "pl") == "fallback"
    assert state(found, original, "fi") == "original"


def test_the_same_words_thrice_get_three_keys() -> None:
    keys = [entry.key for entry in locked(example(BODY), example(BODY, "pl", "fi")).entries if not entry.id]
    assert keys == [keys[0], f"{keys[0]}-2", f"{keys[0]}-3"]
