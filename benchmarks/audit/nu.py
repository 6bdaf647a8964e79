"""A built site in, what the Nu Html Checker says about every page and stylesheet of ours out; exit status 1 if it finds an error.

    python benchmarks/audit/nu.py [--site site]

Needs Java 17 or newer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from site_served import ROOT

CHECKER = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
SHOWN = 20


def messages(site: Path) -> list[dict[str, str]]:
    """One for each complaint: type (error or info), url, message."""
    command = ["java", "-jar", str(CHECKER), "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always", str(site)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[dict[str, str]] = json.loads(run.stdout)["messages"]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    site = parser.parse_args().site.resolve()
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"Nu Html Checker reads {pages} pages …", file=sys.stderr, flush=True)
    found = messages(site)
    kinds = Counter((one["type"], one["message"]) for one in found)
    errors = sum(count for (kind, _), count in kinds.items() if kind == "error")
    print(f"Nu Html Checker: {pages} pages, {errors} errors, {len(found) - errors} warnings")
    for (kind, text), count in kinds.most_common(SHOWN):
        print(f"  {count:5} {kind}: {text}")
    return 1 if errors or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
