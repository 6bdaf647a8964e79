"""Templates, compiled once for all builds: what Jinja makes of them waits in the cache, sealed against damage."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from handbook_io.cache import keep, kept

SEAL = 32
"""Bytes of a SHA-256."""
TRIMMED = b"trimmed"
"""Sealed with each file: what was compiled for environments of another kind doesn't fit, and Jinja would not know."""


class Compiled(BytecodeCache):
    """A file for each template and each text that it has had; Jinja itself tells another Python's or another text's."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "templates"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Also where a folder's name is no text."""
        return super().get_cache_key(name, os.fsencode(filename).decode("latin-1") if filename else None)

    @property
    def has_any(self) -> bool:
        """Whether a build has compiled templates before."""
        return self._folder.is_dir()

    def serve(self, env: Environment) -> None:
        """Compiles an environment's templates for good. Lines that only hold a tag leave nothing behind."""
        env.bytecode_cache, env.trim_blocks, env.lstrip_blocks = self, True, True

    def load_bytecode(self, bucket: Bucket) -> None:
        """A damaged file is as good as none."""
        found = kept(self._path(bucket))
        seal, data = found[:SEAL], found[SEAL:]
        if _seal(data) == seal:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        data = bucket.bytecode_to_string()
        try:
            keep(self._path(bucket), _seal(data) + data)
        except OSError:
            return

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.jinja"


def _seal(data: bytes) -> bytes:
    return sha256(TRIMMED + data).digest()
