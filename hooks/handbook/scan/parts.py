"""A block as it is written in, its words and what stands behind them out: its id, then the citations."""

from __future__ import annotations

import re
from sys import intern
from typing import NamedTuple

from handbook.model.kinds import ID_REGEX
from handbook.scan import inline

TRAILING_CITATION = re.compile(r"\[(@[^\[\]]*|(?<=[^}]} \[)[^\[\]]*)\]$")
"""Without its @ it is still meant as one where it stands behind an id."""
TRAILING_ID = re.compile(r"\{((?! ?[a-z]+\.)[^{}]*)\}$")
"""Nothing with a dot: that is meant as a placeholder."""
EARLY_ID = re.compile(rf"\{{ #({ID_REGEX}) \}}(.+)$")
"""One with something behind it."""
GOOD_ID = re.compile(rf" #({ID_REGEX}) ")
CITED = re.compile(r"@([a-z0-9-]+)")
BAD_ID = "bad-id"

Mistake = tuple[str, dict[str, str]]
"""A problem's code and values."""


class Parts(NamedTuple):
    text: str
    """Inline Markdown."""
    id: str = ""
    citations: tuple[str, ...] = ()
    """Ids of source points, each once, in the order written."""
    mistakes: tuple[Mistake, ...] = ()

    @property
    def lacks_id(self) -> bool:
        """Whether nothing was written that was meant as one."""
        return not self.id and not any(code == BAD_ID for code, _ in self.mistakes)


def parts(written: str) -> Parts:
    """Text, id and citations of a block, written in that order."""
    mistakes: list[Mistake] = []
    citations: tuple[str, ...] = ()
    id = ""
    if written.endswith("]") and (match := TRAILING_CITATION.search(written)):
        citations, written = _cited(match[1], mistakes), written[: match.start()].rstrip()
    if written.endswith("}") and (match := TRAILING_ID.search(written)):
        if good := GOOD_ID.fullmatch(match[1]):
            id = intern(good[1])
        else:
            mistakes.append((BAD_ID, {"id": match[1].strip()}))
        written = written[: match.start()].rstrip()
    elif "{ #" in written and "`" not in written and (match := EARLY_ID.search(written)):
        id, behind = match[1], match[2].strip()
        written = written[: match.start()].rstrip()
        if found := inline.CITATION.findall(behind):
            mistakes.append(("misplaced-citation", {}))
            citations = tuple(dict.fromkeys((*_cited(";".join(found), mistakes), *citations)))
        elif behind.startswith("@"):
            mistakes.append(("bad-citation", {"text": behind[:60]}))
        else:
            mistakes.append((BAD_ID, {"id": match[0].rstrip()[:20]}))
            written = f"{written} {behind}"
    if "@" in written and (TRAILING_CITATION.search(written) or inline.CITATION.search(inline.CODE.sub("", written))):
        mistakes.append(("misplaced-citation", {}))
    if not written.strip():
        mistakes.append(("empty-block", {}))
    return Parts(written.strip(), id, citations, tuple(mistakes))


def _cited(written: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    """The points between two brackets; what is wrong with them is added to the mistakes."""
    found = []
    for part in written.split(";"):
        if match := CITED.fullmatch(part.strip()):
            found.append(intern(match[1]))
        else:
            mistakes.append(("bad-citation", {"text": part.strip() or written}))
    if len(set(found)) < len(found):
        mistakes.append(("repeated-citation", {}))
    return tuple(dict.fromkeys(found))


def has_parts(written: str) -> bool:
    """Whether an id or citations stand at the end."""
    return bool(TRAILING_ID.search(written) or TRAILING_CITATION.search(written))
