"""A lock file's text in, its entries out, and back: one line a block, so that branches merge.

Git joins two changes if an unchanged line lies between them: hence the empty line between entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from handbook.model.lock import Entry, Lock, lock_path
from handbook.model.problem import Problem

HEAD = "# Written by `handbook translations stamp`; don't edit. block original translation date # why\n"
LINE = re.compile(r"(\S+) ([0-9a-f]{10})\.([0-9a-f]{4}) ([0-9a-f]{10}|-) (\d{4}-\d{2}-\d{2})(?: # (.+))?")


def lock(name: str, text: str) -> tuple[Lock, list[Problem]]:
    """The lock and the lines that can't be read (left by a merge, for example)."""
    found: dict[str, Entry] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("# "):
            continue
        entry = _entry(line, number)
        if entry is None:
            problems.append(Problem(lock_path(name), number, "bad-lock-line", {"text": line[:40]}))
        elif entry.key in found:
            problems.append(
                Problem(lock_path(name), number, "repeated-lock-key", {"key": entry.key, "first": str(found[entry.key].line)})
            )
        else:
            found[entry.key] = entry
    return Lock(name, tuple(found.values())), problems


def _entry(line: str, number: int) -> Entry | None:
    match = LINE.fullmatch(line)
    if not match:
        return None
    try:
        since = date.fromisoformat(match[5])
    except ValueError:
        return None
    return Entry(match[1], match[2], match[3], match[4], since, match[6] or "", number)


def written(entries: Iterable[Entry]) -> str:
    """The text of a lock file."""
    return "\n".join((HEAD, *(f"{_line(entry)}\n" for entry in entries)))


def _line(entry: Entry) -> str:
    why = f" # {entry.why}" if entry.why else ""
    return f"{entry.key} {entry.original}.{entry.frame} {entry.translation} {entry.since.isoformat()}{why}"
