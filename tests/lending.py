"""Fonts that have been made, for caches of a test's own: to make them takes longer than most builds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def lend_fonts(cache: Path) -> None:
    """Puts the fonts of the tests' cache, if they have been made, into another one, without what is just being made."""
    fonts = Path(os.environ["HANDBOOK_CACHE"]) / "fonts"
    if fonts.is_dir():
        shutil.copytree(fonts, cache / "fonts", ignore=shutil.ignore_patterns("making-*"))
