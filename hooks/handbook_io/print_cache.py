"""A print in, its file in the cache out: named after everything that it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

ENGINES = ("typst", "pikepdf", "pillow")
RECIPE = "2"
"""Changes whenever print_typst.py, print_forms.py or card_png.py makes other files from the same input."""
KEPT_DAYS = 30
"""How long a file stays that no build needs."""


ENDS = {".pdf": (b"%PDF-", b"%%EOF"), ".png": (b"\x89PNG", b"IEND\xaeB`\x82")}
"""Suffix → how a whole file begins and ends."""


def is_whole(path: Path) -> bool:
    """Whether a file is there and was not cut off."""
    first, last = ENDS[path.suffix]
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data.startswith(first) and data.rstrip(b"\n").endswith(last)


@dataclass(frozen=True, slots=True)
class Cache:
    """Finished files by what they are made from. Builds that run at once may share it."""

    folder: Path
    engine: str
    """Stands for templates, fonts and programs."""
    suffix: str

    def path(self, work: str) -> Path:
        key = sha256(f"{self.engine}\n{work}".encode()).hexdigest()
        return self.folder / key[:2] / f"{key}{self.suffix}"

    def tidy(self, used: frozenset[Path], now: float) -> None:
        """Removes the files that no build has needed for long; other handbooks and builds may share the folder."""
        for path in self.folder.glob(f"??/*{self.suffix}"):
            if path not in used and now - path.stat().st_mtime > KEPT_DAYS * 86_400:
                path.unlink(missing_ok=True)


def cache_in(folder: Path, templates: Path, fonts: Path, name: str = "pdfs", suffix: str = ".pdf") -> Cache:
    """The cache of finished files for these templates and fonts."""
    parts = [RECIPE, fonts.name, *(f"{engine} {version(engine)}" for engine in ENGINES)]
    parts += [f"{path.name} {sha256(path.read_bytes()).hexdigest()}" for path in sorted(templates.glob("*.typ"))]
    return Cache(folder / name, "\n".join(parts), suffix)
