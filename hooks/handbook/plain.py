"""Frozen data of the model in, the same as tuples and dictionaries that a Recall can hold out; and back by its type."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

Restore = Callable[[Any], Any]


def plain(value: Any) -> Any:
    """Raises nothing: what is neither data, a date nor a number with decimals is plain already."""
    if isinstance(value, (tuple, list)):
        return tuple(map(plain, value))
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(plain(getattr(value, field.name)) for field in fields(value))
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, Decimal) else value


def restored(kind: Any, row: Any) -> Any:
    """The inverse of `plain`, for a value of a type: data classes, tuples, lists, mappings, dates, numbers, text."""
    restore = _restore(kind)
    return restore(row) if restore else row


@cache
def _restore(kind: Any) -> Restore | None:
    """None where the row is the value."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        return _record(typing.cast(type, kind))
    if origin in (typing.Union, types.UnionType):
        found = next((restore for part in inside if (restore := _restore(part))), None)
        return (lambda row: None if row is None else found(row)) if found else None
    if origin is tuple and inside[-1] is not Ellipsis:
        parts = [_restore(part) for part in inside]
        return lambda row: tuple(part(item) if part else item for part, item in zip(parts, row, strict=True))
    if origin in (tuple, list):
        return _items(origin, _restore(inside[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        value = _restore(inside[1])
        return (lambda row: {key: value(item) for key, item in row.items()}) if value else None
    simple: Mapping[Any, Restore] = {date: date.fromisoformat, Decimal: Decimal}
    return simple.get(kind)


def _items(origin: type, item: Restore | None) -> Restore | None:
    if item is None:
        return None if origin is tuple else origin
    return lambda row: origin(map(item, row))


def _record(cls: type) -> Restore:
    hints = typing.get_type_hints(cls)
    parts = [_restore(hints[field.name]) for field in fields(cls)]
    return lambda row: cls(*[part(item) if part else item for part, item in zip(parts, row, strict=True)])
