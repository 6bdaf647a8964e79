"""A folder in, the paths of its files out, found, to be written, or to be given a second name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path


def targets(root: Path) -> Callable[[str], str]:
    """Gives a path beneath the root as a whole one, with its folder made: each folder once."""

    @cache
    def made(folder: str) -> None:
        os.makedirs(folder, exist_ok=True)

    def target(path: str) -> str:
        found = f"{root}/{path}"
        made(os.path.dirname(found))
        return found

    return target


def under(root: Path, folder: str) -> Iterator[str]:
    """Every file beneath one of the root's folders, by its path from the root."""
    for place, _, names in os.walk(root / folder):
        inside = os.path.relpath(place, root).replace(os.sep, "/")
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


def odd(root: Path) -> Iterator[str]:
    """What beneath a folder is no file: a pipe, which would keep who opens it waiting, or a link that leads nowhere."""
    return (path for path in under(root, "") if not os.path.isfile(f"{root}/{path}"))


def link(paths: Iterable[str], old: Path, new: Path) -> None:
    """Puts files of one folder into another: a second name for each or, where the disk can't, a copy."""
    target_of = targets(new)
    for path in paths:
        source, target = f"{old}/{path}", target_of(path)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
