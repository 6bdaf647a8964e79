"""An original's passages and the hashes in its lock in; the same passages, cut as they were when stamped, out.

Splitting a paragraph, or merging two, without touching the words must not make a translation stale.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from handbook.freshness.meaning import fingerprint
from handbook.freshness.passages import Passage

SENTENCE_END = re.compile(r"(?<=[.!?…”»]) +")
LONGEST = 4
"""Neighbours that may have been one block."""


def regrouped(ours: Sequence[Passage], stamped: Collection[str]) -> Iterator[Passage]:
    """`stamped` holds the hashes of the original's passages at their stamps."""
    wanted = set(stamped) - {passage.hash for passage in ours}
    at = 0
    while at < len(ours):
        run = _united(ours[at : at + LONGEST], stamped, wanted)
        if run > 1:
            text = " ".join(passage.text for passage in ours[at : at + run])
            yield ours[at]._replace(text=text, hash=fingerprint(text), joined=True)
        elif ours[at].hash in stamped or not (parts := _parts(ours[at].text, wanted)):
            yield ours[at]
        else:
            for number, part in enumerate(parts):
                yield ours[at]._replace(id="" if number else ours[at].id, text=part, hash=fingerprint(part), joined=True)
        at += run


def _united(run: Sequence[Passage], stamped: Collection[str], wanted: Collection[str]) -> int:
    """How many passages from the first one on were one when they were stamped."""
    unknown = next((at for at, passage in enumerate(run) if passage.hash in stamped), len(run))
    lengths = (n for n in range(unknown, 1, -1) if fingerprint(" ".join(passage.text for passage in run[:n])) in wanted)
    return next(lengths, 1) if wanted else 1


def _parts(text: str, wanted: Collection[str]) -> list[str]:
    """The stamped texts that make up this one, one after the other; empty if there are none."""
    for match in SENTENCE_END.finditer(text) if wanted else ():
        head, tail = text[: match.start()], text[match.end() :]
        if fingerprint(head) in wanted and (rest := [tail] if fingerprint(tail) in wanted else _parts(tail, wanted)):
            return [head, *rest]
    return []
