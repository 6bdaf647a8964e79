"""A handbook's folder in, its site out: made beside the old one, swapped in whole."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

Say = Callable[[str], None]
MARK = "handbook.json"
"""A folder that holds this file was built by us and may be replaced."""


class BuildError(Exception):
    """The site could not be built; the old one is untouched. The text says why, for a person."""


def build_site(root: Path, site: Path, say: Say) -> str:
    """Builds the handbook in `root` into the folder `site`. Returns one line about the result.

    Raises BuildError; then `site` is as it was before.
    """
    started = time.perf_counter()
    site = site.resolve()
    _refuse_foreign(site, root)
    with _alone(site):
        heal(site)
        made = site.with_name(f".{site.name}.new")
        _remove(made)
        try:
            _build(root, made, say)
            swap(made, site)
        finally:
            _remove(made)
    pages = sum(1 for _ in site.rglob("*.html"))
    return f"Built {pages} pages in {time.perf_counter() - started:.1f} s: {site}"


def preview(root: Path, address: str) -> None:
    """Serves the handbook at `host:port` and rebuilds it whenever a file changes, until it is interrupted."""
    mkdocs_serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address, strict=False)


def _refuse_foreign(site: Path, root: Path) -> None:
    if root.resolve().is_relative_to(site):
        raise BuildError(f"{site} holds the handbook itself: choose another folder with --site-dir")
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise BuildError(f"{site} is not an ordinary folder: choose another one with --site-dir")
    if site.is_dir() and any(site.iterdir()) and not (site / MARK).is_file():
        raise BuildError(
            f"{site} holds files that were not built by the handbook: empty it, or choose another folder with --site-dir"
        )


@contextmanager
def _alone(site: Path) -> Iterator[None]:
    """Only one build at a time writes to a target."""
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(site.with_name(f".{site.name}.lock"))
        with lock.acquire(timeout=0):
            yield
    except Timeout:
        raise BuildError(f"another build is writing to {site}: wait until it has ended") from None
    except OSError as error:
        raise BuildError(f"{error.filename or site} can’t be written ({error.strerror or error})") from None


def _build(root: Path, made: Path, say: Say) -> None:
    """Runs MkDocs over all languages; a warning in any of them is a failure."""
    heard = _Listener(say)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(made), strict=False)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        raise BuildError("\n".join(heard.warnings) or str(error)) from None
    finally:
        logger.removeHandler(heard)
    if heard.warnings:
        raise BuildError("\n".join(heard.warnings))


class _Listener(logging.Handler):
    """Passes progress on and keeps the warnings."""

    def __init__(self, say: Say) -> None:
        super().__init__(logging.INFO)
        self.say = say
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.levelno >= logging.WARNING:
            self.warnings.append(text)
        elif "documentation to directory" in text and "'" in text:
            self.say(f"Building {text.split(chr(39))[1]} …")


def swap(made: Path, site: Path) -> None:
    """Puts the new folder in the place of the old one."""
    old = site.with_name(f".{site.name}.old")
    _remove(old)
    if site.exists():
        os.replace(site, old)
    os.replace(made, site)
    _remove(old)


def heal(site: Path) -> None:
    """Finishes or undoes a swap that was cut off."""
    old = site.with_name(f".{site.name}.old")
    if old.exists():
        if site.exists():
            _remove(old)
        else:
            os.replace(old, site)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
