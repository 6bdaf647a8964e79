"""Files of a language that say something else than they should."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.words.grammar import grammar
from handbook.words.language import language

KAZAKH = Path(__file__).parents[2] / "words" / "kk.grammar.yml"


@pytest.mark.parametrize("row", [{"light": ["a"]}, {"readings": "a"}, {"readings": {"a": ["b"]}}])
def test_a_language_with_values_of_another_kind(row: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="expected, not"):
        language("xx", row)


@pytest.mark.parametrize(("key", "value"), [("vowels", "a e"), ("shortened", ["сс"]), ("lemma", {"verb": ["у"]}), ("slots", "a")])
def test_a_grammar_with_values_of_another_kind(key: str, value: object) -> None:
    rules = yaml.load(KAZAKH.read_text("utf-8"), yaml.BaseLoader)
    with pytest.raises(TypeError, match="expected, not"):
        grammar({**rules, key: value})
