"""Files' bytes in, a checked handbook out: all problems of all files in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from handbook import checks, reread
from handbook.following import independent
from handbook.model.handbook import Handbook
from handbook.model.kinds import DEVICE_REGEX
from handbook.model.problem import Problem, has_errors, in_order
from handbook.model.settings import SETTINGS, Settings
from handbook.others import Others
from handbook.parse import register
from handbook.paths import ENTRY_PATH
from handbook.pointing import pointed
from handbook.recall import Recall, key_of
from handbook.scan import text
from handbook.shelf import Shelf, allowed_characters

DEVICE = re.compile(rf"(?i)(?:^|/)({DEVICE_REGEX}(?:\.[^/]*)?)(?:/|$)")
ALLOWABLE = ("bidi-control", "control-character")
"""What handbook.yml may allow its languages: nobody can tell while it can't be used."""
SettingsRead = tuple[Settings | None, dict[str, int], list[Problem]]


class SourceFile(NamedTuple):
    """A file of the handbook's folder as it was found."""

    path: str
    """Relative to the handbook's folder, with forward slashes."""
    data: bytes


class Reading(NamedTuple):
    """What was found. `handbook` is None only if handbook.yml itself can't be used."""

    handbook: Handbook | None
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()
    """Paths of the files of which something can't be used."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")


def read(
    files: Iterable[SourceFile], with_checks: bool = True, recall: Recall | None = None, others: Others | None = None
) -> Reading:
    """The handbook that the files describe, and every mistake in them, by file and line; without checks, those of grammar.

    `recall` spares what was found out about the same bytes before, `others` what they find out meanwhile.
    """
    found, digests = _in_order(files)
    problems = [*_collisions(found)]
    known = recall or Recall()
    settings, lines, mistakes = _settings(found, digests, known)
    problems += mistakes
    if settings is None:
        return Reading(None, located(in_order(problems), found))
    unread = {SETTINGS} if has_errors(mistakes) else set[str]()
    shelf = Shelf(settings, lines={SETTINGS: lines}, unread=unread, problems=problems, digests=digests, recall=known)
    for file in _texts(found):
        shelf.put(file.path, file.data)
        if not others:
            shelf.look_at_characters()
    known.learn(others.ahead() if others else None)
    _shelve_ahead(shelf, found)
    handbook = Handbook(
        settings, tuple(shelf.pages), shelf.concepts, shelf.sources, shelf.claims, shelf.lines, shelf.locks, shelf.rules, digests
    )
    if with_checks:
        shelf.problems += (*checks.problems(handbook, shelf.recall, others), *checks.body_problems(handbook, shelf.bodies))
        shelf.problems = [*independent(shelf.problems, shelf.unread)]
    return Reading(handbook, located(in_order(shelf.problems), found), frozenset(shelf.unread))


def read_ahead(files: Iterable[SourceFile], recall: Recall) -> Settings | None:
    """Leaves in `recall` what others can find out ahead, for little has to be sent home; gives the settings."""
    found, digests = _in_order(files)
    settings, _, _ = _settings(found, digests, recall)
    if settings:
        texts = {file.path: text.decoded(file.path, file.data)[0] for file in _texts(found)}
        _shelve_ahead(Shelf(settings, digests=digests, texts=texts, recall=recall), found)
    return settings


def located(problems: Iterable[Problem], files: Iterable[SourceFile]) -> tuple[Problem, ...]:
    """The same problems, each with the column of what is wrong, where its line shows it."""
    data = {file.path: file.data for file in files}

    @cache
    def lines(path: str) -> list[str]:
        return data.get(path, b"").decode("utf-8", "replace").split("\n")

    return tuple(pointed(problem, lines(problem.path)) for problem in problems)


def _in_order(files: Iterable[SourceFile]) -> tuple[list[SourceFile], dict[str, str]]:
    """By path, with the digest of each one's bytes."""
    found = sorted(files, key=lambda file: file.path)
    return found, {file.path: sha256(file.data).hexdigest() for file in found}


def _settings(
    files: list[SourceFile], digests: Mapping[str, str], recall: Recall
) -> tuple[Settings | None, Mapping[str, int], list[Problem]]:
    data = next((file.data for file in files if file.path == SETTINGS), None)
    if data is None:
        return None, {}, [Problem(SETTINGS, 0, "missing-file", {"name": SETTINGS})]
    content, wrong = text.decoded(SETTINGS, data)
    if wrong := wrong or tuple(text.merge_problems(SETTINGS, content)):
        return None, {}, list(wrong)
    key = key_of("file", SETTINGS, digests[SETTINGS])
    made, lines, problems = reread.kept(recall, key, SettingsRead, lambda: register.settings(SETTINGS, content))
    characters = text.character_problems(SETTINGS, content, allowed_characters(made))
    return made, lines, [*(problem for problem in characters if made or problem.code not in ALLOWABLE), *problems]


def _texts(files: Iterable[SourceFile]) -> Iterator[SourceFile]:
    """All but settings and entries."""
    return (file for file in files if file.path != SETTINGS and not ENTRY_PATH.fullmatch(file.path))


def _shelve_ahead(shelf: Shelf, files: Iterable[SourceFile]) -> None:
    """Reads entries, and looks at the characters of all that has been read."""
    for file in files:
        if ENTRY_PATH.fullmatch(file.path):
            shelf.put(file.path, file.data)
    shelf.look_at_characters()


def _collisions(files: list[SourceFile]) -> Iterable[Problem]:
    """Names that some file systems can't hold, or can't tell apart."""
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.path.casefold(), file.path)
        if other != file.path:
            yield Problem(file.path, 0, "case-collision", {"other": other})
        if device := DEVICE.search(file.path):
            yield Problem(file.path, 0, "device-name", {"name": device[1]})
