"""A built site in, a zip out that opens from a disk or a stick, without a server: same site, same bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from handbook import folder
from handbook_build.inputs import HANDBOOK, OWN
from handbook_build.target import BuildError, real, refuse_read

FOLDER = "handbook/"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name; every file carries it."""
FILE_MODE = 0o644 << 16
UNIX = 3
PACKED = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".woff2")


def refuse_archive(target: Path, site: Path, root: Path) -> None:
    """Raises BuildError where a zip would become part of itself, or take the place of what is no file or not ours."""
    place = real(target)
    if place.is_relative_to(site):
        raise BuildError(f"{target} lies in the site that it would hold: choose another place for the zip")
    refuse_read((place,), (root / name for name in (*HANDBOOK, *OWN)))
    if target.exists() and not target.is_file():
        raise BuildError(f"{target} is not an ordinary file: choose another place for the zip")


def write_archive(site: Path, target: Path) -> str:
    """Writes the zip, whole or not at all; returns one line about it.

    Raises OSError where it can't be written, or a file of the site can't be read.
    """
    target = real(target)
    made = target.with_name(f".{target.name}.new")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with ZipFile(made, "w") as archive:
            for path, data in folder.files(_files(site)):
                archive.writestr(_entry(path), data)
            count = len(archive.infolist())
        os.replace(made, target)
    finally:
        made.unlink(missing_ok=True)
    return f"Packed {count} files in {target.stat().st_size / 1e6:.1f} MB: {target}"


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if not path.is_dir():
            yield path.relative_to(site).as_posix(), path.read_bytes()


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(FOLDER + path, EARLIEST)
    entry.create_system = UNIX
    entry.external_attr = FILE_MODE
    entry.compress_type = ZIP_STORED if path.endswith(PACKED) else ZIP_DEFLATED
    return entry
