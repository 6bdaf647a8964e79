"""A card as Typst draws it in, the same in sixteen colours out: a third of the bytes, and no difference that one sees."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

Colour = tuple[int, int, int]
PAPER: Colour = (0x0F, 0x52, 0x57)
INKS: tuple[tuple[Colour, int], ...] = (((0xFF, 0xFF, 0xFF), 9), ((0xA9, 0xD8, 0xD3), 6))
"""Colours of print/card.typ, and how many shades from the paper to each: what anti-aliasing needs."""


def small(png: bytes) -> bytes:
    """The picture with a palette."""
    with Image.open(BytesIO(png)) as drawn:
        reduced = drawn.convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE)
    made = BytesIO()
    reduced.save(made, "PNG", bits=4, compress_level=9)
    return made.getvalue()


def _palette() -> Image.Image:
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in (PAPER, *_shades()) for value in colour])
    return palette


def _shades() -> list[Colour]:
    return [_between(ink, shade / count) for ink, count in INKS for shade in range(1, count + 1)]


def _between(ink: Colour, share: float) -> Colour:
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(PAPER, ink, strict=True))
    return red, green, blue
