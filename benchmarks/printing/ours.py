"""The parts of the comparison that know the handbook, each a process of its own so that it can be measured.

ours.py fonts CACHE | write OUT CACHE JOBS | samples FOLDER CACHE COUNT | one DATA FONTS OUT | faults FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FALSE_POSITIVE = "PDFA2A-STREAM-LENGTH-001"
sys.path[:0] = [str(ROOT / "hooks"), str(Path(__file__).parent)]


def one(data: str, fonts: str, out: str) -> None:
    """One checklist, with nothing but Typst and pikepdf in memory."""
    from handbook_io.printing.typesetter import Typesetter

    setter = Typesetter(ROOT / "print", Path(fonts))
    Path(out).write_bytes(setter.pdf("", "single", Path(data).read_text("utf-8"), ()))


def read() -> None:
    """What every command does first."""
    _site()


def faults(folder: str) -> None:
    """File → the rules that it breaks, without the validator's false positive."""
    from page import validate_pdf

    found = {}
    for pdf in sorted(Path(folder).rglob("*.pdf")):
        rules = [failure.rule_id for profile in ("ua1", "2a") for failure in validate_pdf(pdf, profile=profile).failures]
        found[pdf.name] = [rule for rule in rules if rule != FALSE_POSITIVE]
    print(json.dumps(found))


def fonts(cache: str) -> None:
    from handbook.printing.fonts import faces
    from handbook_io.printing.fonts import fonts_in

    print(fonts_in(Path(cache), faces(_site().handbook.languages.values())))


def write(out: str, cache: str, jobs: str) -> None:
    from handbook_io.printing.pdfs import write_pdfs

    pdfs = write_pdfs(_site(), Path(out), Path(cache), int(jobs))
    print(json.dumps([pdf._asdict() for pdf in pdfs]))


def samples(folder: str, fonts: str, count: str) -> None:
    """The first checklists as data for us and as web pages for the others."""
    from as_html import as_html

    from handbook.printing.as_json import as_json
    from handbook.printing.editions import Press, single

    for number, found in enumerate(single(Press(_site()))):
        if number < int(count):
            name = f"{found.slug}.{found.languages[0]}"
            (Path(folder) / f"{name}.json").write_text(as_json(found), "utf-8")
            (Path(folder) / f"{name}.html").write_text(as_html(found.content, Path(fonts)), "utf-8")  # type: ignore[arg-type]


def _site():  # type: ignore[no-untyped-def]
    from handbook.addresses import Addresses
    from handbook_io.disk import handbook_in, site_in

    handbook = handbook_in(ROOT).handbook
    assert handbook is not None
    return site_in(ROOT, handbook, Addresses(handbook.settings.default, site_url="https://handbook.example/"))


if __name__ == "__main__":
    {name: globals()[name] for name in ("read", "fonts", "write", "samples", "one", "faults")}[sys.argv[1]](*sys.argv[2:])
