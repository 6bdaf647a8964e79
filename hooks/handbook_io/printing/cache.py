"""A print in, its file in the cache out: named after everything that it is made from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from handbook.printing import packing
from handbook_io.cache import kept

ENGINES = ("typst", "pikepdf", "pillow")
PROGRAMS = (packing.__file__, *(str(Path(__file__).with_name(name)) for name in ("card_png.py", "forms.py", "typesetter.py")))
"""Ours, through which a print becomes a file."""
KEPT_DAYS = 30
"""How long a file stays that no build needs."""

SEAL = ".sha256"
"""Suffix of the file beside a finished one that holds its digest."""


def seal(path: Path) -> Path:
    """Where a finished file's digest stands. It is written last: without it the file counts as not there."""
    return path.with_suffix(SEAL)


def digest(contents: bytes) -> str:
    return sha256(contents).hexdigest()


def is_whole(path: Path) -> bool:
    """Whether a file is there, byte for byte as it was made."""
    return kept(seal(path)) == digest(kept(path)).encode()


def need(paths: Iterable[Path]) -> None:
    """Notes that a build has needed these finished files today, where they may be touched."""
    for path in paths:
        with suppress(OSError):
            os.utime(path)
            os.utime(seal(path))


class Cache(NamedTuple):
    """Finished files by what they are made from. Builds that run at once may share it."""

    folder: Path
    engine: str
    """Stands for templates, fonts and programs."""
    suffix: str

    def path(self, work: str) -> Path:
        key = digest(f"{self.engine}\n{work}".encode())
        return self.folder / key[:2] / f"{key}{self.suffix}"

    def tidy(self, used: frozenset[Path], now: float) -> None:
        """Removes what no build has needed for long, and what killed ones left; others may share the folder."""
        for path in self.folder.glob("??/*"):
            with suppress(OSError):  # another build may be faster
                if path.with_suffix(self.suffix) not in used and now - path.stat().st_mtime > KEPT_DAYS * 86_400:
                    path.unlink()


def cache_in(folder: Path, templates: Path, fonts: Path, name: str = "pdfs", suffix: str = ".pdf") -> Cache:
    """The cache of finished files for these templates and fonts."""
    parts = [fonts.name, *(f"{engine} {version(engine)}" for engine in ENGINES)]
    parts += [f"{path.name} {digest(path.read_bytes())}" for path in (*map(Path, PROGRAMS), *sorted(templates.glob("*.typ")))]
    return Cache(folder / name, "\n".join(parts), suffix)
