"""Material's templates as the site takes them over: mended where they are known, compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from handbook.theme import PATCHES, patched
from handbook_io.templates import Compiled

TEMPLATE = next(iter(PATCHES))


def test_each_fault_is_mended_once() -> None:
    old = [old for old, _ in PATCHES[TEMPLATE]]
    new = [new for _, new in PATCHES[TEMPLATE]]
    assert patched(TEMPLATE, "\n".join(old)) == "\n".join(new)
    assert patched("another.html", old[0]) == old[0]


@pytest.mark.parametrize("copies", [0, 2])
def test_a_template_that_is_not_as_it_was_is_refused(copies: int) -> None:
    with pytest.raises(LookupError, match=f"{TEMPLATE}: expected exactly once, found {copies} times"):
        patched(TEMPLATE, PATCHES[TEMPLATE][0][0] * copies)


def test_what_one_language_compiled_serves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = Compiled(tmp_path)
    templates = {"page.html": "{{ word }}!"}

    def rendered(word: str) -> str:
        return Environment(loader=DictLoader(templates), bytecode_cache=compiled).get_template("page.html").render(word=word)

    assert rendered("one") == "one!"
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
        assert rendered("two") == "two!"
    templates["page.html"] = "{{ word }}?"
    assert rendered("three") == "three?"
