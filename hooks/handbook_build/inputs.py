"""Everything that a build reads in, one digest out: the same digest, the same site, in any folder and on any machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import requires
from pathlib import Path
from typing import NamedTuple

from handbook_io.folders import under
from handbook_io.places import FOLDERS, SINGLE_FILES

HOOKS = Path(__file__).resolve().parents[1]
PRINT = HOOKS.parent / "print"
HANDBOOK = (*SINGLE_FILES, *FOLDERS)
"""What an editor writes."""
OWN = ("mkdocs.yml", "catalogues", "words")
"""What else a build reads from the handbook's folder."""
PROJECT = "service-handbook"
HOOK = ".py"
FONTS = "fontpkg-"
"""How packages of fonts are called: a script may need one that the project itself does without."""
NAME = re.compile(r"[\w.-]+")
SKIPPED = ("__pycache__", ".mypy_cache", ".ruff_cache")
"""Among programs, what tools leave there."""
ELSEWHERE = (b"!ENV", b"INHERIT", b"!relative")
"""What makes a configuration depend on more than its own text."""


class Inputs(NamedTuple):
    """What a build reads, as it was at one moment."""

    folders: tuple[str, ...] = ()
    """Where it is read from, besides the handbook's folder."""
    tools: str = ""
    everything: str = ""
    moments: str = ""
    """Digest of when each file was changed last: an edit that was undone since leaves the contents as they were, not these."""


def inputs(root: Path, folders: Iterable[str]) -> Inputs:
    found = tuple(folders)
    made_with = tools(root, found)
    return Inputs(found, made_with, everything(root, found, made_with), moments(root, found))


def moments(root: Path, folders: Iterable[str]) -> str:
    """Digest of the times at which files were changed that a build reads, programs apart; asked for after their contents."""
    places = (*(root / name for name in (*HANDBOOK, *OWN)), PRINT, *(path for path in map(Path, folders) if path.suffix != HOOK))
    return _digest(sorted(moment for place in places for moment in _moments(place)))


def tools(root: Path, folders: Iterable[str]) -> str:
    """Digest of all that is not the handbook itself: programs, theme, configuration, catalogues, word tables."""
    return _digest(_tools(root, folders))


def everything(root: Path, folders: Iterable[str], made_with: str = "") -> str:
    """Digest of all that a build reads; empty where that can't be told. `made_with` is that of the tools, where it is known."""
    try:
        config = root / "mkdocs.yml"
        if not config.is_file() or any(sign in config.read_bytes() for sign in ELSEWHERE):
            return ""
        handbook = (found for name in HANDBOOK for found in _under(root / name, name))
        return _digest((("tools", (made_with or tools(root, folders)).encode()), *handbook))
    except OSError:
        return ""


def _tools(root: Path, folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    paths = [*map(Path, folders)]
    yield "programs", _programs(HOOKS, *(path for path in paths if path.suffix == HOOK))
    for folder in (*(root / name for name in OWN), PRINT, *(path for path in paths if path.suffix != HOOK)):
        yield from _linked(folder)


@cache
def _programs(*paths: Path) -> bytes:
    """Digest of Python, packages and programs as they were when they were imported: a preview goes on with those."""
    wanted = {_plain(NAME.findall(line)[0]) for line in requires(PROJECT) or ()}
    own = (found for path in paths for beside in _beside(path) for found in _linked(beside))
    return _digest((("python", sys.version.encode()), *((name, b"") for name in _installed(wanted)), *own)).encode()


def _beside(path: Path) -> Iterator[Path]:
    """A folder of programs; or a hook with the modules and packages in its folder, any of which it may import."""
    if path.suffix != HOOK:
        yield path
        return
    found = {path, *path.parent.glob(f"*{HOOK}"), *(package.parent for package in path.parent.glob(f"*/__init__{HOOK}"))}
    yield from sorted(found)


def _installed(wanted: Container[str]) -> Iterator[str]:
    """Names and versions of packages, as their folders tell them: a tenth of the time that their metadata take to read."""
    for folder in filter(os.path.isdir, sys.path):
        found = (name.removesuffix(".dist-info") for name in sorted(os.listdir(folder)) if name.endswith(".dist-info"))
        yield from (name for name in found if _is_meant(_plain(name.partition("-")[0]), wanted))


def _is_meant(package: str, wanted: Container[str]) -> bool:
    return package in wanted or package.startswith(FONTS)


def _plain(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _linked(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file beneath a folder that may be a link and hold links."""
    return _under(Path(os.path.realpath(folder)), folder.name, follow=True)


def _under(path: Path, name: str, *, follow: bool = False, above: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file beneath a folder with its contents, by `name` and its path there; what is neither, by whether it is there.

    With `follow` also what links lead to, save back to a folder `above`.
    """
    if path.is_symlink() or not path.is_dir():
        is_file = path.is_file() and not path.is_symlink()
        yield name, path.read_bytes() if is_file else str(os.path.lexists(path)).encode()
    else:
        yield from _in(str(path), name, follow, (*above, str(path)))


def _in(folder: str, name: str, follow: bool, above: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if follow and entry.name in SKIPPED:
            continue
        own = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _in(entry.path, own, follow, (*above, entry.path))
        elif entry.is_file(follow_symlinks=False):
            with open(entry.path, "rb", buffering=0) as file:
                yield own, file.read()
        elif follow and (target := os.path.realpath(entry.path)) not in above:
            yield from _under(Path(target), own, follow=True, above=above)
        else:
            yield own, b"True"


def _moments(place: Path) -> Iterator[tuple[str, bytes]]:
    """Of a file, or of each beneath a folder, when its contents and its entry were changed last."""
    for path in (f"{place}/{name}" for name in under(place, "")) if place.is_dir() else (str(place),):
        with suppress(OSError):
            found = os.stat(path)
            yield path, f"{found.st_mtime_ns} {found.st_ctime_ns}".encode()


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    found = sha256()
    for name, data in files:
        found.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        found.update(data)
    return found.hexdigest()
