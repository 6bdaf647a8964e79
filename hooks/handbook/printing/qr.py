"""An address in, a QR code as a small picture out."""

from __future__ import annotations

from io import BytesIO

PIXELS = 2
"""For each module: enough that a viewer which smooths pictures leaves the edges sharp."""


def picture(address: str) -> tuple[int, ...]:
    """The bytes of a PNG without a quiet zone, which the page leaves. Correction level M: a crease or a stain does not matter."""
    import segno  # takes long to import, and most builds set no print anew

    out = BytesIO()
    segno.make_qr(address, error="m", boost_error=False).save(out, kind="png", scale=PIXELS, border=0)
    return tuple(out.getvalue())
