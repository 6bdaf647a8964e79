"""A concept as a file from elsewhere tells it in, the entry that it makes of ours out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import NamedTuple

from handbook import schema
from handbook.model.concept import ConceptEntry, Term
from handbook.model.problem import Problem
from handbook.scan import yaml

Value = str | tuple[str, ...]
Values = Mapping[str, Value]
REQUIRED = tuple(field.name for field in fields(Term) if field.default is MISSING)


class Incoming(NamedTuple):
    """What a file says of one concept. What it doesn't mention stays as it is; an empty value is taken away."""

    id: str
    line: int
    values: Values
    languages: Mapping[str, Values]


class Change(NamedTuple):
    """One value that an import changes. A value that wasn't or won't be there is empty."""

    concept: str
    lang: str
    """Empty for what is said of the concept in all languages."""
    field: str
    old: Value
    new: Value

    @property
    def name(self) -> str:
        return f"{self.lang} {self.field}".lstrip()


def merged(path: str, found: Incoming, old: ConceptEntry | None) -> tuple[ConceptEntry | None, list[Problem]]:
    """Our entry with what the file says; or what is wrong with it, by the line of the file."""
    ours = _values(old) if old else {}
    theirs = {("", name): value for name, value in found.values.items()} | {
        (lang, name): value for lang, values in found.languages.items() for name, value in values.items()
    }
    both = {**ours, **theirs}
    languages = dict.fromkeys(lang for lang, _ in both if lang)
    needed = [("", "pos"), *((lang, name) for lang in languages for name in REQUIRED)]
    if missing := [f"{lang} {name}".lstrip() for lang, name in needed if not both.get((lang, name))]:
        return None, [Problem(path, found.line, "missing-value", {"what": found.id, "key": key}) for key in missing]

    def node(of: str) -> yaml.Mapping:
        rows = ((name, value) for (lang, name), value in both.items() if lang == of and value)
        return _mapping(found.line, ((name, _leaf(found.line, value)) for name, value in rows))

    by_language = _mapping(found.line, ((code, node(code)) for code in languages))
    rows = (*node("").items, *_mapping(found.line, [("languages", by_language)]).items)
    return schema.read(ConceptEntry, yaml.Mapping(found.line, rows), path)


def changes(id: str, old: ConceptEntry | None, new: ConceptEntry) -> Iterator[Change]:
    """What differs, in the order of the new entry, then what only the old one had."""
    before, after = (_values(old) if old else {}), _values(new)
    for key in dict.fromkeys((*after, *before)):
        if before.get(key, "") != after.get(key, ""):
            yield Change(id, *key, before.get(key, ""), after.get(key, ""))


def _values(entry: ConceptEntry) -> dict[tuple[str, str], Value]:
    """(language or nothing, field) → what is said, without what need not be said."""
    found: dict[tuple[str, str], Value] = {("", name): getattr(entry, name) for name in ("pos", "related", "sources")}
    for lang, term in entry.languages.items():
        for field in fields(Term):
            value = getattr(term, field.name)
            if value != field.default or field.name == "attested":
                found[lang, field.name] = str(value).lower() if isinstance(value, bool) else value
    return {key: value for key, value in found.items() if value}


def _leaf(line: int, value: Value) -> yaml.Node:
    if isinstance(value, str):
        return yaml.Scalar(line, value)
    return yaml.Sequence(line, tuple(yaml.Scalar(line, item) for item in value))


def _mapping(line: int, rows: Iterable[tuple[str, yaml.Node]]) -> yaml.Mapping:
    return yaml.Mapping(line, tuple((yaml.Scalar(line, name), value) for name, value in rows))
