"""What the scanners find, by small examples, whole."""

from __future__ import annotations

import pytest

from handbook.model.playbook import Block
from handbook.scan import inline, markdown, yaml
from handbook.scan.inline import Reference
from handbook.scan.parts import Parts, parts


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("a  b ", "a b"),
        (" a b", "a b"),
        ("a\u00a0b", "a b"),
        ("**a**  b", "a b"),
        ("`a  b` _c_", "a b c"),
        (r"a\_b  *c*", "a_b c"),
        ("x_y z", "x_y z"),
        ("[a][b] [c](d.md) {{ policy.e }} [@f]", "a c …"),
    ],
)
def test_plain_words(written: str, spoken: str) -> None:
    assert inline.plain(written) == spoken


def test_what_a_text_points_at() -> None:
    text = r"See [the words][idea], [a page](b.md#c) and {{ policy.days }}; not `[x](y)` or \[z][w]."
    assert list(inline.references(text)) == [
        Reference("link", "b.md#c", "a page"),
        Reference("concept", "idea", "the words"),
        Reference("placeholder", "policy.days", ""),
    ]


def test_what_is_told_of_a_long_mistake_is_short() -> None:
    assert parts(f"Look. {{ #look }} @{'a' * 70}") == Parts("Look.", "look", (), (("bad-citation", {"text": f"@{'a' * 59}"}),))


@pytest.mark.parametrize("sign", [">", "- ", "# ", "|"])
def test_nothing_else_begins_within_a_phrase(sign: str) -> None:
    found, problems = markdown.blocks("a.md", f"> {sign}a {{ #b }}", 7)
    assert (found, [(problem.line, problem.code) for problem in problems]) == ((), [(7, "not-in-grammar")])


def test_lines_are_mended_until_there_are_too_many_mistakes() -> None:
    """From then on they are taken as they stand."""
    text = "".join(f"* {number}\n\n" for number in range(5)) + "\n".join(
        f"#a {number}" for number in range(markdown.MAX_BLOCKS + 2)
    )
    found, problems = markdown.blocks("a.md", text, 1)
    assert found[:5] == tuple(Block("item", 2 * number + 1, str(number)) for number in range(5))
    assert {problem.code for problem in problems} >= {"list-sign", "missing-space"}
    assert sum(problem.code in ("list-sign", "missing-space") for problem in problems) == markdown.MAX_BLOCKS + 1


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_yaml_may_be_so_deep(opening: str, closing: str) -> None:
    def problems(depth: int) -> list[str]:
        return [problem.code for problem in yaml.tree("a.yml", f"{opening * depth}b{closing * depth}")[1]]

    assert problems(yaml.MAX_DEPTH) == []
    assert problems(yaml.MAX_DEPTH + 1) == ["too-deep"]
