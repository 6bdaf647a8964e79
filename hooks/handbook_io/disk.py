"""The handbook's folder in, its files out; nothing is followed out of it."""

from __future__ import annotations

import itertools
import os
import re
import stat
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from babel.support import NullTranslations

from handbook.addresses import Addresses
from handbook.collation import collation
from handbook.locale import SOURCE, Locale, compiled, filled, translations
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem
from handbook.others import Others
from handbook.read import Reading, SourceFile, read, read_ahead
from handbook.recall import Recall, key_of
from handbook.reread import kept
from handbook.site import Site
from handbook.words.language import Language
from handbook.words.words import Words
from handbook_io.places import FOLDERS, SINGLE_FILES
from handbook_io.words.files import table
from handbook_io.words.tables import spoken, words_of

UNSAYABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""What no address and no server's rule can hold: line breaks and their kin, and bytes that are not UTF-8."""
SITE_URL = re.compile(r"(?m)^site_url: *['\"]?(https?://[^\s'\"]+)")
ICONS = Path(__file__).resolve().parents[2] / "overrides" / "icons"
ASSETS = ("docs/assets/",)
"""Folders under docs/ that MkDocs copies as they are."""
LEAST, MOST = 65_536, 8_000_000
"""Bytes that are read of a file, as far as it has them. Python sets aside all the memory that it is allowed to fill."""
DEEPEST = 12
"""Folders in each other; no page stands below the third."""


def found_ahead(root: Path) -> Mapping[str, Any]:
    """What others can find out ahead about the handbook in a folder, catalogues included."""
    recall = Recall()
    settings = read_ahead(source_files(root), recall)
    for lang in settings.languages if settings else ():
        _compiled(root, lang, recall)
    return recall.used


def handbook_in(root: Path, recall: Recall | None = None, others: Others | None = None) -> Reading:
    """Reads and checks the handbook in a folder; `recall` spares what is known of it, `others` what they find out meanwhile."""
    problems: list[Problem] = []
    reading = read(list(_files(root, problems)), recall=recall, others=others)
    if reading.handbook:
        problems += _missing_icons(reading.handbook)
        problems += _wrong_words(root, reading.handbook, recall or Recall())
    listed = sorted((*reading.problems, *problems), key=lambda problem: (problem.path, problem.line, problem.code))
    return reading._replace(problems=tuple(listed))


def _missing_icons(handbook: Handbook) -> Iterator[Problem]:
    known = sorted(path.stem for path in ICONS.glob("*.svg"))
    for key, situation in handbook.settings.situations.items():
        if situation.icon not in known:
            line = handbook.lines[SINGLE_FILES[0]].get(f"situations.{key}.icon", 0)
            values = {"icon": situation.icon, "known": ", ".join(known)}
            yield Problem(SINGLE_FILES[0], line, "missing-icon", values)


def _wrong_words(root: Path, handbook: Handbook, recall: Recall) -> Iterator[Problem]:
    """Of languages: in what the interface says, and in what is known of their words."""
    for lang in handbook.languages:
        yield from (problem for problem in _compiled(root, lang, recall)[1] if problem.severity == "error")
        yield from _spoken(root, lang, recall)[1]


def source_files(root: Path) -> tuple[SourceFile, ...]:
    """The handbook's files as they are; what can't be read, or is not read to its end, is left out."""
    return tuple(file for file in _files(root, []) if len(file.data) < MOST)


def _files(root: Path, problems: list[Problem]) -> Iterator[SourceFile]:
    for name in SINGLE_FILES:
        if os.path.lexists(root / name):
            yield from _file(str(root / name), name, problems)
    for folder in FOLDERS:
        yield from _folder(root, root / folder, problems)


def _folder(root: Path, folder: Path, problems: list[Problem]) -> Iterator[SourceFile]:
    if not os.path.lexists(folder):
        return
    if not folder.is_dir() or folder.is_symlink():
        problems.append(Problem(_name(root, folder), 0, "symlink" if folder.is_symlink() else "not-a-file"))
        return
    if len(folder.relative_to(root).parts) > DEEPEST:
        problems.append(Problem(_name(root, folder), 0, "unknown-file"))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(_name(root, folder), error))
        return
    own = _name(root, folder)
    for entry in entries:
        name = _written(f"{own}/{entry.name}")
        if entry.name.startswith(".") or f"{name}/" in ASSETS:
            problems += _odd(root, Path(entry.path))
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(root, Path(entry.path), problems)
        else:
            yield from _file(entry.path, name, problems)


def _odd(root: Path, top: Path) -> Iterator[Problem]:
    """Of what nobody reads: links that MkDocs would follow and, where it copies, what is no file."""
    copied = not top.name.startswith(".")
    folders = () if top.is_symlink() else os.walk(top)
    for path in (top, *(Path(folder, name) for folder, *names in folders for name in sorted(itertools.chain(*names)))):
        if path.is_symlink():
            yield from [Problem(_name(root, path), 0, "symlink")] if copied or path.is_dir() else ()
        elif copied and not path.is_file() and not path.is_dir():
            yield Problem(_name(root, path), 0, "not-a-file")
        elif copied and UNSAYABLE.search(path.name):
            yield Problem(_name(root, path), 0, "bad-file-name", {"name": _written(path.name)})


def _file(path: str, name: str, problems: list[Problem]) -> Iterator[SourceFile]:
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode):
            problems.append(Problem(name, 0, "symlink"))
        elif not stat.S_ISREG(found.st_mode):
            problems.append(Problem(name, 0, "not-a-file"))
        else:
            with open(path, "rb") as stream:
                yield SourceFile(name, stream.read(min(MOST, max(LEAST, found.st_size + 1))))
    except OSError as error:
        problems.append(_unreadable(name, error))


def _unreadable(name: str, error: OSError) -> Problem:
    return Problem(name, 0, "unreadable", {"detail": error.strerror or str(error)})


def _name(root: Path, path: Path) -> str:
    return _written(path.relative_to(root).as_posix())


def _written(name: str) -> str:
    """A name as it can be told, whatever bytes it was made of."""
    return name.encode("utf-8", "replace").decode("utf-8")


def site_url(root: Path) -> str:
    """The site's address as mkdocs.yml gives it; empty where it gives none."""
    config = root / "mkdocs.yml"
    found = SITE_URL.search(config.read_text("utf-8", "replace")) if config.is_file() else None
    return found[1] if found else ""


def site_in(root: Path, handbook: Handbook, addresses: Addresses, recall: Recall | None = None) -> Site:
    """The handbook with its catalogues and collation tables; with `recall`, those that this process has read already."""
    known = recall or Recall()
    locales = {
        lang: Locale(lang, row, known.live(f"catalogue {lang}", partial(catalogue, root, lang, known)))
        for lang, row in handbook.languages.items()
    }
    tables = {lang: root / "words" / f"{lang}.collation.txt" for lang in handbook.languages}
    collations = {lang: table(path, collation) for lang, path in tables.items() if path.is_file()}
    words = {lang: known.live(f"words {lang}", partial(_words, root, lang, known)) for lang in handbook.languages}
    return Site(handbook, locales, addresses, collations, words)


def catalogue(root: Path, lang: str, recall: Recall) -> NullTranslations:
    """A language's messages; none where it has no file."""
    return translations(_compiled(root, lang, recall)[0])


def _compiled(root: Path, lang: str, recall: Recall) -> tuple[bytes, list[Problem]]:
    """The same, ready to be read, and what is wrong with them."""
    path = root / "catalogues" / f"{lang}.po"
    name = f"catalogues/{path.name}"
    if not path.is_file():
        return b"", [Problem(name, 0, "not-a-file")] if os.path.lexists(path) else []
    data = path.read_bytes()
    make = partial(compiled if lang == SOURCE else filled, name, data)
    return kept(recall, key_of("catalogue", lang, data), tuple[bytes, list[Problem]], make)


def _words(root: Path, lang: str, recall: Recall) -> Words:
    return words_of(root / "words", _spoken(root, lang, recall)[0])


def _spoken(root: Path, lang: str, recall: Recall) -> tuple[Language, tuple[Problem, ...]]:
    return recall.live(f"language {lang}", partial(spoken, root / "words", lang))
