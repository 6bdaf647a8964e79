"""A packed file says the same as what Typst has made, and is smaller."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from papers import page, site_of, steps

from handbook.printing.as_json import as_json
from handbook.printing.editions import prints
from handbook.printing.fonts import faces
from handbook.printing.packing import packed
from handbook_io.printing.fonts import fonts_in
from handbook_io.printing.pdfs import TEMPLATES
from handbook_io.printing.typesetter import Typesetter


@pytest.fixture
def made(shared: Path) -> bytes:
    """A checklist as it comes from Typst."""
    site = site_of({"docs/et/playbooks/a.md": page(f"## A {{ #a }}\n\n{steps(25)}")})
    found = next(found for found in prints(site) if found.edition == "single")
    fonts = fonts_in(shared / "cache", faces(site.handbook.languages.values()))
    return Typesetter(TEMPLATES, fonts).typeset(found.url, found.edition, as_json(found))


def objects(data: bytes) -> dict[int, bytes]:
    """Number → what a general reader finds there."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        return {
            item.objgen[0]: item.read_raw_bytes() + item.stream_dict.unparse()
            if isinstance(item, pikepdf.Stream)
            else item.unparse(resolved=True)
            for item in pdf.objects
            if not (isinstance(item, pikepdf.Stream) and item.get("/Type") in ("/ObjStm", "/XRef"))
        }


def test_every_object_is_there_and_the_same(made: bytes) -> None:
    before, after = objects(made), objects(packed(made))
    assert {number: after[number] for number in before} == before
    assert len(packed(made)) < 0.7 * len(made)


@pytest.mark.parametrize(("old", "new"), [(b"trailer\n", b"tailer\n"), (b"\n1 0 obj", b"\n1 1 obj")])
def test_what_is_built_otherwise_is_refused(made: bytes, old: bytes, new: bytes) -> None:
    with pytest.raises(ValueError, match=r"no trailer|no object at byte"):
        packed(made.replace(old, new))
