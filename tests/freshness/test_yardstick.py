"""The yardstick of benchmarks/freshness holds: no miss, hardly a needless flag."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "freshness"))

from replay import run


def test_only_changed_meaning_is_flagged() -> None:
    made = run(200, seed=11)
    rules = made["rules"]
    assert made["edits"] >= 200
    assert rules["ours"]["missed"] == 0
    assert rules["ours"]["needless_percent"] <= 2
    assert rules["ours, typos not waived"]["missed"] == 0
    assert rules["section"]["needless_percent"] > 50
