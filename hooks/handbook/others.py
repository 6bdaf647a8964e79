"""Other processes that find out what the one that reads a handbook would have to: it learns that, and finds out the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

Work = Callable[[], Mapping[str, Any]]
"""Gives what a Recall can learn."""
Wait = Callable[[], Mapping[str, Any] | None]
"""Waits for what a work gives; None where it failed."""


class Others(NamedTuple):
    ahead: Wait
    """For a work that has begun already: `read_ahead`."""
    beside: Callable[[Work], AbstractContextManager[Wait]]
    """Begins a work, which has ended when the block has."""
