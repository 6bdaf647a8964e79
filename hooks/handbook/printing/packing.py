"""A PDF from Typst in, the same with its small objects in one compressed stream (ISO 32000-1, 7.5.7 and 7.5.8) out.

A tagged page consists of hundreds of small objects, each with a row of its own in a plain table: more than half of the file.
A general library reads them all before it writes them again; here the table says where each begins, and that is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from zlib import compress

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\s*", re.DOTALL)
TRAILER = re.compile(rb"trailer\n<<(.*)>>\nstartxref\n(\d+)\n%%EOF\s*", re.DOTALL)
SIZE = re.compile(rb"/Size \d+")
UNUSED, PLAIN, PACKED = range(3)
"""Kinds of rows in a table of objects."""
ROW = 6
"""Bytes of a row: kind, place in the file or number of the stream, place in the stream."""


def packed(pdf: bytes) -> bytes:
    """Raises ValueError for a file that is not built as Typst builds them."""
    trailer = TRAILER.search(pdf, pdf.rfind(b"trailer\n"))
    if not trailer:
        raise ValueError("no trailer")
    table = int(trailer[2])
    starts = sorted(int(row[:10]) for row in pdf[table : trailer.start()].splitlines()[2:] if row.endswith(b"n"))
    objects = dict(_objects(pdf, [*starts, table]))
    large = {number: body for number, body in objects.items() if body.endswith(b"endstream")}
    small = {number: body for number, body in objects.items() if number not in large}
    store = max(objects) + 1
    large[store] = _store(small)
    out = bytearray(pdf[: starts[0]])
    rows = {number: (PACKED, store, at) for at, number in enumerate(small)}
    for number, body in large.items():
        rows[number] = (PLAIN, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows[store + 1] = (PLAIN, len(out), 0)
    start = len(out)
    entries = SIZE.sub(b"/Size %d" % (store + 2), trailer[1])
    out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (store + 1, _table(rows, entries), start)
    return bytes(out)


def _objects(pdf: bytes, bounds: list[int]) -> Iterator[tuple[int, bytes]]:
    for start, end in pairwise(bounds):
        found = OBJECT.fullmatch(pdf, start, end)
        if not found:
            raise ValueError(f"no object at byte {start}")
        yield int(found[1]), found[2]


def _store(small: dict[int, bytes]) -> bytes:
    """The stream that holds the small objects: first a list of their numbers and places."""
    places, at = [], 0
    for number, body in small.items():
        places.append(b"%d %d" % (number, at))
        at += len(body) + 1
    head = b" ".join(places) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(small), len(head)), head + b"\n".join(small.values()))


def _table(rows: dict[int, tuple[int, int, int]], entries: bytes) -> bytes:
    """The table of all objects as a stream. Each row is written as its difference from the one above (PNG's filter "Up")."""
    above, lines = bytes(ROW), []
    for number in range(max(rows) + 1):
        kind, place, at = rows.get(number, (UNUSED, 0, 0xFFFF))
        row = bytes([kind]) + place.to_bytes(3, "big") + at.to_bytes(2, "big")
        lines.append(b"\2" + bytes((new - old) % 256 for new, old in zip(row, above, strict=True)))
        above = row
    form = b"/W[1 3 2]/DecodeParms<</Predictor 12/Columns %d>>" % ROW
    return _stream(b"/Type/XRef" + entries + form, b"".join(lines))


def _stream(entries: bytes, contents: bytes) -> bytes:
    data = compress(contents, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)
