"""Coverage of the pure core (`make coverage`): too little, of lines or of branches, ends with status 1."""

from __future__ import annotations

import json
import sys
from pathlib import Path

LEAST = 95.0
"""Per cent."""


def main(report: Path) -> int:
    totals = json.loads(report.read_text("utf-8"))["totals"]
    lines = 100 * totals["covered_lines"] / totals["num_statements"]
    branches = 100 * totals["covered_branches"] / totals["num_branches"]
    print(f"{lines:.1f} % of {totals['num_statements']} statements, {branches:.1f} % of {totals['num_branches']} branches")
    return int(min(lines, branches) < LEAST)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
