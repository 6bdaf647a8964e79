"""A marked text in, which words name which concept out.

`[asiakkaan]{customer}` names a concept; everything else is plain. Under `look-alikes` a line names the concept that must
not be linked in it; under `nothing` no concept is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("fi", "pl", "kk")
MARK = re.compile(r"\[([^\[\]]+)\]\{([a-z-]+)\}")
Span = tuple[int, int, str]
"""Start, end, concept."""


@dataclass(frozen=True, slots=True)
class Marked:
    part: str
    """pages, forms, look-alikes or nothing."""
    line: int
    text: str
    spans: tuple[Span, ...] = ()
    unlike: str = ""
    """The concept that is not meant."""


def sample(lang: str) -> Iterator[Marked]:
    part = ""
    for number, line in enumerate((HERE / f"{lang}.txt").read_text("utf-8").splitlines(), 1):
        if line.startswith("== "):
            part = line.removeprefix("== ")
        elif part == "look-alikes":
            concept, _, text = line.partition(": ")
            yield Marked(part, number, text, unlike=concept)
        elif line and not line.startswith("#"):
            yield _marked(part, number, line)


def _marked(part: str, number: int, line: str) -> Marked:
    text, spans, end = "", [], 0
    for match in MARK.finditer(line):
        text += line[end : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    return Marked(part, number, text + line[end:], tuple(spans))
