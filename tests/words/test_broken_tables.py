"""Files of a language that say something else than they should."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.words.grammar import grammar
from handbook.words.language import language
from handbook_io.disk import handbook_in

KAZAKH = Path(__file__).parents[2] / "words" / "kk.grammar.yml"


@pytest.mark.parametrize("row", ["a", ["a"], {"light": ["a"]}, {"readings": "a"}, {"readings": {"a": ["b"]}}])
def test_a_language_with_values_of_another_kind(row: object) -> None:
    with pytest.raises(TypeError, match="expected, not"):
        language("xx", row)


@pytest.mark.parametrize(("key", "value"), [("vowels", "a e"), ("shortened", ["сс"]), ("lemma", {"verb": ["у"]}), ("slots", "a")])
def test_a_grammar_with_values_of_another_kind(key: str, value: object) -> None:
    rules = yaml.load(KAZAKH.read_text("utf-8"), yaml.BaseLoader)
    with pytest.raises(TypeError, match="expected, not"):
        grammar({**rules, key: value})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"light: [a\n", 2),
        (b"\n<<<<<<< HEAD\nlight: a\n", 3),
        (b"a", 1),
        (b"- a", 1),
        (b"light: [a]", 1),
        (b"tails: 7", 1),
        (b"\xff\xfe", 1),
    ],
)
def test_a_language_that_can_not_be_used_is_told_with_the_other_mistakes(text: bytes, line: int, project: Path) -> None:
    (project / "words").mkdir()
    (project / "words" / "et.yml").write_bytes(text)
    found = [(problem.path, problem.line, problem.code) for problem in handbook_in(project).problems]
    assert found == [("words/et.yml", line, "bad-yaml")]
