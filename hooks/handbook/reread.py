"""A file's text in, what it says out; what was read from the same bytes before is put together again, which is faster."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from handbook.freshness import lockfile
from handbook.lazy import Deferred
from handbook.model.lock import Entry, Lock
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.parse import kept as rows
from handbook.parse.page import page as parsed
from handbook.plain import plain, restored
from handbook.recall import Recall

Read = TypeVar("Read")


def kept(recall: Recall, key: str, kind: Any, read: Callable[[], Read]) -> Read:
    """What a file is read as; what was read from the same bytes before is put together again, which is faster."""
    found: Read = recall.live(key, lambda: recall.packed(key, read, plain, partial(restored, kind)))
    return found


def page(recall: Recall, key: str, path: str, lang: str, name: str, content: str) -> tuple[Page | None, list[Problem]]:
    """As the parser reads it; a page that has been read before is parsed when somebody asks for its text."""

    def pack(found: tuple[Page | None, list[Problem]]) -> Any:
        page, problems = found
        return rows.row(page) if page else None, plain(problems)

    def unpack(row: Any) -> tuple[Page | None, list[Problem]]:
        page, problems = row
        return rows.page(path, lang, name, content, page) if page else None, restored(list[Problem], problems)

    return recall.packed(key, lambda: parsed(path, lang, name, content), pack, unpack)


def lock(recall: Recall, key: str, name: str, content: str) -> tuple[Lock, list[Problem]]:
    """As it is written; one that has been read before is parsed when somebody asks for its entries."""

    def entries() -> tuple[Entry, ...]:
        return tuple(lockfile.lock(name, content)[0].entries)

    def made() -> tuple[Lock, list[Problem]]:
        lock, problems = lockfile.lock(name, content)
        return Lock(name, Deferred(entries, tuple(lock.entries))), problems

    def unpack(row: Any) -> tuple[Lock, list[Problem]]:
        return Lock(name, Deferred(entries)), restored(list[Problem], row)

    return recall.packed(key, made, lambda found: plain(found[1]), unpack)
