"""A YAML tree and a model in, frozen data out, and every mistake. `json_schema.py` tells editors' programs the same."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, partial
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from handbook.locale import N_
from handbook.model.kinds import Pattern
from handbook.model.problem import Problem
from handbook.scan import yaml

Model = TypeVar("Model")
Found = list[Problem]
Reader = Callable[[yaml.Node, str, Found], Any]
"""A tree, its file's path and the list of mistakes in, a value out. Raises _Invalid after noting a problem."""


class _Invalid(Exception):
    """The value can't be used; what is wrong has been noted already."""


def read(cls: type[Model], node: yaml.Node | None, path: str, line: int = 1) -> tuple[Model | None, Found]:
    """The data that the tree describes, or None where it can't be made; and every mistake in it."""
    problems: Found = []
    if node is None:
        return None, [Problem(path, line, "empty-file")]
    try:
        value = _record(cls, node, path, problems)
    except _Invalid:
        return None, problems
    return value, problems


def lines(node: yaml.Node | None, depth: int = 1, before: str = "") -> dict[str, int]:
    """Key → line, of a mapping; down to `depth` levels, keys of deeper ones joined with dots."""
    found: dict[str, int] = {}
    if isinstance(node, yaml.Mapping) and depth:
        for key, value in node.items:
            found[f"{before}{key.value}"] = key.line
            found |= lines(value, depth - 1, f"{before}{key.value}.")
    return found


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of one key of a mapping."""
    found = node.items if isinstance(node, yaml.Mapping) else ()
    return next((value for name, value in found if name.value == key), None)


def yaml_name(field: Field[Any]) -> str:
    """A field's key in YAML: with hyphens for checklist kinds, else as it is."""
    return field.name.replace("_", "-") if field.name in ("read_do", "do_confirm") else field.name


def is_required(field: Field[Any]) -> bool:
    """Whether a file must have the field's key."""
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _reader(kind: Any) -> Reader:
    """What reads a value of a kind."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        patterns = [(re.compile(extra.regex), extra.meaning) for extra in kind.__metadata__ if isinstance(extra, Pattern)]
        read = _reader(inner[0])
        return partial(_matching, read, patterns) if patterns else read
    if origin in (Union, types.UnionType):
        return _reader(next(arg for arg in inner if arg is not type(None)))
    if origin is Literal:
        return partial(_choice, inner)
    if origin is tuple:
        return partial(_tuple, _reader(inner[0]))
    if origin is not None and issubclass(origin, Mapping):
        return partial(_mapping, _reader(inner[0]), _reader(inner[1]))
    return partial(_record if is_dataclass(kind) else _scalar, kind)


def _matching(read: Reader, patterns: Iterable[tuple[re.Pattern[str], str]], node: yaml.Node, path: str, problems: Found) -> Any:
    value = read(node, path, problems)
    for pattern, meaning in patterns:
        if not pattern.fullmatch(value):
            _fail(problems, path, node.line, "bad-value", value=value[:60], expected=meaning)
    return value


def _fail(problems: Found, path: str, line: int, code: str, **values: str) -> typing.NoReturn:
    problems.append(Problem(path, line, code, values))
    raise _Invalid


@cache
def hints(cls: type) -> dict[str, Any]:
    """Field → its type, with all that is said about it."""
    return typing.get_type_hints(cls, include_extras=True)


class _Key(NamedTuple):
    """A key of a record."""

    name: str
    """Of the field."""
    read: Reader
    is_required: bool


@cache
def _keys(cls: type) -> Mapping[str, _Key]:
    """Key in YAML → what is known of it."""
    kinds = hints(cls)
    return {yaml_name(field): _Key(field.name, _reader(kinds[field.name]), is_required(field)) for field in fields(cls)}


def _record(cls: type, node: yaml.Node, path: str, problems: Found) -> Any:
    if not isinstance(node, yaml.Mapping):
        _fail(problems, path, node.line, "wrong-type", expected="key: value")
    known = _keys(cls)
    given = {key.value for key, _ in node.items}
    missing = [name for name in known if name not in given]
    values: dict[str, Any] = {}
    whole = True
    for key, value in node.items:
        name = key.value
        if name not in known:
            name = _meant(name, known, missing)
            said = {"key": key.value, "close": name, "known": ", ".join(known)}
            problems.append(Problem(path, key.line, "unknown-key", said))
            if name not in missing:
                continue
            missing.remove(name)
            whole = False
        try:
            values[known[name].name] = known[name].read(value, path, problems)
        except _Invalid:
            whole = False
    for name in missing:
        if known[name].is_required:
            problems.append(Problem(path, node.line, "missing-key", {"key": name}))
            whole = False
    if not whole:
        raise _Invalid
    return cls(**values)


def _meant(word: str, known: Iterable[str], missing: Iterable[str]) -> str:
    """The key that was probably meant, rather one that is missing; empty if nothing is near."""
    near = get_close_matches(word.casefold(), known, len([*known]))
    return next((name for name in near if name in missing), next(iter(near), ""))


def _mapping(read_key: Reader, read: Reader, node: yaml.Node, path: str, problems: Found) -> dict[str, Any]:
    if not isinstance(node, yaml.Mapping):
        _fail(problems, path, node.line, "wrong-type", expected="key: value")
    found: dict[str, Any] = {}
    for key, value in node.items:
        try:
            found[read_key(key, path, problems)] = read(value, path, problems)
        except _Invalid:
            continue
    return found


def _tuple(read: Reader, node: yaml.Node, path: str, problems: Found) -> tuple[Any, ...]:
    if not isinstance(node, yaml.Sequence):
        _fail(problems, path, node.line, "wrong-type", expected="[…, …]")
    found = []
    for item in node.items:
        try:
            found.append(read(item, path, problems))
        except _Invalid:
            continue
    return tuple(found)


def _choice(choices: tuple[str, ...], node: yaml.Node, path: str, problems: Found) -> str:
    value = _text(node, path, problems)
    if value not in choices:
        _fail(problems, path, node.line, "bad-value", value=value[:60], expected=" | ".join(choices))
    return value


def _text(node: yaml.Node, path: str, problems: Found) -> str:
    if not isinstance(node, yaml.Scalar):
        _fail(problems, path, node.line, "wrong-type", expected=N_("text"))
    if not node.value.strip():
        _fail(problems, path, node.line, "empty-value")
    return node.value.strip()


def _date(text: str) -> date:
    if not re.fullmatch(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _bool(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?", text):
        raise ValueError(text)
    return Decimal(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


SCALARS: Mapping[type, tuple[Callable[[str], Any], str]] = {
    str: (str, N_("text")),
    bool: (_bool, "true | false"),
    int: (_count, "0, 1, 2 …"),
    Decimal: (_decimal, "0, 2.5 …"),
    date: (_date, N_("a day that exists, as YYYY-MM-DD")),
}


def _scalar(kind: type, node: yaml.Node, path: str, problems: Found) -> Any:
    convert, expected = SCALARS[kind]
    value = _text(node, path, problems)
    try:
        return convert(value)
    except (ValueError, KeyError):
        _fail(problems, path, node.line, "bad-value", value=value[:60], expected=expected)
