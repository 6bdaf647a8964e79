"""A function in; a mapping or a sequence whose values are worked out when they are first asked for, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lazy(dict[Key, Value]):
    """A dict that fills itself."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Key) -> Value:
        self[key] = self.make(key)
        return self[key]


class Deferred(Sequence[Value]):
    """A tuple that is made when somebody looks into it, and again after it has been forgotten; equal to that tuple."""

    def __init__(self, make: Callable[[], tuple[Value, ...]], made: tuple[Value, ...] | None = None) -> None:
        self._make = make
        if made is not None:
            self._items = made

    @cached_property
    def _items(self) -> tuple[Value, ...]:
        return self._make()

    def __getitem__(self, at: Any) -> Any:
        return self._items[at]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Value]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        return self._items == (other._items if isinstance(other, Deferred) else other)

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return repr(self._items)


def forget(found: Sequence[Any]) -> None:
    """Gives back the memory of a Deferred that nobody is going to look into soon."""
    if isinstance(found, Deferred):
        found.__dict__.pop("_items", None)
