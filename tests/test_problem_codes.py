"""The page that explains the problem codes: whole for three of them, complete for all."""

from __future__ import annotations

import pytest
from golden import GOLDEN, assert_part

from handbook.problem_texts import MESSAGES
from handbook.render import problems as page
from handbook.site import Site

THREE = ("bad-id", "missing-id", "unknown-point")


@pytest.mark.parametrize("lang", ["en", "fi", "pl", "kk"])
def test_three_codes_are_explained(handbook_site: Site, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MESSAGES", {code: MESSAGES[code] for code in THREE})
    (draft,) = page.problems(handbook_site, lang)
    text = f"{draft.title}\n{draft.description}\n{draft.html}\n"
    assert_part(GOLDEN / "problem-codes.txt", lang, text)


@pytest.mark.parametrize("lang", ["en", "fi", "pl", "kk"])
def test_every_code_has_its_place(handbook_site: Site, lang: str) -> None:
    (draft,) = page.problems(handbook_site, lang)
    assert [code for code in MESSAGES if f'<dt id="{code}">' not in draft.html] == []
    assert "{" not in draft.html.replace("{ #", "").replace("{{ policy", "")
