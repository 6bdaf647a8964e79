"""Templates are compiled once, and never mistaken for what another kind of environment made of them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache

from handbook_io.templates import Compiled


def test_what_one_language_compiled_serves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = Compiled(tmp_path)
    templates = {"page.html": "{{ word }}!"}

    def rendered(word: str) -> str:
        env = Environment(loader=DictLoader(templates))
        compiled.serve(env)
        return env.get_template("page.html").render(word=word)

    assert rendered("one") == "one!"
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
        assert rendered("two") == "two!"
    templates["page.html"] = "{{ word }}?"
    assert rendered("three") == "three?"


def test_what_another_kind_of_environment_compiled_is_not_taken(tmp_path: Path) -> None:
    templates = {"page.html": "<p>\n{% if true %}\nYes\n{% endif %}\n</p>"}

    def rendered() -> str:
        env = Environment(loader=DictLoader(templates))
        Compiled(tmp_path).serve(env)
        return env.get_template("page.html").render()

    assert rendered() == "<p>\nYes\n</p>"
    (file,) = (tmp_path / "templates").iterdir()
    untrimmed = Environment(loader=DictLoader(templates), bytecode_cache=FileSystemBytecodeCache(str(tmp_path), "%s"))
    untrimmed.get_template("page.html")
    data = (tmp_path / file.stem).read_bytes()
    file.write_bytes(sha256(data).digest() + data)
    assert rendered() == "<p>\nYes\n</p>"
