"""Inline Markdown as pieces of print."""

from __future__ import annotations

import pytest
from papers import site_of

from handbook.printing.runs import Run, Writer

EXAMPLES = [
    ("plain", "Tee kohe.", (Run("Tee kohe."),)),
    ("strong and emphasis", "a **b** *c*", (Run("a "), Run("b", "strong"), Run(" "), Run("c", "emph"))),
    ("underscores inside a word", "a_b_c", (Run("a_b_c"),)),
    ("code and escapes are words", r"`x` \*y\*", (Run("x *y*"),)),
    ("a link that leads nowhere on paper", "[sõna](other.md)", (Run("sõna"),)),
    ("a link to the web", "[sõna](https://a.example/)", (Run("sõna", "link", "https://a.example/"),)),
    ("a concept", "[külalist][guest] näed", (Run("külalist näed"),)),
    ("a rule that is filled in", "Helista {{ policy.emergency }}.", (Run("Helista "), Run("112", "strong"), Run("."))),
    ("a rule that is not", "Kell {{ policy.closing_time }}", (Run("Kell "), Run("leppige kokku", "blank"))),
    ("a rule with more space around it", "{{  policy.emergency  }}", (Run("112", "strong"),)),
    ("signs that enclose nothing", "2 * 3 = 6, *100# ja _", (Run("2 * 3 = 6, *100# ja _"),)),
    ("a less-than sign", r"alla \< 5", (Run("alla < 5"),)),
    ("code with a sign of its own", "``a`b``", (Run("a`b"),)),
    ("weight within a link", "[**sõna**](other.md)", (Run("sõna"),)),
    ("a number stays with its unit", "5 minutit", (Run("5\u00a0minutit"),)),
]


@pytest.mark.parametrize(("name", "text", "expected"), EXAMPLES, ids=[name for name, _, _ in EXAMPLES])
def test_runs(name: str, text: str, expected: tuple[Run, ...]) -> None:
    writer = Writer(site_of({}).handbook, "et", "leppige kokku", lambda address: address if "://" in address else "")
    assert writer.runs(text) == expected


def test_words_have_no_style() -> None:
    writer = Writer(site_of({}).handbook, "et", "leppige kokku")
    assert writer.words("**Helista** {{ policy.closing_time }} [siia](a.md)") == "Helista … siia"
