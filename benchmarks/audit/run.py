"""Nothing in, every step of the audit one after the other out, and which failed; exit status 1 if any did.

    python benchmarks/audit/run.py

A step that fails doesn't keep the next ones from running.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

STEPS = {
    "build": ("-m", "handbook_cli", "build"),
    "Nu Html Checker": (HERE / "nu.py",),
    "axe notices breaks": (HERE / "prove.py",),
    "axe": (HERE / "axe.py",),
    "Lighthouse": (HERE / "lighthouse.py",),
    "Lighthouse, 1,000 playbooks": (HERE / "lighthouse.py", "--playbooks", "1000"),
    "pictures": (HERE / "sheet.py",),
}


def main() -> int:
    rows = []
    for number, (name, command) in enumerate(STEPS.items(), 1):
        print(f"\n{number}/{len(STEPS)} {name}", flush=True)
        begun = time.monotonic()
        run = subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, check=False)
        rows.append((name, (time.monotonic() - begun) / 60, run.returncode))
    print("\nstep                         minutes")
    for name, minutes, status in rows:
        print(f"{name:28} {minutes:7.1f}  {f'failed ({status})' if status else 'ok'}")
    failed = sum(1 for *_, status in rows if status)
    print(f"audit: {len(rows) - failed} of {len(rows)} steps ok")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
