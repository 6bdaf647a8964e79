"""A drawing in, the app's icons out: drawn by Typst, which is there for printing."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.webapp import ICONS, TOUCH_ICON, TOUCH_SIDE

PAGE = b"""#let side = 1pt * int(sys.inputs.side)
#set page(width: side, height: side, margin: 0pt, fill: if sys.inputs.fill == "" { none } else { rgb(sys.inputs.fill) })
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%, height: 100%, fit: "contain")"""


def icons(drawing: str, brand: str) -> Iterator[tuple[str, bytes]]:
    """(address, PNG) of every icon. `drawing` is a square SVG; `brand` fills the corners that may not be transparent.

    Raises ValueError, with what Typst says of the drawing.
    """
    for url, (side, purpose) in ICONS.items():
        yield url, _png(drawing, side, brand if purpose == "maskable" else "")
    yield TOUCH_ICON, _png(drawing, TOUCH_SIDE, brand)


def _png(drawing: str, side: int, fill: str) -> bytes:
    """One pixel for each point. Typst is loaded only where there is something to draw."""
    import typst

    inputs = {"drawing": drawing, "side": str(side), "fill": fill}
    try:
        made = typst.compile(PAGE, format="png", ppi=72, sys_inputs=inputs, ignore_system_fonts=True)
    except typst.TypstError as error:
        raise ValueError(" ".join(error.message.split())) from None
    assert isinstance(made, bytes)
    return made
