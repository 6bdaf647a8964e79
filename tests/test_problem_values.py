"""What a message quotes of ours is said in the reader's language; what it quotes of an editor stays as it was written."""

from __future__ import annotations

import pytest
from golden import GOLDEN, assert_part

from handbook.messages import line
from handbook.model.kinds import PERIOD
from handbook.model.problem import Problem
from handbook.site import Site

PROBLEMS = (
    Problem("a.md", 9, "blocks-differ", {"original": "fi", "line": "8", "expected": "heading #step", "found": "item"}),
    Problem("a.md", 9, "blocks-differ", {"original": "fi", "line": "8", "expected": "box warning", "found": "paragraph"}),
    Problem("a.md", 9, "missing-citation", {"kind": "paragraph"}),
    Problem("a.md", 2, "bad-value", {"value": "text", "expected": PERIOD.meaning}),
    Problem("a.md", 2, "wrong-type", {"expected": "text"}),
    Problem("a.md", 9, "id-differs", {"expected": "step", "found": "box"}),
    Problem("a.md", 9, "unknown-box", {"kind": "step", "known": "note, warning"}),
    Problem("a.md", 9, "unknown-concept", {"id": "step", "close": ""}),
    Problem("a.md", 9, "unknown-key", {"key": "step", "close": "", "known": "text, note"}),
)


@pytest.mark.parametrize("lang", ["en", "fi", "pl", "kk"])
def test_only_our_words_are_translated(handbook_site: Site, lang: str) -> None:
    translate = handbook_site.locales[lang].translations.ugettext
    said = "".join(f"{line(problem, translate)}\n" for problem in PROBLEMS)
    assert_part(GOLDEN / "problem-values.txt", lang, said)
