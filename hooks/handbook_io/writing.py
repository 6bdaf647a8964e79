"""New texts of files in, files on disk out: each whole or not at all, or only named with --dry-run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from handbook_io.cli import say

Changes = Mapping[str, str | None]
"""Path relative to the handbook's folder → its new text; None: the file goes."""


def write(root: Path, changes: Changes, dry_run: bool) -> int:
    """Writes what differs and names each file; returns how many did."""
    count = 0
    for name, text in sorted(changes.items()):
        path = root / name
        old = path.read_bytes().decode("utf-8") if path.is_file() else None
        if old == text:
            continue
        count += 1
        say(f"{'would ' if dry_run else ''}{'remove' if text is None else 'write'} {name}")
        if dry_run:
            continue
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_bytes(text.encode())
        os.replace(new, path)
    return count
