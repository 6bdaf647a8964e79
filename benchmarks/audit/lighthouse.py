"""A built site in, Lighthouse's four marks for a phone out: the median of some runs of one page of each kind.

    python benchmarks/audit/lighthouse.py [--runs 5] [--site site] [--playbooks N]

Exit status 1 if performance is below 95 or another mark below 100. Simulated throttling, Lighthouse's default: a mid-range phone
on slow 4G. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "build"))

from corpus import ours
from site_served import ROOT, chromium, serving

LIGHTHOUSE = Path(__file__).parent / "node_modules/.bin/lighthouse"
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
GOOD = 0.9
TRIES = 8
"""Now and then a browser does not come up, or its trace lacks the start (NO_NAVSTART): about one run in six."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def marks(url: str) -> tuple[dict[str, int], list[str]]:
    """Category → mark of 0 to 100, and the audits that cost marks."""
    command = [
        str(LIGHTHOUSE),
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags={FLAGS}",
        f"--only-categories={','.join(LEAST)}",
    ]
    environment = {**os.environ, "CHROME_PATH": chromium()}
    for _ in range(TRIES):
        run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if not run.returncode:
            break
        print(f"{url}: {run.stderr.strip()[-300:]}", file=sys.stderr)
    run.check_returncode()
    found = json.loads(run.stdout)
    weighed = [one["id"] for category in found["categories"].values() for one in category["auditRefs"] if one["weight"]]
    audits = [found["audits"][name] for name in weighed]
    lost = [
        f"{one['id']} {one.get('displayValue', '')}".strip() for one in audits if one["score"] is not None and one["score"] < GOOD
    ]
    return {name: round(100 * (category["score"] or 0)) for name, category in found["categories"].items()}, lost


def run(url: str, number: int) -> tuple[dict[str, int], list[str]]:
    """The marks of one run, told as it goes."""
    found, lost = marks(url)
    print(f"{url}, run {number + 1}: {', '.join(map(str, found.values()))}", file=sys.stderr, flush=True)
    return found, lost


def large(playbooks: int) -> Path:
    """A site of so many playbooks in each language, without PDFs, built into .cache by today's program."""
    home = ROOT / f".cache/audit/{playbooks}"
    shutil.rmtree(home, ignore_errors=True)
    ours(home, playbooks)
    subprocess.run([sys.executable, "-m", "handbook_cli", "-C", str(home), "build"], check=True)
    return home / "site"


def pages(site: Path) -> list[str]:
    """One page of each kind, each in another language; the playbook is the first that the site has."""
    playbooks = json.loads((site / "handbook.json").read_text("utf-8"))["playbooks"]
    book = next(one for one in playbooks if one["checklist"] != "none")["languages"]
    return ["", book["fi"]["url"], book["kk"]["checklist_url"], "pl/glossary/"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--playbooks", type=int, help="look at a handbook of so many playbooks instead")
    options = parser.parse_args()
    site = large(options.playbooks) if options.playbooks else options.site
    good = True
    print(f"{'page':48} {'  '.join(LEAST)}")
    with serving(site) as address:
        for page in pages(site):
            runs = [run(address + page, number) for number in range(options.runs)]
            found = {name: int(median(one[name] for one, _ in runs)) for name in LEAST}
            good &= all(found[name] >= least for name, least in LEAST.items())
            row = "  ".join(str(found[name]).rjust(len(name)) for name in LEAST)
            print(f"{page or '(home)':48} {row}  {'; '.join(runs[-1][1])}", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
