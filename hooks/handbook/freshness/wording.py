"""Two wordings in; one line that shows what went and what came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def changed_words(before: str, now: str) -> str:
    """`Reply within [-three-]{+two+} days`, as `git diff --word-diff` writes it."""
    return "".join(_pieces(TOKEN.findall(before), TOKEN.findall(now)))


def _pieces(before: list[str], now: list[str]) -> Iterator[str]:
    for kind, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        went, came = "".join(before[a:b]), "".join(now[c:d])
        if kind == "equal":
            yield went
        else:
            yield (f"[-{went}-]" if went else "") + (f"{{+{came}+}}" if came else "")
