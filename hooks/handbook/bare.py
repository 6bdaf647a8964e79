"""A script module in, the same without comments and indentation out: all that a browser needs."""

from __future__ import annotations

import re
from functools import cache

BLOCK_COMMENT = re.compile(r"[ ]*/\*\*(?:[^*]|\*(?!/))*\*/[ ]?")
LINE_COMMENT = re.compile(r"^[ ]*//[^\n]*\n", re.MULTILINE)
MARGIN = re.compile(r"^[ ]+|[ ]+$|\n(?=\n)", re.MULTILINE)


@cache
def bare(module: str) -> str:
    """Our modules write comments as `/** … */` or as lines of their own, and no text over several lines."""
    return MARGIN.sub("", LINE_COMMENT.sub("", BLOCK_COMMENT.sub("", module))).lstrip("\n")
