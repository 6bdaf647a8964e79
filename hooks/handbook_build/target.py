"""The folder that a site goes to: ours alone, one build at a time, swapped in whole."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from filelock import FileLock, Timeout

from handbook_build.inputs import HANDBOOK, OWN
from handbook_io.cache import cache_of
from handbook_io.folders import targets, under

MARK = "handbook.json"
"""A folder that holds this file was built by us and may be replaced."""


HERE, EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


class BuildError(Exception):
    """The site could not be built; the old one is untouched. The text says why, for a person."""


def real(site: Path) -> Path:
    """Where a target is, whatever links lead there; links that lead round in a circle stay, to be refused."""
    return Path(os.path.realpath(site))


def preview_of(root: Path) -> Path:
    """Where previews of the handbook in `root` stand: the one part of the cache that sites are built into."""
    return cache_of(root) / "preview"


def refuse_foreign(site: Path, root: Path, mark: str = MARK) -> None:
    """Raises BuildError where a build would replace what it did not make: a folder without the file `mark`.

    Also where it would publish its cache, or read what it has made as part of the handbook.
    """
    if root.resolve().is_relative_to(site):
        raise BuildError(f"{site} holds the handbook itself: choose another folder with --site-dir")
    cache, previews = cache_of(root), preview_of(root)
    if cache.is_relative_to(site) or (site.is_relative_to(cache) and not site.is_relative_to(previews)):
        raise BuildError(
            f"{site} and the cache {cache} lie in one another: choose another folder with --site-dir, or HANDBOOK_CACHE"
        )
    refuse_read((site, cache), (root / name for name in (*HANDBOOK, *OWN)))
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise BuildError(f"{site} is not an ordinary folder: choose another one with --site-dir")
    if site.is_dir() and any(site.iterdir()) and not (site / mark).is_file():
        raise BuildError(
            f"{site} holds files that were not built by the handbook: empty it, or choose another folder with --site-dir"
        )


def refuse_read(places: Iterable[Path], sources: Iterable[str | Path]) -> None:
    """Raises BuildError where something that a build writes – site, cache, zip – would lie among what it reads."""
    read = [real(Path(source)) for source in sources]
    for place in places:
        if source := next((source for source in read if place.is_relative_to(source)), None):
            cure = "choose another place with --site-dir, --zip or HANDBOOK_CACHE"
            raise BuildError(f"{place} lies in {source}, which is read to build the site: {cure}")


@contextmanager
def alone(site: Path) -> Iterator[None]:
    """Only one build at a time writes to a target."""
    lock = site.with_name(f".{site.name}.lock")
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(lock).acquire(timeout=0):
            yield
    except Timeout:
        cure = f"wait until it has ended (if none is running, delete {lock})"
        raise BuildError(f"another build is writing to {site}: {cure}") from None
    except OSError as error:
        raise BuildError(f"{error.filename or site} can’t be written ({error.strerror or error})") from None


def swap(made: Path, site: Path) -> None:
    """Puts the new folder in the place of the old one: at once where the system can, else by two renames."""
    if site.exists() and _exchanged(made, site):
        return remove(made)
    old = site.with_name(f".{site.name}.old")
    remove(old)
    if site.exists():
        os.replace(site, old)
    os.replace(made, site)
    remove(old)
    return None


def lay_over(made: Path, site: Path) -> None:
    """Puts each file of the new folder into the old one; a file that can't be put there is left to the next whole build."""
    target_of = targets(site)
    for path in under(made, ""):
        with suppress(OSError):
            os.replace(made / path, target_of(path))


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two folders have changed places, in one step that nothing can cut off (Linux)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)


def heal(site: Path) -> None:
    """Finishes or undoes a swap that was cut off, and removes what a build that was killed has left."""
    for left in site.parent.glob(f".{escape(site.name)}.new*"):
        remove(left)
    old = site.with_name(f".{site.name}.old")
    if old.exists():
        if site.exists():
            remove(old)
        else:
            os.replace(old, site)


def remove(folder: Path) -> None:
    """A folder and all in it, or what stands in its place, if it is there; also where somebody has made it read-only."""
    if folder.is_symlink() or not folder.is_dir():
        folder.unlink(missing_ok=True)
        return
    try:
        shutil.rmtree(folder)
    except PermissionError:
        for place, *_ in os.walk(folder):
            os.chmod(place, 0o700)
        shutil.rmtree(folder)
