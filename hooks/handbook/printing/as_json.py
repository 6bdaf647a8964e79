"""Frozen data in, the JSON that a Typst template reads out."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from handbook.printing.runs import Run


def as_json(value: Any) -> str:
    """The same text for the same data, always. A run without style is a string."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Run) and not value.style:
        return value.text
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    raise TypeError(f"not data: {value!r}")
