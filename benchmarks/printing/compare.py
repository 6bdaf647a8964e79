"""Prints the handbook, and some of its checklists with two other engines in the same run; shows a table.

    python benchmarks/printing/compare.py [--checklists 5]

CPU is user and system time of the process with its children, memory the largest resident set of any one process.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(Path(__file__).parent)]

from as_html import as_html  # noqa: E402
from needs import browser  # noqa: E402
from page import validate_pdf  # noqa: E402

from handbook.addresses import Addresses  # noqa: E402
from handbook.printing.editions import Press  # noqa: E402
from handbook.printing.fonts import faces  # noqa: E402
from handbook.printing.names import Pdf  # noqa: E402
from handbook.site import Site  # noqa: E402
from handbook_io.disk import handbook_in, site_in  # noqa: E402
from handbook_io.print_fonts import fonts_in  # noqa: E402
from handbook_io.printing import write_pdfs  # noqa: E402

FALSE_POSITIVE = "PDFA2A-STREAM-LENGTH-001"
LIMITS = {"CPU ms per PDF": 30, "MB": 150, "fonts CPU s": 12, "KB of the largest single": 40, "KB per checklist in a bundle": 10}


@dataclass(slots=True)
class Cost:
    cpu: float = 0.0
    memory: float = 0.0
    """MB."""


@contextmanager
def measured() -> Iterator[Cost]:
    cost, before = Cost(), _cpu()
    yield cost
    cost.cpu = _cpu() - before
    cost.memory = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def _cpu() -> float:
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def site() -> Site:
    handbook = handbook_in(ROOT).handbook
    assert handbook is not None
    return site_in(ROOT, handbook, Addresses(handbook.settings.default, site_url="https://handbook.example/"))


def ours(found: Site, folder: Path) -> tuple[Pdf, ...]:
    """The whole handbook, cold and warm."""
    with measured() as fonts:
        prepared = fonts_in(folder / "cache", faces(found.handbook.languages.values()))
    with measured() as cold:
        pdfs = write_pdfs(found, folder / "one", folder / "cache", jobs=1)
    with measured() as warm:
        write_pdfs(found, folder / "two", folder / "cache", jobs=1)
    (folder / "other" / "fonts").mkdir(parents=True)
    prepared.rename(folder / "other" / "fonts" / prepared.name)
    write_pdfs(found, folder / "three", folder / "other", jobs=2)
    checklists = sum(pdf.edition == "single" and pdf.languages == ("fi",) for pdf in pdfs)
    print(f"Typst, all {len(pdfs)} PDFs of {len(found.handbook.languages)} languages")
    figures = {
        "CPU ms per PDF": 1000 * cold.cpu / len(pdfs),
        "MB": cold.memory,
        "fonts CPU s": fonts.cpu,
        "KB of the largest single": max(pdf.bytes for pdf in pdfs if pdf.edition in ("single", "fillable")) / 1024,
        "KB per checklist in a bundle": max(pdf.bytes for pdf in pdfs if pdf.edition == "bundle") / 1024 / checklists,
    }
    for name, value in figures.items():
        print(f"  {name:32} {value:8.1f}   limit {LIMITS[name]}{'' if value <= LIMITS[name] else '  MISSED'}")
    print(f"  {'CPU ms per PDF, nothing changed':32} {1000 * warm.cpu / len(pdfs):8.1f}")
    same = _hashes(folder / "one") == _hashes(folder / "two") == _hashes(folder / "three")
    print(f"  same bytes again, and in parallel  {'yes' if same else 'NO'}")
    return pdfs


def _hashes(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*.pdf"))}


Engine = Callable[[Path, Path], list[str]]
ENGINES: dict[str, Engine] = {
    "WeasyPrint": lambda html, pdf: [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(html), str(pdf)],
    "Chromium": lambda html, pdf: [
        browser() or "",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--generate-pdf-document-outline",
        "--no-pdf-header-footer",
        f"--user-data-dir={pdf.parent / 'profile'}",
        f"--print-to-pdf={pdf}",
        html.as_uri(),
    ],
}


def other(name: str, pages: dict[str, Path], folder: Path) -> None:
    """One engine over some checklists, one start for each file."""
    folder.mkdir()
    costs, same, failures, sizes = [], True, 0, []
    for key, html in pages.items():
        made = [folder / f"{key}.{attempt}.pdf" for attempt in (1, 2)]
        for pdf in made:
            costs.append(_run(ENGINES[name](html, pdf)))
        if not made[0].is_file():
            print(f"  {name:12} could not be run here")
            return
        same = same and made[0].read_bytes() == made[1].read_bytes()
        failures += len(faults(made[0]))
        sizes.append(made[0].stat().st_size)
    cpu, memory = sum(c.cpu for c in costs) / len(costs), max(c.memory for c in costs)
    row(name, 1000 * cpu, memory, sum(sizes) / len(sizes), failures / len(pages), same)


def row(name: str, cpu: float, memory: float, size: float, failures: float, same: bool) -> None:
    print(f"  {name:12} {cpu:9.0f} {memory:8.0f} {size / 1024:8.1f} {failures:18.1f}   {'yes' if same else 'no'}")


def _run(command: list[str]) -> Cost:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def faults(pdf: Path) -> list[str]:
    found = [failure.rule_id for profile in ("ua1", "2a") for failure in validate_pdf(pdf, profile=profile).failures]
    return [rule for rule in found if rule != FALSE_POSITIVE]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checklists", type=int, default=5, help="how many the other engines print, in each language")
    count = parser.parse_args().checklists
    found = site()
    with TemporaryDirectory() as name:
        folder = Path(name)
        ours(found, folder / "ours")
        sheets = {f"{slug}.{lang}": s for slug, langs in list(Press(found).sheets.items())[:count] for lang, s in langs.items()}
        pages = {key: folder / f"{key}.html" for key in sheets}
        fonts = next((folder / "ours" / "other" / "fonts").iterdir())
        for key, sheet in sheets.items():
            pages[key].write_text(as_html(sheet, fonts), "utf-8")
        print(f"\nThe same {len(pages)} checklists, one start of the program for each")
        print(f"  {'engine':12} {'CPU ms':>9} {'MB':>8} {'KB':>8} {'failed rules each':>18}   same bytes twice")
        one_by_one(found, sheets, folder)
        for engine in ENGINES:
            other(engine, pages, folder / engine)


def one_by_one(found: Site, sheets: dict[str, object], folder: Path) -> None:
    """Our own singles of these checklists, each in a process of its own like the others'."""
    from handbook.printing.as_json import as_json
    from handbook.printing.editions import prints

    fonts = next((folder / "ours" / "other" / "fonts").iterdir())
    costs, sizes, failures, same = [], [], 0, True
    for each in prints(found):
        if each.edition == "single" and f"{each.slug}.{each.languages[0]}" in sheets:
            made = [folder / f"{each.slug}.{each.languages[0]}.{attempt}.pdf" for attempt in (1, 2)]
            data = folder / "data.json"
            data.write_text(as_json(each), "utf-8")
            code = (
                "import sys; from pathlib import Path; from handbook_io.print_typst import Typesetter as T;"
                "t, f, d, o = map(Path, sys.argv[1:]); o.write_bytes(T(t, f).pdf('', 'single', d.read_text('utf-8'), ()))"
            )
            os.environ["PYTHONPATH"] = str(ROOT / "hooks")
            costs += [_run([sys.executable, "-c", code, str(ROOT / "print"), str(fonts), str(data), str(pdf)]) for pdf in made]
            same = same and made[0].read_bytes() == made[1].read_bytes()
            failures += len(faults(made[0]))
            sizes.append(made[0].stat().st_size)
    cpu, memory = sum(c.cpu for c in costs) / len(costs), max(c.memory for c in costs)
    row("Typst", 1000 * cpu, memory, sum(sizes) / len(sizes), failures / len(sizes), same)


if __name__ == "__main__":
    main()
