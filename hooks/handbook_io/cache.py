"""Where everything is kept that can be made again."""

from __future__ import annotations

import os
from pathlib import Path


def cache_of(root: Path) -> Path:
    """Of the handbook in `root`: the folder HANDBOOK_CACHE, or .cache in the handbook's folder."""
    return Path(os.environ.get("HANDBOOK_CACHE") or root / ".cache")
