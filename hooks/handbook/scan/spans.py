"""Inline Markdown in, everything in it that is not plain words out, in time that grows as the text does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.scan.inline import TARGET

OPENING = re.compile(
    r"(?P<code>`++)|(?P<escaped>[\ue021-\ue07e])|(?P<policy>\{(?=\{))|(?P<link>\[)"
    r"|(?P<strong>\*(?=\*\S))|(?P<em>\*(?=\S))|(?P<under>(?<!\w)_(?=\S))"
)
"""Where something may begin."""
INSIDE = rf"(?:(?>\[[^\[\]]+\]\[[a-z0-9-]+\]|\[[^\[\]]*\]\({TARGET}\)|.)+?)"
"""What emphasis may enclose: it never ends within a link."""
CODE = re.compile(r"(?P<ticks>`++)(?P<code>[^`\n]++)(?P=ticks)(?!`)")
ESCAPED = re.compile(r"(?P<escaped>.)")
POLICY = re.compile(r"\{\{\s*policy\.(?P<policy>[a-z0-9_-]+)\s*\}\}")
CONCEPT = re.compile(r"\[(?P<words>[^\[\]]+)\]\[(?P<concept>[a-z0-9-]+)\]")
LINK = re.compile(rf"\[(?P<label>[^\[\]]*)\]\((?P<link>{TARGET})\)")
STRONG = re.compile(rf"\*\*(?P<strong>{INSIDE})(?<=\S)\*\*")
EM = re.compile(rf"\*(?P<em>{INSIDE})(?<=\S)\*")
UNDER = re.compile(rf"_(?P<under>{INSIDE})(?<=\S)_(?!\w)")
OPENED: Mapping[str | None, tuple[re.Pattern[str], ...]] = {
    "code": (CODE,),
    "escaped": (ESCAPED,),
    "policy": (POLICY,),
    "link": (CONCEPT, LINK),
    "strong": (STRONG, EM),
    "em": (EM,),
    "under": (UNDER,),
}
"""Group of OPENING → what begins there, in order of precedence."""
EMPHASIS = (STRONG, EM, UNDER)


def spans(text: str) -> Iterator[re.Match[str]]:
    """Code, links, emphasis and so on, of a text as `inline.hidden` makes it; a match's `lastgroup` names what it is.

    Emphasis that nothing ends is looked for once in a line: what ends none that begins here, ends none that begins later.
    """
    at = 0
    endless: dict[re.Pattern[str], int] = {}
    while opening := OPENING.search(text, at):
        start = opening.start()
        at = opening.end()
        for pattern in OPENED[opening.lastgroup]:
            if start < endless.get(pattern, 0):
                continue
            if found := pattern.match(text, start):
                yield found
                at = found.end()
                break
            if pattern in EMPHASIS:
                endless[pattern] = (text.find("\n", start) + 1) or len(text)
