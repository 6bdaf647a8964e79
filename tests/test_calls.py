"""Templates' calls: of our methods, of what wants the context, of macros."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context

from handbook.calls import Direct


class Page:
    def greeting(self, *names: str, mark: str = "!") -> str:
        return f"{' '.join(names)}{mark}"

    @pass_context
    def word(self, context: Context, name: str) -> str:
        return f"{name}={context[name]}"


@pass_context
def word(context: Context, name: str) -> str:
    return f"{name}: {context[name]}"


def said(template: str, **values: Any) -> str:
    env = Environment(undefined=StrictUndefined)
    env.context_class = Direct
    return env.from_string(template).render(page=Page(), word=word, fi="kassa", **values)


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("{{ page.greeting('a', 'b', mark='?') }}", "a b?"),
        ("{% for sign in 'xy' %}{{ page.greeting(sign) }}{% endfor %}", "x!y!"),
        ("{% block one %}{{ page.greeting('a') }}{% endblock %}", "a!"),
        ("{{ {'a': 1}.get('a') }} {{ 'a,b'.split(',') | join }}", "1 ab"),
        ("{{ page.word('fi') }}", "fi=kassa"),
        ("{{ word('fi') }}", "fi: kassa"),
        ("{% for _ in 'x' %}{% set en = 'till' %}{{ word('en') }}{% endfor %}", "en: till"),
        ("{% macro m(a) %}{{ page.greeting(a) }}{{ caller() }}{% endmacro %}{% call m('a') %}c{% endcall %}", "a!c"),
        ("{% for a in 'xy' %}{{ loop.cycle('1', '2') }}{% endfor %}", "12"),
        ("{{ range(3) | list }} {{ namespace(a=1).a }} {{ dict(b=2) }}", "[0, 1, 2] 1 {'b': 2}"),
    ],
)
def test_calls(template: str, found: str) -> None:
    assert said(template) == found


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(UndefinedError, match="has no attribute 'greting'"):
        said("{{ page.greting('a') }}")
