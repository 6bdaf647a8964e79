"""Templates in, their catalogue messages out: `pybabel extract` calls this for every .html and .html.j2 file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from jinja2 import Environment, nodes

FUNCTIONS = {"t": 1, "n": 2}
"""Method that translates → how many of its arguments are messages."""

Message = tuple[int, str, str | tuple[str, ...], list[str]]


def templates(fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """Every `….t("…")` and `….n("…", "…", …)` of a Jinja template (Babel's extractor interface)."""
    tree = Environment().parse(fileobj.read().decode())
    for call in tree.find_all(nodes.Call):
        name = call.node.attr if isinstance(call.node, nodes.Getattr) else getattr(call.node, "name", "")
        if count := FUNCTIONS.get(name):
            texts = tuple(arg.value for arg in call.args[:count] if isinstance(arg, nodes.Const))
            if len(texts) == count:
                yield call.lineno, "ngettext" if count > 1 else "gettext", texts if count > 1 else texts[0], []
