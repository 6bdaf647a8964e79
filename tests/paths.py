"""Where things stand."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
CAFE = ROOT / "tests" / "fixtures" / "cafe"
