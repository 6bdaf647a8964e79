"""Wheels with fonts in, small static fonts out. Takes long to import: only for who makes fonts."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from handbook.printing.fonts import BOX_FONT, WEIGHTS, Face, MissingFont
from handbook_io.processes import results

WANTED_NAMES = (1, 2, 4, 6, 16, 17)


def prepare(faces: tuple[Face, ...], folder: Path, jobs: int) -> None:
    """Writes every weight of every face into a folder, `jobs` at a time. Raises MissingFont."""
    _boxes().save(folder / "boxes.ttf")
    wheels = {face: _wheel(face) for face in faces}
    for _ in results([partial(_write, face, wheels[face], weight, folder) for face in faces for weight in WEIGHTS], jobs):
        pass


def _wheel(face: Face) -> Path:
    """Where the face's wheel is installed. Raises MissingFont."""
    spec = find_spec(face.package)
    if spec is None or not spec.origin:
        raise MissingFont(face.package.replace("_", "-"))
    return Path(spec.origin).parent


def _write(face: Face, wheel: Path, weight: int, folder: Path) -> None:
    _static(face, wheel, weight).save(folder / f"{face.family.replace(' ', '')}-{weight}.ttf")


def _static(face: Face, wheel: Path, weight: int) -> TTFont:
    """One weight of a face: first without the characters that are not wanted, which makes the rest three times faster."""
    font = TTFont(wheel / face.file.format(style=WEIGHTS[weight]), recalcTimestamp=False)
    options = Options(hinting=False, glyph_names=False, notdef_outline=True, name_IDs=list(WANTED_NAMES))
    options.layout_features = list(face.features)
    options.drop_tables += ["meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in face.ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": float(weight)})
    font["OS/2"].usWeightClass = weight
    _rename(font, face.family, weight)
    return font


def _rename(font: TTFont, family: str, weight: int) -> None:
    style = WEIGHTS[weight]
    values = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}", 16: family, 17: style}
    names = font["name"]
    names.names = []
    for id, text in values.items():
        names.setName(text, id, 3, 1, 0x409)


def _boxes() -> TTFont:
    """☐ and ☑, drawn by us: an even line, as wide as a pen's, around a true square."""
    glyphs = {".notdef": TTGlyphPen(None).glyph(), "box": _box(ticked=False), "ticked": _box(ticked=True)}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x2610: "box", 0x2611: "ticked"})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (1000, 0)))
    builder.setupHorizontalHeader(ascent=1000, descent=0)
    names = {"familyName": BOX_FONT, "styleName": "Regular", "fullName": BOX_FONT, "psName": BOX_FONT.replace(" ", "")}
    builder.setupNameTable(names)
    builder.setupOS2(sTypoAscender=1000, sTypoDescender=0, usWinAscent=1000, usWinDescent=0)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = LONG_AGO
    builder.font.recalcTimestamp = False
    return builder.font


LONG_AGO = 3_000_000_000
"""Seconds since 1904: a date for fonts that are made by us, so that they are the same on every day."""
BOX_LINE = 90
"""Thickness of the box's line, in thousandths of its side."""
TICK = ((215, 520), (400, 240), (800, 790), (720, 850), (390, 395), (290, 580))


def _box(ticked: bool) -> object:
    pen = TTGlyphPen(None)
    far = 1000 - BOX_LINE
    _outline(pen, ((0, 0), (0, 1000), (1000, 1000), (1000, 0)))
    _outline(pen, ((BOX_LINE, BOX_LINE), (far, BOX_LINE), (far, far), (BOX_LINE, far)))
    if ticked:
        _outline(pen, TICK)
    return pen.glyph()


def _outline(pen: TTGlyphPen, points: tuple[tuple[int, int], ...]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()
