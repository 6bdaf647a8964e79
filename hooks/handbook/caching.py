"""A site's paths in, how long each may be kept out: what is named after its contents for ever, the rest until it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from handbook.hashed import is_hashed

FOR_EVER = "public, max-age=31536000, immutable"
"""A year is the longest that caches keep to (RFC 9111); `immutable` spares the question on a reload (RFC 8246)."""
ASK = "no-cache"
"""Kept, but asked for again; without it browsers guess, and show a renamed or mended page as it was."""


def rules(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(pattern, `Cache-Control`), the pattern a path from the root that may end in `/*`.

    No two patterns match one path: hosts join the values of all that do. Of a folder that holds pages only, `about/` is enough.
    """
    yield "/", ASK
    yield from _rules("", sorted(set(paths)))


def _rules(folder: str, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, found in groupby(paths, lambda path: path[len(folder) :].partition("/")[0]):
        within = list(found)
        kinds = {is_hashed(path) for path in within}
        if len(kinds) == 1:
            yield f"/{folder}{name}{'' if within == [folder + name] else '/*'}", FOR_EVER if kinds.pop() else ASK
        else:
            yield from _rules(f"{folder}{name}/", within)
