"""The fixture handbook is the same, byte for byte, whatever surrounds the build."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lending import lend_fonts
from paths import CAFE
from same_bytes import CIRCUMSTANCES, differences


@pytest.mark.skipif(sys.platform == "win32", reason="masks and locales are a matter of Unix")
def test_circumstances_leave_no_trace(tmp_path: Path) -> None:
    """One of them makes its fonts as well; the others borrow them."""
    first, (makes_fonts, *_), *others = CIRCUMSTANCES
    for name, *_ in (first, *others):
        lend_fonts(tmp_path / name / "cache")
    assert differences(CAFE, tmp_path) == {name: [] for name in (makes_fonts, *(name for name, *_ in others))}
