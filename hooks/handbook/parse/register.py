"""YAML text in; settings, a concept, a source or claims out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from handbook import schema
from handbook.locale import unusable
from handbook.model.concept import Concept, ConceptEntry
from handbook.model.problem import Problem
from handbook.model.rules import Rules
from handbook.model.settings import Settings
from handbook.model.source import Claim, ClaimsFile, Source, SourceEntry
from handbook.scan import yaml

Model = TypeVar("Model")


Lines = dict[str, int]
"""Dotted key → line."""


def settings(path: str, text: str) -> tuple[Settings | None, Lines, list[Problem]]:
    """The whole of handbook.yml. Nothing else can be read while one of its languages can't."""
    node, problems = yaml.tree(path, text)
    made, mistakes = _read(Settings, node, path, problems)
    lines = schema.lines(node, 3)
    written = schema.lines(schema.child(node, "languages"))
    if made and not written:
        mistakes.append(Problem(path, lines.get("languages", 1), "empty-value"))
    if not made or not written or made.languages.keys() != written.keys():
        return None, lines, mistakes
    rows = made.languages
    wrong = {code: key for code, row in rows.items() if (key := unusable(row))}
    for code, key in wrong.items():
        line = lines.get(f"languages.{code}.{key}", lines.get(f"languages.{code}", 1))
        expected = "“, ”, ‘, ’" if key == "quotes" else "CLDR"
        mistakes.append(Problem(path, line, "bad-value", {"value": str(getattr(rows[code], key))[:60], "expected": expected}))
    return None if wrong else made, lines, mistakes


def concept(path: str, id: str, text: str) -> tuple[Concept | None, list[Problem]]:
    """One file of glossary/."""
    node, problems = yaml.tree(path, text)
    entry, mistakes = _read(ConceptEntry, node, path, problems)
    return Concept(id, path, entry, schema.lines(node, 2)) if entry else None, mistakes


def source(path: str, id: str, text: str) -> tuple[Source | None, list[Problem]]:
    """One file of sources/."""
    node, problems = yaml.tree(path, text)
    entry, mistakes = _read(SourceEntry, node, path, problems)
    lines = schema.lines(schema.child(node, "points"))
    for point, line in lines.items():
        if entry and not point.startswith(f"{id}-"):
            mistakes.append(Problem(path, line, "foreign-point", {"id": point, "source": id}))
    return Source(id, path, entry, lines) if entry else None, mistakes


def rules(path: str, text: str) -> tuple[Rules | None, list[Problem]]:
    """One file of rules/."""
    node, problems = yaml.tree(path, text)
    return _read(Rules, node, path, problems)


def claims(path: str, text: str) -> tuple[Mapping[str, Claim], Lines, list[Problem]]:
    """Claims by id, the line of each, and the mistakes."""
    node, problems = yaml.tree(path, text)
    made, mistakes = _read(ClaimsFile, node, path, problems)
    return (made.claims if made else {}), schema.lines(schema.child(node, "claims"), 2), mistakes


def _read(
    cls: type[Model], node: yaml.Node | None, path: str, problems: tuple[Problem, ...]
) -> tuple[Model | None, list[Problem]]:
    if node is None and problems:
        return None, list(problems)
    made, mistakes = schema.read(cls, node, path)
    return made, [*problems, *mistakes]
