"""A handbook's folder in, its site in a new folder out: MkDocs runs once for each language."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

import bridge
from handbook_build import record
from handbook_build.inputs import HOOKS, PRINT, Inputs, inputs, tools
from handbook_build.memory import Memories
from handbook_build.order import Made, Order, Say
from handbook_build.target import BuildError, refuse_read, remove
from handbook_io.cache import cache_of
from handbook_io.folders import odd
from handbook_io.processes import ProcessError, meanwhile, results
from handbook_io.templates import Compiled
from handbook_io.unusable import UnusableFile

PLAIN = "mkdocs.yml: site_url starts with http://: this is a preview, without PDFs, and no device keeps it; publish at https://"

INHERIT = "INHERIT"
"""The key with which a configuration names one that it takes over."""


def make(order: Order, say: Say) -> Made:
    """Builds every language, or one only, into a folder of its own and puts them together. Raises BuildError.

    From the first page on, garbage is collected, but not among what has been read.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    heard = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        config = _config(order)
        folders = (str(config.theme.custom_dir), *_own_hooks(config))
        order.reads(folders)
        refuse_read((order.site, cache_of(order.root)), (*folders, HOOKS, PRINT))
        for path in odd(Path(folders[0])):
            if os.path.exists(f"{folders[0]}/{path}"):
                raise BuildError(f"{folders[0]}/{path} is not a file: put a file in its place")
        now = order.now if order.now.folders == folders else inputs(order.root, folders)
        if not order.address and str(config.site_url).startswith("http://"):
            say(PLAIN)
        config.plugins.on_startup(command="build", dirty=False)
        made_by = f"{now.tools} {config.site_url}"
        order.memories.begin(record.memories(cache_of(order.root), order.site), made_by)
        compiled = Compiled(cache_of(order.root))
        with meanwhile(partial(_prepare, config, compiled, order.memories), 1 if compiled.has_any else order.jobs):
            bridge.load(config, order.only, order.memories, order.others)
            bridge.handbook_of(config).prepare()
        order.memories.part()
        gc.freeze()
        gc.enable()
        if now.everything:
            bridge.keep(config, bridge.Kept(order.site, order.last.keys, order.last.files.keys(), made_by, order.pages_first))
        try:
            keys = _languages(order, config, compiled, heard, say)
        finally:
            if tools(order.root, folders) != now.tools:
                order.memories.discard()
                now = Inputs(folders)
        return Made(now, keys, tuple(bridge.languages(config)))
    except (MkDocsException, SystemExit, ProcessError, UnusableFile) as error:
        raise BuildError("\n".join(heard.warnings) or str(error)) from None
    except TemplateSyntaxError as error:
        raise BuildError(f"{error.filename}:{error.lineno}: {error.message} Mend the template.") from None
    finally:
        logger.removeHandler(heard)


def _prepare(config: MkDocsConfig, compiled: Compiled, memories: Memories) -> None:
    """Leaves in the cache what can be made before the handbook is read."""
    bridge.compile_all(config, compiled)
    bridge.prepare_assets(config, memories)
    memories.save()


def _config(order: Order) -> MkDocsConfig:
    """Raises BuildError, also at what neither YAML nor MkDocs expects, such as the thirteenth month; MkDocsException."""
    path = order.root / "mkdocs.yml"
    for read in _chain(path):
        if read.exists() and not read.is_file():
            raise BuildError(f"{read} is not a file: put a file in its place")
    other = {"site_url": order.address} if order.address else {}
    try:
        return load_config(str(path), config_file_path=str(path), site_dir=str(order.made), strict=False, **other)
    except MkDocsException:
        raise
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise BuildError(f"{path} can’t be used ({what}): mend it, or the hook or plugin that it names") from error


def _chain(path: Path) -> Iterator[Path]:
    """A configuration, and those that it takes over, as far as they can be read; MkDocs tells what is wrong with one."""
    yield path
    passed: set[Path] = set()
    while path not in passed and path.is_file():
        passed.add(path)
        with suppress(Exception):
            if INHERIT in (text := path.read_text("utf-8")):
                path = Path(os.path.normpath(path.parent / yaml_load(text)[INHERIT]))
                yield path


def _own_hooks(config: MkDocsConfig) -> Iterator[str]:
    """Paths of the hooks that an organisation has added to ours."""
    paths = (Path(config.config_file_path).parent / name for name in config.hooks)
    return (str(path) for path in paths if not path.resolve().is_relative_to(HOOKS))


def _languages(order: Order, config: MkDocsConfig, compiled: Compiled, heard: _Listener, say: Say) -> dict[str, dict[str, str]]:
    made, languages = order.made, (order.only,) if order.only else bridge.languages(config)
    env = bridge.environment(config, compiled)
    folders = {lang: made.with_name(f"{made.name}-{lang}") for lang in languages}
    keys: dict[str, dict[str, str]] = {}
    warnings: dict[str, None] = {}
    try:
        for folder in folders.values():
            remove(folder)
        works = [partial(_language, config, env, folders[lang], lang, heard, say, order.memories) for lang in languages]
        for lang, (found, own) in zip(languages, results(works, order.jobs), strict=True):
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
    memories.part()
    foreign = any(_own_hooks(config)) or config.plugins.keys() != {"i18n"}
    pipes = sorted(odd(folder)) if foreign else ()
    told = (f"{path} in the site is not a file: mend the hook that puts it there" for path in pipes)
    return [*heard.warnings, *told], bridge.keys_of(config).get(lang, {})


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
