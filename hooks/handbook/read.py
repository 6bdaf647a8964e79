"""Files' bytes in, a checked handbook out: all problems of all files in one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from typing import NamedTuple

from handbook import checks, reread
from handbook.checks.pages import is_generated
from handbook.following import independent
from handbook.model.concept import Concept
from handbook.model.handbook import Handbook
from handbook.model.kinds import DEVICE_REGEX, ID_REGEX, INDEX
from handbook.model.lock import Lock
from handbook.model.playbook import Page, PageMatter
from handbook.model.problem import Problem, in_order
from handbook.model.rules import Rules
from handbook.model.settings import SETTINGS, Settings
from handbook.model.source import CLAIMS, Claim, Source
from handbook.others import Others
from handbook.parse import register
from handbook.parse.page import body
from handbook.paths import ENTRY_PATH, LOCK_PATH, PAGE_PATH, RULES_PATH, misplaced
from handbook.pointing import pointed
from handbook.recall import Recall, key_of
from handbook.scan import text

GOOD_NAME = re.compile(rf"(?:{ID_REGEX}/)*{ID_REGEX}")
PLAYBOOKS = "playbooks/"
DEVICE = re.compile(rf"(?i)(?:^|/)({DEVICE_REGEX}(?:\.[^/]*)?)(?:/|$)")
MAX_NAME = 100
"""Of a page; folders, languages and endings are still added, and no system takes a name of more than 255 bytes."""
MAX_REGISTER_BYTES = 4_000_000
ALLOWABLE = ("bidi-control", "control-character")
"""What handbook.yml may allow its languages: nobody can tell while it can't be used."""
SettingsRead = tuple[Settings | None, dict[str, int], list[Problem]]
ClaimsRead = tuple[dict[str, Claim], dict[str, int], list[Problem]]
ConceptRead = tuple[Concept | None, list[Problem]]
SourceRead = tuple[Source | None, list[Problem]]


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


@dataclass
class _Shelf:
    """Things as they are read, file by file."""

    settings: Settings
    pages: list[Page] = field(default_factory=list)
    concepts: dict[str, Concept] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    lines: dict[str, Mapping[str, int]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Paths of the files of pages that can't be used, and of settings, concepts and sources of which some part can't be."""
    bodies: list[Page] = field(default_factory=list)
    """The text of pages whose front matter can't be used, under no title."""
    locks: dict[str, Lock] = field(default_factory=dict)
    rules: dict[str, Rules] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: Mapping[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """Path → text whose characters nobody has looked at yet."""
    recall: Recall = field(default_factory=Recall)


def read(
    files: Iterable[SourceFile], with_checks: bool = True, recall: Recall | None = None, others: Others | None = None
) -> Reading:
    """The handbook that the files describe, and every mistake in them, by file and line; without checks, those of grammar.

    `recall` spares what was found out about the same bytes before, `others` what they find out meanwhile.
    """
    found = sorted(files, key=lambda file: file.path)
    digests = {file.path: sha256(file.data).hexdigest() for file in found}
    problems = [*_collisions(found)]
    known = recall or Recall()
    settings, lines, mistakes = _settings(found, digests, known)
    problems += mistakes
    if settings is None:
        return Reading(None, located(in_order(problems), found))
    unread = {SETTINGS} if _has_errors(mistakes) else set[str]()
    shelf = _Shelf(settings, lines={SETTINGS: lines}, unread=unread, problems=problems, digests=digests, recall=known)
    for file in _texts(found):
        _shelve(shelf, file)
        if not others:
            _look_at_characters(shelf)
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
    found = sorted(files, key=lambda file: file.path)
    digests = {file.path: sha256(file.data).hexdigest() for file in found}
    settings, _, _ = _settings(found, digests, recall)
    if settings:
        texts = {file.path: text.decoded(file.path, file.data)[0] for file in _texts(found)}
        _shelve_ahead(_Shelf(settings, digests=digests, texts=texts, recall=recall), found)
    return settings


def located(problems: Iterable[Problem], files: Iterable[SourceFile]) -> tuple[Problem, ...]:
    """The same problems, each with the column of what is wrong, where its line shows it."""
    data = {file.path: file.data for file in files}

    @cache
    def lines(path: str) -> list[str]:
        return data.get(path, b"").decode("utf-8", "replace").split("\n")

    return tuple(pointed(problem, lines(problem.path)) for problem in problems)


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
    characters = text.character_problems(SETTINGS, content, _allowed(made))
    return made, lines, [*(problem for problem in characters if made or problem.code not in ALLOWABLE), *problems]


def _allowed(settings: Settings | None, lang: str = "") -> frozenset[str]:
    """Control characters that a language (or, without one, any language) needs."""
    rows = settings.languages if settings else {}
    chosen = (row for code, row in rows.items() if code == lang or not lang)
    names = (name for row in chosen for name in row.allowed_characters)
    return frozenset(chr(int(name.removeprefix("U+"), 16)) for name in names)


def _texts(files: Iterable[SourceFile]) -> Iterator[SourceFile]:
    """All but settings and entries."""
    return (file for file in files if file.path != SETTINGS and not ENTRY_PATH.fullmatch(file.path))


def _shelve_ahead(shelf: _Shelf, files: Iterable[SourceFile]) -> None:
    """Reads entries, and looks at the characters of all that has been read."""
    for file in files:
        if ENTRY_PATH.fullmatch(file.path):
            _shelve(shelf, file)
    _look_at_characters(shelf)


def _look_at_characters(shelf: _Shelf) -> None:
    for path, content in shelf.texts.items():
        match = PAGE_PATH.fullmatch(path)
        allowed = _allowed(shelf.settings, match[1] if match else "")
        key = key_of("characters", path, shelf.digests[path], sorted(allowed))
        shelf.problems += shelf.recall.problems(key, partial(text.character_problems, path, content, allowed))
    shelf.texts.clear()


def _shelve(shelf: _Shelf, file: SourceFile) -> None:
    """Reads one file and puts it where it belongs."""
    path = file.path
    if problem := misplaced(path):
        shelf.problems.append(problem)
        return
    limit = MAX_REGISTER_BYTES if path.startswith("sources/") else text.MAX_BYTES
    content, wrong = text.decoded(path, file.data, limit)
    lock = LOCK_PATH.fullmatch(path)
    if wrong := wrong or (() if lock else tuple(text.merge_problems(path, content))):
        shelf.problems += wrong
        shelf.unread.add(path)
        return
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yml")
    match = PAGE_PATH.fullmatch(path)
    shelf.texts[path] = content
    key = key_of("file", path, shelf.digests[path])
    if match:
        _shelve_page(shelf, path, match[1], match[2], content)
    elif lock:
        shelf.locks[lock[1]], problems = shelf.recall.live(key, lambda: reread.lock(shelf.recall, key, lock[1], content))
        shelf.problems += problems
    elif rules := RULES_PATH.fullmatch(path):
        _shelve_rules(shelf, path, rules[1], content)
    elif path == CLAIMS:
        shelf.claims, shelf.lines[path], problems = reread.kept(
            shelf.recall, key, ClaimsRead, lambda: register.claims(path, content)
        )
        shelf.problems += problems
    elif not re.fullmatch(ID_REGEX, stem):
        shelf.problems.append(Problem(path, 0, "bad-file-name", {"name": name}))
    elif folder == "glossary":
        concept, problems = reread.kept(shelf.recall, key, ConceptRead, lambda: register.concept(path, stem, content))
        shelf.problems += problems
        shelf.concepts |= {stem: concept} if concept else {}
        shelf.unread |= {path} if _has_errors(problems) else set()
    else:
        source, problems = reread.kept(shelf.recall, key, SourceRead, lambda: register.source(path, stem, content))
        shelf.problems += problems
        shelf.sources |= {stem: source} if source else {}
        shelf.unread |= {path} if _has_errors(problems) else set()


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _shelve_page(shelf: _Shelf, path: str, lang: str, name: str, content: str) -> None:
    if lang not in shelf.settings.languages:
        shelf.problems.append(Problem(path, 0, "unknown-language", {"lang": lang}))
    elif not GOOD_NAME.fullmatch(name) or len(name) > MAX_NAME or name.count("/") > name.startswith(PLAYBOOKS):
        shelf.problems.append(Problem(path, 0, "bad-file-name", {"name": name}))
        shelf.unread.add(path)
    elif is_generated(name) or name == PLAYBOOKS + INDEX or name in shelf.settings.languages:
        shelf.problems.append(Problem(path, 0, "generated-path"))
    else:
        key = key_of("page", path, shelf.digests[path])
        page, problems = shelf.recall.live(key, lambda: reread.page(shelf.recall, key, path, lang, name, content))
        shelf.problems += problems
        shelf.pages += [page] if page else []
        if page is None:
            shelf.unread.add(path)
            shelf.bodies.append(Page(path, lang, name, PageMatter("", ""), {}, body(path, content)))


def _shelve_rules(shelf: _Shelf, path: str, lang: str, content: str) -> None:
    if lang not in shelf.settings.languages:
        shelf.problems.append(Problem(path, 0, "unknown-language", {"lang": lang}))
        return
    made, problems = register.rules(path, content)
    shelf.problems += problems
    shelf.rules |= {lang: made} if made else {}


def _collisions(files: list[SourceFile]) -> Iterable[Problem]:
    """Names that some file systems can't hold, or can't tell apart."""
    first: dict[str, str] = {}
    for file in files:
        other = first.setdefault(file.path.casefold(), file.path)
        if other != file.path:
            yield Problem(file.path, 0, "case-collision", {"other": other})
        if device := DEVICE.search(file.path):
            yield Problem(file.path, 0, "device-name", {"name": device[1]})
