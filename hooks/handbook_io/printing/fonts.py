"""Wheels with fonts in, small static fonts in the cache out: prepared once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from shutil import rmtree
from struct import unpack
from tempfile import TemporaryDirectory

from handbook.printing.fonts import WEIGHTS, Face
from handbook_io.cache import kept

PROGRAM = Path(__file__).with_name("faces.py")
"""What makes fonts of wheels."""
CHECKSUM = 0xB1B0AFBA
MAKING = "making-"
"""How a folder is called while fonts are made in it."""
LONGEST = 86_400
"""Seconds after which nobody makes fonts there any more: that build was killed."""


def fonts_in(cache: Path, faces: Iterable[Face], jobs: int = 1) -> Path:
    """The folder with the fonts; made if it is not there yet, `jobs` at a time. Raises MissingFont, and OSError."""
    wanted = tuple(sorted(faces))
    folder = cache / "fonts" / _key(wanted)
    if not _is_whole(folder, wanted):
        rmtree(folder, ignore_errors=True)
        try:
            _make(wanted, folder, jobs)
        except OSError as error:
            error.filename = error.filename or str(folder.parent)
            raise
    return folder


def _make(wanted: tuple[Face, ...], folder: Path, jobs: int) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=MAKING, dir=folder.parent) as made:
        from handbook_io.printing.faces import prepare

        prepare(wanted, Path(made), jobs)
        _settle(Path(made), folder)


def tidy(fonts: Path, now: float) -> None:
    """Removes what killed builds have left beside the folder with the fonts."""
    for made in fonts.parent.glob(f"{MAKING}*"):
        with suppress(FileNotFoundError):  # another build has just ended
            if now - made.stat().st_mtime > LONGEST:
                rmtree(made, ignore_errors=True)


def _is_whole(folder: Path, wanted: tuple[Face, ...]) -> bool:
    """Whether every weight of every face is there, and the boxes, each as it was made."""
    found = list(folder.glob("*.ttf"))
    return len(found) == len(wanted) * len(WEIGHTS) + 1 and all(map(is_sound, found))


def is_sound(font: Path) -> bool:
    """Whether a font file adds up to what its format asks for (OpenType, table head: checksumAdjustment)."""
    data = kept(font)
    return len(data) % 4 == 0 and sum(unpack(f">{len(data) // 4}I", data)) % 2**32 == CHECKSUM


def _settle(made: Path, folder: Path) -> None:
    """Another process may have been faster: its fonts are the same."""
    ready = made / "ready"
    ready.mkdir()
    for font in sorted(made.glob("*.ttf")):
        font.rename(ready / font.name)
    try:
        ready.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def _key(faces: tuple[Face, ...]) -> str:
    versions = [version(face.package.replace("_", "-")) for face in faces if find_spec(face.package)]
    return sha256(repr((PROGRAM.read_bytes(), faces, WEIGHTS, versions, version("fonttools"))).encode()).hexdigest()[:16]
