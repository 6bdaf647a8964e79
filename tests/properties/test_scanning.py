"""What holds for every text that is read: no text is too odd, what is written is what is read, places are right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from handbook.freshness.stubs import stubs
from handbook.messages import line
from handbook.model.playbook import Block, FrontMatter
from handbook.model.problem import Problem
from handbook.parse.page import page
from handbook.problem_texts import MESSAGES
from handbook.scan import inline, markdown, yaml
from handbook.scan.spans import spans
from handbook.scan.text import WORD as WORDS
from handbook.scan.text import character_problems, decoded, scripts

LETTERS = "abcåäöłążқәіңщжyz"
WORD = st.text(LETTERS, min_size=1, max_size=6)
PLAIN = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
ID = st.from_regex(r"[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?", fullmatch=True)
DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))
PIECES = (
    *(
        "- [ ] ",
        "- ",
        "1. ",
        "> ",
        "## ",
        "### ",
        "# ",
        "| a | b |\n|---|---|\n| ",
        '!!! note "',
        "    ",
        "{ #",
        " }",
        "[@",
        "; @",
    ),
    *("]", "](", "[", "][", "{{ policy.", "}}", "`", "**", "\\", "<b>", "```", "\n", "\n\n", "\t", "\u202e", "о", "a", "x y"),
    *("---\n", ": ", "title: ", "'", '"', "&a ", "*a", "!!x "),
)
ODD = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join)
"""Texts that nearly follow the grammar."""


def are_tellable(problems: Iterable[Problem], last_line: int) -> None:
    for problem in problems:
        assert problem.code in MESSAGES
        assert 0 <= problem.line <= last_line
        assert "\n" not in line(problem)
        assert set(re.findall(r"\{([a-z_]+)\}", MESSAGES[problem.code].wrong + MESSAGES[problem.code].cure)) <= set(
            problem.values
        )


@given(st.binary(max_size=40) | ODD.map(str.encode))
def test_bytes_become_clean_text_or_a_problem(data: bytes) -> None:
    text, problems = decoded("x", data)
    assert "\r\n" not in text
    assert len(problems) <= 1
    assert not (text and problems)
    assert problems or text == data.decode().replace("\r\n", "\n")
    are_tellable(problems, data.count(b"\n") + 1)


@given(ODD | st.text(max_size=30))
def test_characters_are_told_by_their_line(text: str) -> None:
    found = list(character_problems("x", text))
    are_tellable(found, text.count("\n") + 1)
    for number, written in enumerate(text.split("\n"), 1):
        assert [replace(problem, line=1) for problem in found if problem.line == number] == list(character_problems("x", written))


@given(st.text("abcäöåłż 0123–”’,.!?é\u00a0", max_size=40))
def test_ordinary_text_is_no_problem(text: str) -> None:
    assert list(character_problems("x", text)) == []


@given(st.text("abЖб ñª²ⁿµΩ\u0301\u200d’-éĄẞᲀ1_\n", max_size=12))
def test_words_of_two_scripts_are_told(text: str) -> None:
    """Whatever stands between the letters of a word; the shortcuts that spare most texts a look at each word leave none out."""
    mixed = [word for line in text.split("\n") for word in WORDS.findall(line) if len(scripts(word)) > 1]
    assert [found.values["word"] for found in character_problems("x", text) if found.code == "mixed-scripts"] == mixed


@given(ODD, ODD)
def test_a_page_is_read_block_by_block(first: str, second: str) -> None:
    """What stands below a heading of its own changes nothing above it, and only moves down."""
    above, wrong_above = markdown.blocks("x", first)
    whole, wrong = markdown.blocks("x", f"{first}\n\n## Eh {{ #eh }}\n\n{second}")
    moved = first.count("\n") + 3
    below, wrong_below = markdown.blocks("x", f"## Eh {{ #eh }}\n\n{second}", moved)
    assert whole == above + below
    assert wrong == wrong_above + wrong_below
    are_tellable(wrong, moved + 2 + second.count("\n"))
    assert [block.line for block in whole] == sorted(block.line for block in whole)


@st.composite
def _block(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(("heading", "paragraph", "step", "phrase", "item", "numbered", "row", "box")))
    text = draw(PLAIN)
    if kind == "box":
        return Block(kind, 0, text, box=draw(st.sampled_from(("note", "warning"))))
    if kind == "row":
        return Block(kind, 0, f"{text} | {draw(PLAIN)}")
    id = draw(ID) if kind in ("heading", "step", "phrase") else draw(ID | st.just(""))
    cited = () if kind == "heading" else tuple(draw(st.lists(ID, max_size=3, unique=True)))
    said = f"{text}\n{draw(PLAIN)}" if kind == "phrase" and draw(st.booleans()) else text
    return Block(kind, 0, said, id, draw(st.sampled_from((2, 3))) if kind == "heading" else 0, citations=cited)


@given(st.lists(_block(), max_size=8), st.booleans())
def test_what_is_written_is_what_is_read(drawn: list[Block], boxed: bool) -> None:
    """A table needs two rows; what follows a box may stand in it, and an empty one is told."""
    blocks = [twin for block in drawn for twin in ([block, block] if block.kind == "row" else [block])]
    section, box, expected = "", "", []
    for block in blocks:
        section = block.id if block.kind == "heading" else section
        box = block.box if block.kind == "box" else (box if boxed and block.kind in ("paragraph", "item", "phrase") else "")
        expected.append(block._replace(section=section, box=box))
    found, problems = markdown.blocks("x", stubs(expected))
    empty = [
        Problem("x", block.line, "empty-box")
        for block, below in zip_longest(found, expected[1:])
        if block.kind == "box" and not (below and below.box and below.kind != "box")
    ]
    assert list(problems) == empty
    assert [block._replace(line=0) for block in found] == expected


@given(st.text(r"ab \`*_{}[]()#+-.!<>|~@%:" + "äқ", max_size=30))
def test_escaped_signs_are_plain_words(text: str) -> None:
    escaped = "".join(f"\\{sign}" if inline.ESCAPED.fullmatch(f"\\{sign}") else sign for sign in text)
    assert inline.plain(escaped) == " ".join(text.split())
    assert list(inline.mistakes(escaped)) == []
    assert list(inline.references(escaped)) == []


@given(ODD)
def test_no_text_is_too_odd_for_plain_words(text: str) -> None:
    for code, _ in inline.mistakes(text):
        assert code in MESSAGES
    assert inline.plain(text) == " ".join(inline.plain(text).split())
    assert all(
        found.target in inline.shown(inline.hidden(text)) or found.kind == "placeholder" for found in inline.references(text)
    )


@given(st.lists(PLAIN, min_size=3, max_size=3), ID, ID)
def test_marked_up_words_are_the_words(words: list[str], id: str, key: str) -> None:
    one, two, three = words
    text = f"**{one}** [{two}](../x.md#{id}) _{three}_ [{one}][{id}] `{two}` {{{{ policy.{key} }}}} [@{id}]"
    assert inline.plain(text) == f"{one} {two} {three} {one} {two} …"
    assert {found.target for found in inline.references(text)} >= {f"../x.md#{id}", id}


DATA = st.recursive(
    st.text("abcäқ –:#'{}[],&*!|>%@`\"\\", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=12,
)


def data(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.Mapping):
        return {key.value: data(value) for key, value in node.items}
    return [data(item) for item in node.items] if isinstance(node, yaml.Sequence) else node and node.value


@given(DATA, st.integers(1, 9))
def test_a_tree_is_what_was_written(tree: Any, first: int) -> None:
    """JSON is YAML."""
    node, problems = yaml.tree("x", json.dumps(tree, ensure_ascii=False), first)
    assert problems == ()
    assert data(node) == tree
    assert node is None or node.line == first


@given(ODD)
def test_no_yaml_is_too_odd(text: str) -> None:
    node, problems = yaml.tree("x", text)
    assert node is None or isinstance(node, yaml.Node)
    are_tellable(problems, text.count("\n") + 2)


@given(ODD, ODD)
def test_no_page_is_too_odd(head: str, body: str) -> None:
    text = f"---\n{head}\n---\n{body}"
    for name in ("playbooks/x", "x"):
        made, problems = page("docs/et/x.md", "et", name, text)
        assert made or problems
        are_tellable(problems, text.count("\n") + 2)


def kinds(text: str) -> Iterable[tuple[str, str]]:
    """Links as they are rendered, whatever they stand in."""
    for span in spans(inline.hidden(text)):
        if span.lastgroup in ("link", "concept"):
            yield span.lastgroup, inline.shown(span[span.lastgroup])
        elif span.lastgroup in ("strong", "em", "under"):
            yield from kinds(span[span.lastgroup])


@given(ODD)
def test_what_is_checked_is_what_is_rendered(text: str) -> None:
    """A concept without an id is told by other checks."""
    if not list(inline.mistakes(text)):
        found = [(each.kind, each.target) for each in inline.references(text) if each.kind != "placeholder"]
        linked = [(kind, target) for kind, target in found if kind == "link" or re.fullmatch("[a-z0-9-]+", target)]
        assert sorted(kinds(text)) == sorted(linked)


@given(PLAIN, PLAIN, ID, DAY, st.integers(1, 99), st.permutations(range(7)))
def test_front_matter_is_read_in_any_order(title: str, text: str, key: str, day: date, months: int, order: list[int]) -> None:
    words = {"title": title, "description": text, "situation": key, "checklist": "none", "owner": key}
    pairs = {name: f'"{value}"' for name, value in words.items()} | {"reviewed": day.isoformat(), "review_in": f"{months} months"}
    lines = [f"{name}: {value}" for name, value in pairs.items()]
    made, problems = page("p", "et", "playbooks/x", "---\n" + "\n".join(lines[at] for at in order) + "\n---\n")
    assert problems == []
    assert made
    assert made.matter == FrontMatter(title, text, key, "none", key, day, f"{months} months")
    assert made.lines["title"] == order.index(0) + 2
