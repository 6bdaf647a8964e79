"""Files of a language that say something else than they should."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from handbook.messages import line as told
from handbook.words.grammar import grammar
from handbook.words.language import language
from handbook_cli.check import term_problems
from handbook_io.disk import handbook_in
from handbook_io.unusable import TableError
from handbook_io.words.files import table
from handbook_io.words.tables import PARSERS

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


CURE = "write a line like the others, or run: make words  (bad-value)"
UTF_8 = "this line is not UTF-8; save the file as UTF-8  (not-utf-8)"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("endings.txt", b"# Endings\na i\n\0\xff\n", f":3: {UTF_8}"),
        ("endings.txt", b"a i\n\t\t\n\t\n", f":2: “��” can’t be used here; {CURE}"),
        ("lemmas.tsv", b"tee\t\ttee teed\nkohv kohvi\n", f":2: “kohv kohvi” can’t be used here; {CURE}"),
        (
            "lemmas.tsv",
            b"<<<<<<< HEAD\ntee\t\ttee\n=======\n>>>>>>> b\n",
            ":1: a merge left two versions here (“<<<<<<< HEAD”); keep what is right, "
            "and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>  (merge-conflict)",
        ),
        ("forms.tsv", b"tee\n", f":1: “tee” can’t be used here; {CURE}"),
        ("collation.txt", b"index A\na\n\xff\n", f":3: {UTF_8}"),
    ],
)
def test_a_table_that_can_not_be_read_is_told_by_its_line(name: str, data: bytes, message: str, project: Path) -> None:
    path = project / "words" / f"et.{name}"
    path.parent.mkdir()
    path.write_bytes(data)
    found = [told(problem) for problem in term_problems(project, handbook_in(project))]
    assert found == [f"words/et.{name}{message}"]
    with pytest.raises(TableError) as caught:
        table(path, PARSERS[name])
    assert str(caught.value) == found[0]
