"""What a build made, and from what: kept between builds, so that the next one makes only what has changed.

A record is believed only as long as every file that it speaks of is as it says; a broken one is no record.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from handbook_io.cache import keep, kept

Stat = tuple[int, int]
"""Size in bytes, and time of the last change in nanoseconds."""
UNUSED = 90 * 24 * 60 * 60
"""Seconds without a build after which a target is forgotten."""


@dataclass(frozen=True, slots=True)
class Record:
    inputs: str = ""
    """Digest of everything that was read."""
    folders: tuple[str, ...] = ()
    """Where it was read from, besides the handbook's folder."""
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language → page's name, or `search` → the key of what it was made from."""
    files: Mapping[str, Stat] = field(default_factory=dict)
    """Path under the site → how the file was left."""
    umask: int = -1
    """What its files' modes were made with: another one wants files of its own."""


def place(cache: Path, site: Path) -> Path:
    """Where the record of a target is kept."""
    return cache / "builds" / f"{sha256(os.fsencode(site)).hexdigest()[:16]}.json"


def memories(cache: Path, site: Path) -> Path:
    """Where is kept, beside the record, what builds remember."""
    return place(cache, site).with_suffix("")


def load(path: Path) -> Record:
    """The record, or an empty one where there is none that can be used."""
    try:
        found = json.loads(kept(path))
        files = {str(name): (int(size), int(time)) for name, (size, time) in found["files"].items()}
        keys = {str(lang): {str(name): str(key) for name, key in own.items()} for lang, own in found["keys"].items()}
        return Record(str(found["inputs"]), tuple(map(str, found["folders"])), keys, files, int(found["umask"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Record()


def save(path: Path, record: Record) -> None:
    """Writes it whole or not at all; without it the next build only takes longer."""
    try:
        keep(path, json.dumps({name: getattr(record, name) for name in Record.__slots__}).encode())
    except OSError:
        return


def tidy(newest: Path) -> None:
    """Forgets targets that have not been built for long when this record was written; a build of theirs only takes longer.

    Parts of a site have memories, but no record.
    """
    try:
        written = newest.stat().st_mtime
        records = set(newest.parent.glob("*.json"))
        memories = {path for path in newest.parent.iterdir() if path.is_dir() and path.with_suffix(".json") not in records}
        for path in (path for path in records | memories if written - path.stat().st_mtime > UNUSED):
            if path in records:
                path.unlink()
            shutil.rmtree(path.with_suffix(""), ignore_errors=True)
    except OSError:
        return


def stats(folder: Path) -> dict[str, Stat]:
    """Every file beneath a folder, by its path in it."""
    return dict(_stats(str(folder), ""))


def _stats(folder: str, prefix: str) -> Iterator[tuple[str, Stat]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _stats(entry.path, f"{name}/")
            else:
                found = entry.stat(follow_symlinks=False)
                yield name, (found.st_size, found.st_mtime_ns)


def umask() -> int:
    """What files are made without."""
    found = os.umask(0o077)
    os.umask(found)
    return found


def is_whole(record: Record, site: Path) -> bool:
    """Whether a site is exactly as the build left it, and as one would leave it now."""
    try:
        return bool(record.files) and record.umask == umask() and stats(site) == record.files
    except OSError:
        return False
