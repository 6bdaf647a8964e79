"""Files one by one in; what they hold, each thing in its place, and every mistake of grammar out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from handbook import reread
from handbook.checks.pages import is_generated
from handbook.model.concept import Concept
from handbook.model.kinds import ID_REGEX, INDEX
from handbook.model.lock import Lock
from handbook.model.playbook import Page, PageMatter
from handbook.model.problem import Problem, has_errors
from handbook.model.rules import Rules
from handbook.model.settings import Settings
from handbook.model.source import CLAIMS, Claim, Source
from handbook.parse import register
from handbook.parse.page import body
from handbook.paths import LOCK_PATH, PAGE_PATH, RULES_PATH, misplaced
from handbook.recall import Recall, key_of
from handbook.scan import text

GOOD_NAME = re.compile(rf"(?:{ID_REGEX}/)*{ID_REGEX}")
PLAYBOOKS = "playbooks/"
MAX_NAME = 100
"""Of a page; folders, languages and endings are still added, and no system takes a name of more than 255 bytes."""
MAX_REGISTER_BYTES = 4_000_000
ClaimsRead = tuple[dict[str, Claim], dict[str, int], list[Problem]]
ConceptRead = tuple[Concept | None, list[Problem]]
SourceRead = tuple[Source | None, list[Problem]]
Entry = TypeVar("Entry")
ReadEntry = Callable[[str, str, str], tuple[Entry | None, list[Problem]]]
"""A file's path, its id and its text in."""


@dataclass
class Shelf:
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

    def put(self, path: str, data: bytes) -> None:
        """Reads one file, which is not the settings', and puts it where it belongs."""
        if problem := misplaced(path):
            self.problems.append(problem)
            return
        lock = LOCK_PATH.fullmatch(path)
        content, wrong = text.decoded(path, data, MAX_REGISTER_BYTES if path.startswith("sources/") else text.MAX_BYTES)
        if wrong := wrong or (() if lock else tuple(text.merge_problems(path, content))):
            self._hear(path, wrong)
            return
        self.texts[path] = content
        if lock:
            self._put_lock(path, lock[1], content)
        elif page := PAGE_PATH.fullmatch(path):
            self._put_page(path, page[1], page[2], content)
        elif rules := RULES_PATH.fullmatch(path):
            self._put_rules(path, rules[1], content)
        elif path == CLAIMS:
            read = partial(register.claims, path, content)
            self.claims, self.lines[path], problems = reread.kept(self.recall, self._key(path), ClaimsRead, read)
            self.problems += problems
        elif path.startswith("glossary/"):
            self._put_entry(path, content, ConceptRead, register.concept, self.concepts)
        else:
            self._put_entry(path, content, SourceRead, register.source, self.sources)

    def look_at_characters(self) -> None:
        """Of all that has been read since it was last asked."""
        for path, content in self.texts.items():
            match = PAGE_PATH.fullmatch(path)
            allowed = allowed_characters(self.settings, match[1] if match else "")
            key = key_of("characters", path, self.digests[path], sorted(allowed))
            self.problems += self.recall.problems(key, partial(text.character_problems, path, content, allowed))
        self.texts.clear()

    def _put_page(self, path: str, lang: str, name: str, content: str) -> None:
        if lang not in self.settings.languages:
            self.problems.append(Problem(path, 0, "unknown-language", {"lang": lang}))
        elif not GOOD_NAME.fullmatch(name) or len(name) > MAX_NAME or name.count("/") > name.startswith(PLAYBOOKS):
            self._hear(path, [Problem(path, 0, "bad-file-name", {"name": name})])
        elif is_generated(name) or name == PLAYBOOKS + INDEX or name in self.settings.languages:
            self.problems.append(Problem(path, 0, "generated-path"))
        else:
            key = key_of("page", path, self.digests[path])
            page, problems = self.recall.live(key, lambda: reread.page(self.recall, key, path, lang, name, content))
            self.problems += problems
            self.pages += [page] if page else []
            if page is None:
                self.unread.add(path)
                self.bodies.append(Page(path, lang, name, PageMatter("", ""), {}, body(path, content)))

    def _put_lock(self, path: str, name: str, content: str) -> None:
        key = self._key(path)
        self.locks[name], problems = self.recall.live(key, lambda: reread.lock(self.recall, key, name, content))
        self.problems += problems

    def _put_rules(self, path: str, lang: str, content: str) -> None:
        if lang not in self.settings.languages:
            self.problems.append(Problem(path, 0, "unknown-language", {"lang": lang}))
            return
        made, problems = register.rules(path, content)
        self.problems += problems
        self.rules |= {lang: made} if made else {}

    def _put_entry(self, path: str, content: str, kind: Any, read: ReadEntry[Entry], entries: dict[str, Entry]) -> None:
        name = path.rpartition("/")[2]
        stem = name.removesuffix(".yml")
        if not re.fullmatch(ID_REGEX, stem):
            self.problems.append(Problem(path, 0, "bad-file-name", {"name": name}))
            return
        entry, problems = reread.kept(self.recall, self._key(path), kind, partial(read, path, stem, content))
        entries |= {stem: entry} if entry else {}
        self._hear(path, problems)

    def _key(self, path: str) -> str:
        return key_of("file", path, self.digests[path])

    def _hear(self, path: str, problems: Iterable[Problem]) -> None:
        """Of a file that can't be used, or not all of it, where one of the problems is an error."""
        found = tuple(problems)
        self.problems += found
        self.unread |= {path} if has_errors(found) else set()


def allowed_characters(settings: Settings | None, lang: str = "") -> frozenset[str]:
    """Control characters that a language (or, without one, any language) needs."""
    rows = settings.languages if settings else {}
    chosen = (row for code, row in rows.items() if code == lang or not lang)
    names = (name for row in chosen for name in row.allowed_characters)
    return frozenset(chr(int(name.removeprefix("U+"), 16)) for name in names)
