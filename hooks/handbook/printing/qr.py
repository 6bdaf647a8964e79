"""An address in, a QR code's rows of 0 and 1 out."""

from __future__ import annotations

import segno


def rows(address: str) -> tuple[str, ...]:
    """Without a quiet zone, which the page leaves. Error correction M: a crease or a stain does not matter."""
    code = segno.make_qr(address, error="m", boost_error=False)
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
