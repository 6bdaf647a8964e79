"""Values by what they were made of: what was worked out for the last build is not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import sha256
from typing import Any, TypeVar

from handbook.model.problem import Problem
from handbook.plain import plain, restored

Value = TypeVar("Value")
HANDBOOK, ASSETS = "handbook", "assets"
"""Among the subjects that builds remember: texts; icons and scripts. The others are languages, and what is searched in them."""


def searching(lang: str) -> str:
    """The subject of a language's search index: read only where the index is made."""
    return f"search-{lang}"


def key_of(*parts: object) -> str:
    """A short name for parts with a telling `repr`: text, numbers, tuples of them."""
    return sha256(repr(parts).encode()).hexdigest()[:32]


class Recall:
    """Remembers what pure functions made: text, bytes, numbers, and tuples, lists and dictionaries of them.

    Starts empty unless it is given something.
    """

    def __init__(self, known: Mapping[str, Any] | None = None) -> None:
        self.known: Mapping[str, Any] = known or {}
        self.used: dict[str, Any] = {}
        """What was asked for, old and new."""
        self._objects: dict[str, Any] = {}
        self._earlier: dict[str, Any] = {}
        self._is_renewed = False

    @property
    def is_news(self) -> bool:
        """Whether there is anything else to keep than what was known at first."""
        return self._is_renewed or self.used.keys() != self.known.keys()

    @property
    def kept(self) -> dict[str, Any]:
        """All that is worth keeping."""
        return {**self.known, **self.used} if self._is_renewed else self.used

    def learn(self, found: Mapping[str, Any] | None) -> None:
        """Takes over what another Recall was asked for in the same build, if there is one."""
        if found:
            self.known = {**self.known, **found}

    def renew(self) -> None:
        """Forgets what has not been asked for since the last time: call it when all that is still needed has been."""
        self.known, self.used = self.used, {}
        self._earlier, self._objects = self._objects, {}
        self._is_renewed = True

    def __call__(self, key: str, make: Callable[[], Any]) -> Any:
        """The value that `make` gives, or has given for the same key before."""
        if key not in self.used:
            self.used[key] = self.known[key] if key in self.known else make()
        return self.used[key]

    def live(self, key: str, make: Callable[[], Value]) -> Value:
        """The same for frozen objects of any kind: between builds of one process they need not even be unpacked."""
        if key not in self._objects:
            self._objects[key] = self._earlier.pop(key) if key in self._earlier else make()
        found: Value = self._objects[key]
        return found

    def packed(self, key: str, make: Callable[[], Value], pack: Callable[[Value], Any], unpack: Callable[[Any], Value]) -> Value:
        """The same for a value of any kind: what `make` gives now as it is, what is known from before unpacked."""
        made: list[Value] = []

        def row() -> Any:
            made.append(make())
            return pack(made[0])

        found = self(key, row)
        return made[0] if made else unpack(found)

    def problems(self, key: str, find: Callable[[], Iterable[Problem]]) -> list[Problem]:
        """The same for what a rule finds."""
        return self.packed(key, lambda: list(find()), plain, partial(restored, list[Problem]))
