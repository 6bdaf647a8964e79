"""Golden files: `== name` lines split a file into named parts."""

from __future__ import annotations

import os
import re
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
PART = re.compile(r"^== (.+)\n", re.MULTILINE)


def parts(path: Path) -> dict[str, str]:
    """Name → text of each part."""
    pieces = PART.split(path.read_text("utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def assert_part(path: Path, name: str, found: str) -> None:
    """The part says what was found; with UPDATE_GOLDEN=1 it is rewritten to say so."""
    expected = parts(path)
    if os.environ.get("UPDATE_GOLDEN") and expected.get(name) != found:
        expected[name] = found
        path.write_text("".join(f"== {key}\n{text}" for key, text in expected.items()), "utf-8")
    assert found == expected[name]
