"""A file's new contents in, the file out: whole or not at all, also when builds run at once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Writes beside the file, then exchanges the two in one step; who may do what with it stays.

    Raises OSError; then the file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(data)
        if path.exists():
            shutil.copymode(path, new)
        os.replace(new, path)
    except OSError as error:
        new.unlink(missing_ok=True)
        error.filename, error.filename2 = str(path), None
        raise


def write_named(path: Path, data: bytes) -> None:
    """Writes where a person has said: into a pipe or a device, or the whole file that a link leads to. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        write_whole(Path(os.path.realpath(path)), data)
