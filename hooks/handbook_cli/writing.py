"""New texts of files in, files on disk out: each whole or not at all, or only named with --dry-run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handbook_cli.main import say
from handbook_io.whole import write_whole

Changes = Mapping[str, str | None]
"""Path relative to the handbook's folder → its new text; None: the file goes."""


def write(root: Path, changes: Changes, dry_run: bool) -> int:
    """Writes what differs and names each file; returns how many did. Files go last, when what comes in their place stands."""
    count = 0
    for name, text in sorted(changes.items(), key=lambda change: (change[1] is None, change[0])):
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
        write_whole(path, text.encode())
    return count
