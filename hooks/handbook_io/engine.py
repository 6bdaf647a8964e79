"""A handbook's folder in, its site in a new folder out: MkDocs runs once for each language."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

import bridge
from handbook_io import record
from handbook_io.cache import cache_of
from handbook_io.inputs import Inputs, inputs
from handbook_io.memory import Memories
from handbook_io.processes import ProcessError, results
from handbook_io.record import Record
from handbook_io.target import BuildError, remove
from handbook_io.templates import Compiled

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """What a build tells about itself."""

    inputs: str
    """Digest of everything that it may have read, from before it read; empty where that can't be told."""
    folders: tuple[str, ...]
    """Where it read from, besides the handbook's folder."""
    keys: dict[str, dict[str, str]]
    """Language → page's name, or `search` → the key of what it was made from."""
    languages: tuple[str, ...]
    """Of the handbook, also those that were not built."""


def make(
    root: Path, made: Path, site: Path, last: Record, now: Inputs, say: Say, jobs: int, address: str = "", only: str = ""
) -> Made:
    """Builds every language, or `only` one, into a folder of its own and puts them together as `made`.

    Takes over from `site` what the last build made there of the same things; `now` is what it reads, as far as that is known.
    Raises BuildError.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    heard = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        other = {"site_url": address} if address else {}
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(made), strict=False, **other)
        folders = (str(config.theme.custom_dir),)
        now = now if now.folders == folders else inputs(root, folders)
        read, rest = now.everything, now.tools + address
        config.plugins.on_startup(command="build", dirty=False)
        memories = Memories(record.place(cache_of(root), site).with_suffix(""), rest)
        bridge.load(config, only, memories)
        bridge.handbook_of(config).prepare()
        memories.close()
        languages = tuple(bridge.languages(config))
        if read:
            bridge.keep(config, bridge.Kept(site, last.keys, last.files.keys(), rest))
        chosen = (only,) if only else languages
        return Made(read, folders, _languages(root, config, chosen, made, heard, say, jobs, memories), languages)
    except (MkDocsException, SystemExit, ProcessError) as error:
        raise BuildError("\n".join(heard.warnings) or str(error)) from None
    finally:
        logger.removeHandler(heard)


def _languages(
    root: Path,
    config: MkDocsConfig,
    languages: Sequence[str],
    made: Path,
    heard: _Listener,
    say: Say,
    jobs: int,
    memories: Memories,
) -> dict[str, dict[str, str]]:
    env = bridge.environment(config, Compiled(cache_of(root) / "templates"))
    folders = {lang: made.with_name(f"{made.name}-{lang}") for lang in languages}
    keys: dict[str, dict[str, str]] = {}
    warnings: dict[str, None] = {}
    try:
        for folder in folders.values():
            remove(folder)
        works = [partial(_language, config, env, folders[lang], lang, heard, say, memories) for lang in languages]
        for lang, (found, own) in zip(languages, results(works, jobs), strict=True):
            warnings |= dict.fromkeys(found)
            keys[lang] = own
        if warnings:
            raise BuildError("\n".join(warnings))
        os.replace(folders[languages[0]], made)
        for lang in languages[1:]:
            _merge(folders[lang], made)
    finally:
        for folder in folders.values():
            remove(folder)
    return keys


def _language(
    config: MkDocsConfig, env: Environment, folder: Path, lang: str, heard: _Listener, say: Say, memories: Memories
) -> tuple[list[str], dict[str, str]]:
    """Builds one language's pages into a folder; returns the warnings, and the keys of what was made."""
    say(f"Building {lang} …")
    config.site_dir = str(folder)
    i18n: Any = config.plugins["i18n"]
    i18n.current_language, i18n.building = lang, True
    try:
        bridge.make_language(config, env)
    except (MkDocsException, SystemExit) as error:
        return [*heard.warnings, *([] if heard.warnings else [str(error)])], {}
    memories.close()
    return list(heard.warnings), bridge.keys_of(config).get(lang, {})


def _merge(folder: Path, into: Path) -> None:
    """Moves what another language has made; what both have (assets) is there already."""
    for entry in sorted(folder.iterdir()):
        target = into / entry.name
        if not target.exists():
            os.replace(entry, target)
        elif entry.is_dir():
            _merge(entry, target)


class _Listener(logging.Handler):
    """Keeps the warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.warnings.append(record.getMessage())
