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
    place, inside = f"{root}/{folder}", f"{folder.rstrip('/')}/" if folder else ""
    return (path for path, is_file in _entries(place, inside) if is_file) if os.path.isdir(place) else iter(())


def odd(root: Path) -> Iterator[str]:
    """What beneath a folder is no file: a pipe, which would keep who opens it waiting, or a link that leads nowhere."""
    return (path for path, is_file in _entries(str(root), "") if not is_file)


def _entries(place: str, inside: str) -> Iterator[tuple[str, bool]]:
    """The path, behind `inside`, of all that is no folder, and whether it is a file; links to folders are not followed.

    A folder's listing tells it: only links need another look.
    """
    with os.scandir(place) as entries:
        for entry in entries:
            path = f"{inside}{entry.name}"
            if entry.is_symlink():
                if not os.path.isdir(entry.path):
                    yield path, os.path.isfile(entry.path)
            elif entry.is_dir():
                yield from _entries(entry.path, f"{path}/")
            else:
                yield path, entry.is_file()


def link(paths: Iterable[str], old: Path, new: Path) -> None:
    """Puts files of one folder into another: a second name for each or, where the disk can't, a copy."""
    target_of = targets(new)
    for path in paths:
        source, target = f"{old}/{path}", target_of(path)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
