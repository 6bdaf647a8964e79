"""Prints the handbook, and some of its checklists with two other engines in the same run; shows a table.

    python benchmarks/printing/compare.py [--checklists 8] [--weasyprint PYTHON]

CPU is user and system time of a process with its children; memory is the largest resident set of any one of them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

from needs import browser  # noqa: E402

OURS = [sys.executable, str(HERE / "ours.py")]


@dataclass(frozen=True, slots=True)
class Cost:
    cpu: float
    """Seconds."""
    memory: float
    """MB."""
    output: str = ""


def run(command: list[str]) -> Cost:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output)


def whole(folder: Path) -> Path:
    """The whole handbook, cold and warm, and what the issue asks of it. Returns the folder of fonts."""
    cache = str(folder / "cache")
    prepared = run([*OURS, "fonts", cache])
    reading = run([*OURS, "read"])
    cold = run([*OURS, "write", str(folder / "one"), cache, "1"])
    warm = run([*OURS, "write", str(folder / "two"), cache, "1"])
    again = run([*OURS, "write", str(folder / "three"), str(folder / "cache2"), "2"])
    pdfs: list[dict[str, Any]] = json.loads(cold.output)
    singles = [pdf["bytes"] / 1024 for pdf in pdfs if pdf["edition"] in ("single", "fillable")]
    slugs = {pdf["slug"] for pdf in pdfs if pdf["slug"]}
    bundles = [pdf["bytes"] / 1024 / len(slugs) for pdf in pdfs if pdf["edition"] == "bundle"]
    print(f"The whole handbook with Typst: {len(pdfs)} PDFs")
    figure("CPU ms per PDF", 1000 * (cold.cpu - reading.cpu) / len(pdfs), 30)
    figure("… with reading the handbook", 1000 * cold.cpu / len(pdfs))
    figure("… when nothing changed", 1000 * (warm.cpu - reading.cpu) / len(pdfs))
    figure("MB", cold.memory, 150)
    figure("CPU s for fonts, once", prepared.cpu - reading.cpu, 12)
    figure("KB of the largest single or fillable", max(singles), 40)
    figure("KB per checklist in a bundle", max(bundles), 10)
    same = again.output == cold.output and hashes(folder / "one") == hashes(folder / "two") == hashes(folder / "three")
    print(f"  {'same bytes again, and in parallel':38} {'yes' if same else 'NO':>8}")
    print(f"  {'PDFs with failed rules':38} {sum(map(bool, faults(folder / 'one').values())):8}")
    return Path(prepared.output.strip())


def figure(name: str, value: float, limit: float = 0) -> None:
    verdict = f"   limit {limit:g}{'  MISSED' if value > limit else ''}" if limit else ""
    print(f"  {name:38} {value:8.1f}{verdict}")


def hashes(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*.pdf"))}


def faults(folder: Path) -> dict[str, list[str]]:
    """File → broken rules. In a process of its own: a child's memory is at least that of the process that starts it."""
    found: dict[str, list[str]] = json.loads(run([*OURS, "faults", str(folder)]).output)
    return found


def chromium(page: Path, fonts: Path, pdf: Path) -> list[str]:
    return [
        browser() or "",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        f"--user-data-dir={pdf.parent / 'profile'}",
        f"--print-to-pdf={pdf}",
        page.with_suffix(".html").as_uri(),
    ]


def weasyprint(page: Path, fonts: Path, pdf: Path) -> list[str]:
    return [os.environ["WEASYPRINT"], "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(page.with_suffix(".html")), str(pdf)]


def typst(page: Path, fonts: Path, pdf: Path) -> list[str]:
    return [*OURS, "one", str(page), str(fonts), str(pdf)]


ENGINES: dict[str, Callable[[Path, Path, Path], list[str]]] = {"Typst": typst, "WeasyPrint": weasyprint, "Chromium": chromium}


def compare(name: str, pages: list[Path], fonts: Path, folder: Path) -> None:
    """One engine over some checklists, twice, one start for each file."""
    folder.mkdir()
    made = [[folder / f"{page.stem}.{attempt}.pdf" for page in pages] for attempt in (1, 2)]
    costs = [run(ENGINES[name](page, fonts, pdf)) for attempt in made for page, pdf in zip(pages, attempt, strict=True)]
    if not all(pdf.is_file() for attempt in made for pdf in attempt):
        print(f"  {name:12} could not be run here")
        return
    cpu = 1000 * sum(cost.cpu for cost in costs) / len(costs)
    size = sum(pdf.stat().st_size for pdf in made[0]) / len(pages) / 1024
    failed = sum(map(len, faults(folder).values())) / len(pages) / 2
    same = all(one.read_bytes() == two.read_bytes() for one, two in zip(*made, strict=True))
    memory = max(cost.memory for cost in costs)
    print(f"  {name:12} {cpu:8.0f} {memory:8.0f} {size:8.1f} {failed:14.1f}   {'yes' if same else 'no'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checklists", type=int, default=8, help="how many the other engines print")
    parser.add_argument("--weasyprint", default=sys.executable, help="the Python where WeasyPrint is installed")
    wanted = parser.parse_args()
    os.environ["WEASYPRINT"] = wanted.weasyprint
    with TemporaryDirectory() as name:
        folder = Path(name)
        fonts = whole(folder)
        run([*OURS, "samples", str(folder), str(fonts), str(wanted.checklists)])
        pages = sorted(folder.glob("*.json"))
        print(f"\nThe same {len(pages)} checklists, one start of the program for each")
        print(f"  {'engine':12} {'CPU ms':>8} {'MB':>8} {'KB':>8} {'failed rules':>14}   same bytes twice")
        for engine in ENGINES:
            compare(engine, pages, fonts, folder / engine)


if __name__ == "__main__":
    main()
