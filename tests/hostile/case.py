"""A hostile case: files that are put into the fixture handbook, or exchanged in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from paths import CAFE

Change = bytes | Callable[[str], str]
"""A file's new bytes, or its new text made from the old one."""

HEAD = """---
title: Katse
description: Keegi proovib.
situation: guest
checklist: none
owner: team
reviewed: 2026-11-21
review_in: 6 months
---
"""


@dataclass(frozen=True, slots=True)
class Case:
    """What an editor – or somebody worse – might send."""

    name: str
    changes: Mapping[str, Change]
    """Path → what becomes of the file."""

    def applied(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The handbook's files with this case among them."""
        made = dict(files)
        for path, change in self.changes.items():
            made[path] = change if isinstance(change, bytes) else change(made.get(path, b"").decode()).encode()
        return made


def page(name: str, body: str | bytes, head: str = HEAD) -> Case:
    """A playbook of its own with this text."""
    written = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    return Case(name, {f"docs/et/playbooks/{name}.md": head.encode() + written})


def matter(name: str, key: str, value: str) -> Case:
    """A playbook of its own, one line of whose front matter says something else."""
    lines = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in HEAD.splitlines()]
    if not any(line.startswith(f"{key}:") for line in lines):
        lines.insert(-1, f"{key}: {value}")
    return page(name, "Tere.\n", "\n".join(lines) + "\n")


def whole(name: str, path: str, content: str | bytes) -> Case:
    """A file as it is."""
    return Case(name, {path: content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")})


def value(name: str, path: str, keys: tuple[str | int, ...], text: Any) -> Case:
    """One value of a YAML file of the fixture."""

    def changed(old: str) -> str:
        tree = yaml.safe_load(old)
        place = tree
        for key in keys[:-1]:
            place = place[key] if isinstance(key, int) else place.setdefault(key, {})
        place[keys[-1]] = text
        return str(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=100_000))

    return Case(name, {path: changed})


def replaced(name: str, path: str, old: str, new: str) -> Case:
    """A piece of a file of the fixture."""
    return Case(name, {path: lambda text: text.replace(old, new)})


def fixture() -> dict[str, bytes]:
    """The fixture handbook's files, without what was built from it."""
    return {path.relative_to(CAFE).as_posix(): path.read_bytes() for path in _files()}


def _files() -> Iterator[Path]:
    return (path for path in sorted(CAFE.rglob("*")) if path.is_file() and not {".cache", "site"} & set(path.parts))
