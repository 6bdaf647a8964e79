"""The fixture handbook is the same, byte for byte, whatever surrounds the build."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from paths import CAFE
from same_bytes import CIRCUMSTANCES, differences


@pytest.mark.skipif(sys.platform == "win32", reason="masks and locales are a matter of Unix")
def test_circumstances_leave_no_trace(tmp_path: Path) -> None:
    assert differences(CAFE, tmp_path) == {name: [] for name, *_ in CIRCUMSTANCES[1:]}
