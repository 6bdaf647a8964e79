"""Where everything is kept that can be made again: nothing in it is trusted to be there, to be ours, or to be a file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from handbook_io.whole import write_whole


def cache_of(root: Path) -> Path:
    """Of the handbook in `root`: the folder HANDBOOK_CACHE, or .cache in the handbook's folder, whatever links lead there."""
    return Path(os.path.realpath(os.environ.get("HANDBOOK_CACHE") or root / ".cache"))


def kept(path: Path) -> bytes:
    """What a file of the cache holds; nothing where there is no file that can be read (a named pipe would keep us waiting)."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""


def keep(path: Path, data: bytes) -> None:
    """Puts a file into the cache, whole or not at all; a folder that stands in its place goes. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    write_whole(path, data)
