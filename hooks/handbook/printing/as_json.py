"""Frozen data in, the JSON that a Typst template reads out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from handbook.printing.runs import Run


def as_json(value: Any) -> str:
    """The same text for the same data, always. A run without style is a string."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Run) and not value.style:
        return value.text
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if names := _names(value):
        return {name: _plain(getattr(value, name)) for name in names}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def _names(value: Any) -> tuple[str, ...]:
    """Of the fields of a named tuple or a data class."""
    return tuple(field.name for field in fields(value)) if is_dataclass(value) else getattr(value, "_fields", ())
