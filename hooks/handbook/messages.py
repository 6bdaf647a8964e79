"""A problem in, its words out: what is wrong; what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from handbook.model.playbook import BlockKind
from handbook.model.problem import Problem
from handbook.problem_texts import KINDS, MESSAGES, OURS

Translate = Callable[[str], str]

JOINERS = "\u200c\u200d\u00a0\u202f"
"""Unprintable by Unicode's word, yet part of ordinary text."""


def words(problem: Problem, translate: Translate = str) -> tuple[str, str]:
    """What is wrong and what to do, in the language of `translate`."""
    message = MESSAGES[problem.code]
    cure = message.otherwise if problem.values.get("close") == "" else message.cure
    ours = OURS.get(problem.code, ())
    said = {name: _said(value, translate) if name in ours else value for name, value in problem.values.items()}
    values = _Values({name: shown(value) for name, value in said.items()})
    return translate(message.wrong).format_map(values), translate(cure).format_map(values)


def _said(value: str, translate: Translate) -> str:
    """`step #greet` → `krok #greet`, `box warning` → `ramka warning`; a meaning of a pattern as it is, in the other language."""
    kind, space, rest = value.partition(" ")
    name = KINDS.get(cast(BlockKind, kind))
    return translate(name) + space + rest if name else translate(value)


def line(problem: Problem, translate: Translate = str) -> str:
    """`path:line: what is wrong; what to do  (code)`."""
    wrong, cure = words(problem, translate)
    return f"{shown(problem.place)}: {wrong}; {cure}  ({problem.code})"


def pattern(text: str, translate: Translate = str) -> str:
    """A message without a problem: an ellipsis stands for each value."""
    return translate(text).format_map(_Ellipses())


class _Ellipses(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def shown(text: str) -> str:
    """The text on one line, without anything that a terminal or a workflow would take for a command."""
    return "".join(character if character.isprintable() or character in JOINERS else "�" for character in text)


class _Values(dict[str, str]):
    """Values of placeholders; a missing one shows its name instead of failing."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
