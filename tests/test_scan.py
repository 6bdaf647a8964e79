"""What the scanners find, by small examples, whole."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import pytest

from handbook.model.playbook import Block
from handbook.scan import inline, markdown, yaml
from handbook.scan.inline import Reference
from handbook.scan.parts import Parts, parts
from handbook.scan.spans import spans


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


def tree(text: str) -> list[Any]:
    """Plain words and spans, each span with its name and what it leads to or holds."""
    bare, at = inline.hidden(text), 0
    found: list[Any] = []
    for span in spans(bare):
        kind = str(span.lastgroup)
        words = span.groupdict().get("label") or span.groupdict().get("words")
        inside = tree(words) if words else tree(span[kind]) if kind in ("strong", "em", "under") else None
        found += (bare[at : span.start()], (kind, inside) if inside and not words else (kind, inline.shown(span[kind]), inside))
        at = span.end()
    return [piece for piece in (*found, bare[at:]) if piece]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"[words](https://e.org/a\_b)", [("link", "https://e.org/a_b", ["words"])]),
        (r"[see \[1](b.md)", [("link", "b.md", ["see ", ("escaped", "[", None), "1"])]),
        ("[see `]` x](b.md)", [("link", "b.md", ["see ", ("code", "]", None), " x"])]),
        ("[`*100#`](b.md)", [("link", "b.md", [("code", "*100#", None)])]),
        (r"[words](b.md#lea\_ve)", [("link", "b.md#lea_ve", ["words"])]),
        (r"[gu\]est][guest]", [("concept", "guest", ["gu", ("escaped", "]", None), "est"])]),
        ("*see [the* page](b.md)", ["*see ", ("link", "b.md", ["the* page"])]),
        ("*see [x](https://e.org/a*b)*", [("em", ["see ", ("link", "https://e.org/a*b", ["x"])])]),
        ("*a `b* c` d", ["*a ", ("code", "b* c", None), " d"]),
        ("``a ` b``` c`` d", [("code", "a ` b``` c", None), " d"]),
        (r"\``a`", [("escaped", "`", None), ("code", "a", None)]),
        ("***a** b* _c_d_ __e", [("strong", ["*a"]), " b* ", ("under", ["c_d"]), " __e"]),
        ("** a* *b\n*c*", [("em", ["* a"]), " *b\n", ("em", ["c"])]),
        ("**a *b*", [("em", ["*a *b"])]),
        ("{{{ policy.a }}", ["{", ("policy", "a", None)]),
    ],
)
def test_what_a_text_is_made_of(text: str, found: list[Any]) -> None:
    assert tree(text) == found
    assert list(inline.mistakes(text)) == []


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("[words](https://e.org/`b`c)", ("bad-link", {"target": "https://e.org/`b`c"})),
        ("[words](https://e.org/b\\c)", ("bad-link", {"target": "https://e.org/b\\c"})),
        ("[call](tel:{{policy.days}})", ("bad-link", {"target": "tel:{{policy.days}}"})),
        ("[see [a](b.md) too][guest]", ("stray-bracket", {"text": "[see  too][guest]"})),
        ("[see]{{ policy.days }}[guest]", ("stray-bracket", {"text": "[see]…[guest]"})),
    ],
)
def test_what_would_be_no_link_is_told(text: str, mistake: tuple[str, dict[str, str]]) -> None:
    assert list(inline.mistakes(text)) == [mistake]


@pytest.mark.parametrize("sign", ["*a ", "_a ", "**a ", "**a  b ", "`", "[", "[](", "[]()", "*a _b **c ", "{{ ", "*a [b](c "])
@pytest.mark.parametrize("before", ["", "a", "`"])
def test_a_line_of_any_signs_is_read_at_once(sign: str, before: str) -> None:
    """Markup that nothing ends is not looked for again and again: that took 0.2 seconds for each of these lines."""
    text = before + sign * (3_900 // len(sign))
    begun = perf_counter()
    list(spans(inline.hidden(text)))
    list(inline.mistakes(text))
    assert perf_counter() - begun < 0.1


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
