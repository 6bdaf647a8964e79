"""A file's path and contents in, a path out that changes with the contents: whoever has such a file need never ask again."""

from __future__ import annotations

import re
from hashlib import blake2b

HASHED = re.compile(r"(?:assets/(?:.*/)?[^/]+\.[0-9a-f]{8}(?:\.min)?\.\w+|search/[^/]+/[0-9a-f]{8}/[^/]+)")
"""Paths of files that never change: what the theme and we name after their contents, and the folder of a search index."""


def hash_of(*parts: bytes) -> str:
    """Eight hexadecimal digits: 32 bits tell the versions of one file, or of some files, apart."""
    found = blake2b(digest_size=4)
    for part in parts:
        found.update(part)
    return found.hexdigest()


def hashed(path: str, data: bytes) -> str:
    """`a/b.css` → `a/b.1a2b3c4d.css`."""
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.{hash_of(data)}{dot}{suffix}"


def is_hashed(path: str) -> bool:
    """Whether a path beneath the site's root stands for one content for ever."""
    return HASHED.fullmatch(path) is not None
