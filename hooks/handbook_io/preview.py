"""A handbook's folder in, a preview in the browser out, made anew whenever a file changes."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve


def preview(root: Path, address: str) -> None:
    """Serves the handbook at `host:port` and rebuilds it whenever a file changes, until it is interrupted."""
    mkdocs_serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address, strict=False)
