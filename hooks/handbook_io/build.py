"""A handbook's folder in, its site out: made beside the old one, swapped in whole."""

from __future__ import annotations

import logging
import multiprocessing
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

import bridge

Say = Callable[[str], None]
MARK = "handbook.json"
"""A folder that holds this file was built by us and may be replaced."""


class BuildError(Exception):
    """The site could not be built; the old one is untouched. The text says why, for a person."""


def build_site(root: Path, site: Path, say: Say, jobs: int = 0) -> str:
    """Builds the handbook in `root` into the folder `site`, `jobs` languages at a time (0: one for each core).

    Returns one line about the result.

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
            _build(root, made, say, jobs or os.cpu_count() or 1)
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


def _build(root: Path, made: Path, say: Say, jobs: int) -> None:
    """Builds every language into a folder of its own, side by side where processes can fork, and puts them together."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    heard = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(made), strict=False)
        config.plugins.on_startup(command="build", dirty=False)
        bridge.load(config)
        _build_languages(config, made, heard, say, jobs)
    except (MkDocsException, SystemExit) as error:
        raise BuildError("\n".join(heard.warnings) or str(error)) from None
    finally:
        logger.removeHandler(heard)
    if heard.warnings:
        raise BuildError("\n".join(heard.warnings))


def _build_languages(config: MkDocsConfig, made: Path, heard: _Listener, say: Say, jobs: int) -> None:
    languages = bridge.languages(config)
    folders = {lang: made.with_name(f"{made.name}-{lang}") for lang in languages}
    try:
        for folder in folders.values():
            _remove(folder)
        run = _forked if jobs > 1 and _can_fork() else _in_turn
        run([partial(_build_language, config, folders[lang], lang, heard) for lang in languages], jobs, languages, heard, say)
        if not heard.warnings:
            os.replace(folders[languages[0]], made)
            for lang in languages[1:]:
                _merge(folders[lang], made)
    finally:
        for folder in folders.values():
            _remove(folder)


def _build_language(config: MkDocsConfig, folder: Path, lang: str, heard: _Listener) -> list[str]:
    """Builds one language's pages into a folder; returns the warnings."""
    config.site_dir = str(folder)
    i18n: Any = config.plugins["i18n"]
    i18n.current_language, i18n.building = lang, True
    try:
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        return [*heard.warnings, *([] if heard.warnings else [str(error)])]
    return list(heard.warnings)


def _merge(folder: Path, into: Path) -> None:
    """Moves what another language has made; what both have (assets) is there already."""
    for entry in sorted(folder.iterdir()):
        target = into / entry.name
        if not target.exists():
            os.replace(entry, target)
        elif entry.is_dir():
            _merge(entry, target)


Work = Callable[[], list[str]]


def _in_turn(works: list[Work], jobs: int, names: Sequence[str], heard: _Listener, say: Say) -> None:
    for name, work in zip(names, works, strict=True):
        say(f"Building {name} …")
        work()


def _forked(works: list[Work], jobs: int, names: Sequence[str], heard: _Listener, say: Say) -> None:
    """Runs each work in a process of its own, `jobs` at a time; their warnings come home."""
    fork = multiprocessing.get_context("fork")
    running: list[tuple[BaseProcess, Connection]] = []
    for name, work in zip(names, works, strict=True):
        if len(running) == jobs:
            _collect(running.pop(0), heard)
        say(f"Building {name} …")
        home, away = fork.Pipe(duplex=False)
        process = fork.Process(target=_report, args=(work, away))
        process.start()
        away.close()
        running.append((process, home))
    for one in running:
        _collect(one, heard)


def _report(work: Work, away: Connection) -> None:
    """Sends the warnings home; a mistake of ours is told there too, with where it happened."""
    try:
        away.send(work())
    except Exception:
        away.send([traceback.format_exc()])


def _collect(one: tuple[BaseProcess, Connection], heard: _Listener) -> None:
    process, home = one
    try:
        heard.warnings += home.recv()
    except EOFError:
        heard.warnings.append("a process of the build ended unexpectedly")
    process.join()


def _can_fork() -> bool:
    """Forking is safe on Linux; elsewhere languages are built in turn, with equal bytes."""
    return sys.platform == "linux"


class _Listener(logging.Handler):
    """Keeps the warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())


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
