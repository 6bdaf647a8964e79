"""A PDF from Typst in, the same with its check boxes as form fields out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String

PLACE = "field:"
"""Address of a link that only keeps the place of a form field."""
PRINTED = 4
"""Annotation flag: also on paper."""
LINE = 0.09
"""Thickness of the box's line as part of its side: that of the printed character."""
TICK = ((0.2, 0.5), (0.42, 0.24), (0.8, 0.8))


def with_form(made: bytes, form: tuple[tuple[str, str], ...]) -> bytes:
    """`form` gives the name and label of each field, in reading order."""
    with Pdf.open(BytesIO(made)) as pdf:
        _add_form(pdf, form)
        out = BytesIO()
        pdf.save(
            out,
            preserve_pdfa=True,
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
        )
        return out.getvalue()


def _add_form(pdf: Pdf, form: tuple[tuple[str, str], ...]) -> None:
    """Turns the links that keep places into check boxes; Typst has already put them into the structure tree."""
    places = list(_places(pdf))
    if len(places) != len(form):
        raise ValueError(f"{len(places)} places for {len(form)} form fields")
    elements = _elements(pdf)
    states = _states(pdf, float(places[0].Rect[2]) - float(places[0].Rect[0]))
    for widget, (name, label) in zip(places, form, strict=True):
        elements[int(widget.StructParent)].S = Name.Form
        _to_check_box(widget, name, label, states)
    pdf.Root.AcroForm = Dictionary(Fields=Array(places))


def _places(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/A" in annotation and str(annotation.A.get("/URI", "")) == PLACE:
                yield annotation


def _elements(pdf: Pdf) -> dict[int, Object]:
    """Number in the parent tree → structure element."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}


def _to_check_box(annotation: Object, name: str, label: str, states: Object) -> None:
    del annotation.A
    annotation.Subtype = Name.Widget
    annotation.FT = Name.Btn
    annotation.T = String(name)
    annotation.TU = annotation.Contents = String(label)
    annotation.F = PRINTED
    annotation.V = annotation.AS = Name.Off
    annotation.AP = states
    annotation.MK = Dictionary(CA=String("4"))


def _states(pdf: Pdf, side: float) -> Object:
    """The two looks of every box: drawn by us, so that they need no font and look like the printed character."""
    off, yes = (_look(pdf, side, drawing) for drawing in (_box(side), _box(side) + _tick(side)))
    return pdf.make_indirect(Dictionary(N=Dictionary(Off=off, Yes=yes)))


def _look(pdf: Pdf, side: float, drawing: str) -> Object:
    form = Stream(pdf, drawing.encode())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, _number(side), _number(side)])
    form.Resources = Dictionary()
    return form


def _box(side: float) -> str:
    line = LINE * side
    return f"0 G {line:.2f} w {line / 2:.2f} {line / 2:.2f} {side - line:.2f} {side - line:.2f} re S\n"


def _tick(side: float) -> str:
    (x, y), *rest = ((side * a, side * b) for a, b in TICK)
    return f"{1.6 * LINE * side:.2f} w {x:.2f} {y:.2f} m " + " ".join(f"{a:.2f} {b:.2f} l" for a, b in rest) + " S\n"


def _number(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")
