"""One checklist in every edition and language as a picture, beside the picture that a person has approved.

The data are kept with the pictures, so that only templates and fonts can change them. After a change that is meant: look at
tests/output/, then run with UPDATE_GOLDEN=1.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from papers import Paper
from PIL import Image, ImageChops, ImageFilter

from handbook.printing.fonts import TEXT
from handbook_io.printing.fonts import fonts_in
from handbook_io.printing.pdfs import TEMPLATES
from handbook_io.printing.typesetter import Typesetter

APPROVED = Path(__file__).parent / "approved"
OUTPUT = Path(__file__).parents[1] / "output"
DPI = 50
TILE = 12
"""Side of the squares that are compared, in pixels: 6 mm."""
TOLERANCE = 24
"""Grey levels by which a square may differ on average: more than a renderer's smoothing, less than a missing box."""
LANGUAGES = sorted(path.stem.partition(".")[2] for path in APPROVED.glob("*.json"))
CASES = [(edition, one) for edition in ("single", "fillable", "pocket") for one in LANGUAGES if "+" not in one]
CASES += [("bilingual", pair) for pair in LANGUAGES if "+" in pair]


@pytest.mark.parametrize(("edition", "languages"), CASES)
def test_looks_as_approved(edition: str, languages: str, shared: Path, tmp_path: Path) -> None:
    source = APPROVED / f"{'bilingual' if '+' in languages else 'single'}.{languages}.json"
    data = json.loads(source.read_text("utf-8"))
    form = _fields(data) if edition == "fillable" else ()
    typesetter = Typesetter(TEMPLATES, fonts_in(shared / "cache", [TEXT]))
    (tmp_path / "made.pdf").write_bytes(typesetter.pdf(source.name, edition, json.dumps(data), form))
    found = _picture(Paper(tmp_path / "made.pdf"))
    approved = APPROVED / f"{edition}.{languages}.png"
    if os.environ.get("UPDATE_GOLDEN"):
        found.save(approved, optimize=True)
    OUTPUT.mkdir(exist_ok=True)
    found.save(OUTPUT / approved.name)
    with Image.open(approved) as expected:
        assert found.size == expected.size
        assert _difference(found, expected.convert("L")) <= TOLERANCE


def _fields(data: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Name and label of each form field."""
    return tuple(
        (step["id"], "".join(run if isinstance(run, str) else run["text"] for run in step["runs"]))
        for group in data["content"]["groups"]
        for part in group["parts"]
        for step in part["steps"]
    )


def _picture(paper: Paper) -> Image.Image:
    """All pages side by side, in 16 greys."""
    pages = [paper.picture(number, DPI) for number in range(len(paper.pages))]
    whole = Image.new("L", (sum(page.width for page in pages), max(page.height for page in pages)), 255)
    for number, page in enumerate(pages):
        whole.paste(page, (sum(before.width for before in pages[:number]), 0))
    return whole.point([value // 17 * 17 for value in range(256)])


def _difference(one: Image.Image, other: Image.Image) -> int:
    """The largest mean difference of any square, after smoothing."""
    smooth = ImageFilter.GaussianBlur(1.5)
    difference = ImageChops.difference(one.filter(smooth), other.filter(smooth))
    tiles = difference.resize((one.width // TILE, one.height // TILE), Image.Resampling.BOX)
    return int(tiles.getextrema()[1])  # type: ignore[arg-type]
