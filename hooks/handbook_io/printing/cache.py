"""A print in, its file in the cache out: named after everything that it is made from."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

ENGINES = ("typst", "pikepdf", "pillow")
RECIPE = "2"
"""Changes whenever print_typst.py, print_forms.py or card_png.py makes other files from the same input."""
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
    try:
        return seal(path).read_bytes() == digest(path.read_bytes()).encode()
    except OSError:
        return False


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
        """Removes the files that no build has needed for long; other handbooks and builds may share the folder."""
        for path in self.folder.glob(f"??/*{self.suffix}"):
            if path not in used and now - path.stat().st_mtime > KEPT_DAYS * 86_400:
                path.unlink(missing_ok=True)
                seal(path).unlink(missing_ok=True)


def cache_in(folder: Path, templates: Path, fonts: Path, name: str = "pdfs", suffix: str = ".pdf") -> Cache:
    """The cache of finished files for these templates and fonts."""
    parts = [RECIPE, fonts.name, *(f"{engine} {version(engine)}" for engine in ENGINES)]
    parts += [f"{path.name} {digest(path.read_bytes())}" for path in sorted(templates.glob("*.typ"))]
    return Cache(folder / name, "\n".join(parts), suffix)
