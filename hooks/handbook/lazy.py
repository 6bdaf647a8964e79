"""A function in, a mapping whose values are worked out when they are first asked for out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")


class Lazy(dict[str, Value]):
    """A dict that fills itself."""

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: str) -> Value:
        self[key] = self.make(key)
        return self[key]
