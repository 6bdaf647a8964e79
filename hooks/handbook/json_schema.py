"""A model in, its JSON Schema out: what `schema.py` reads, for programs in which editors write."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from handbook.model.kinds import Help, Pattern
from handbook.schema import hints, is_required, yaml_name


def json_schema(cls: type, title: str, closed: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a model. `closed` lists the values of fields that name other things."""
    schema = _schema(cls, closed or {})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


def _schema(kind: Any, closed: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    origin = get_origin(kind)
    if origin is Annotated:
        schema = _schema(get_args(kind)[0], closed)
        for extra in kind.__metadata__:
            if isinstance(extra, Pattern):
                schema["pattern"] = f"^(?:{extra.regex})$"
            elif isinstance(extra, Help):
                schema["description"] = extra.text
        return schema
    if origin in (Union, types.UnionType):
        return _schema(get_args(kind)[0], closed)
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0], closed)}
    if origin is not None and issubclass(origin, Mapping):
        names, values = get_args(kind)
        return {"type": "object", "propertyNames": _schema(names, closed), "additionalProperties": _schema(values, closed)}
    if is_dataclass(kind):
        return _record_schema(typing.cast(type, kind), closed)
    simple: dict[Any, dict[str, Any]] = {
        str: {"type": "string"},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        Decimal: {"type": "number"},
        date: {"type": "string", "format": "date"},
    }
    return dict(simple[kind])


def _record_schema(cls: type, closed: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    properties = {}
    for field in fields(cls):
        schema = _schema(hints(cls)[field.name], closed)
        if field.name in closed:
            schema["enum"] = list(closed[field.name])
        properties[yaml_name(field)] = schema
    required = [yaml_name(field) for field in fields(cls) if is_required(field)]
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}
