"""YAML text in, a tree of nodes with line numbers out. Stricter than YAML: no aliases, tags or duplicate keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from textwrap import shorten
from typing import Any, NamedTuple

import yaml

from handbook.model.problem import Problem
from handbook.scan.text import BLANKS, character_problems

MAX_DEPTH = 12
MAX_NODES = 60_000
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
UNSPACED = re.compile(r" *(?:- +)?([a-z][a-z0-9_-]*:)(?:\u00a0\s*|(?![\s/]))(\S.*)")
"""A key right before its value, or parted from it by a no-break space, which looks like one."""
CUT = re.compile(r" +(#[^ #].*)")
"""Behind a value without quotation marks: to YAML a comment, to whoever wrote it mostly a part of the value."""


class Scalar(NamedTuple):
    line: int
    value: str


class Sequence(NamedTuple):
    line: int
    items: tuple[Node, ...]


class Mapping(NamedTuple):
    line: int
    items: tuple[tuple[Scalar, Node], ...]


Node = Scalar | Sequence | Mapping


class _Stop(Exception):
    """The rest of the text can't be read; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def tree(path: str, text: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document's root node (None if it can't be read or is empty), and what is wrong with it.

    `first_line` is the line of the file on which `text` starts.
    """
    problems: list[Problem] = []
    if "\t" in text:
        before = text[: text.index("\t")].count("\n")
        return None, (Problem(path, before + first_line, "tab"),)
    try:
        return _Builder(path, first_line, text, problems).document(yaml.parse(text, Loader=LOADER)), tuple(problems)
    except _Stop as stop:
        return None, (*problems, stop.problem)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.line if mark else 0
        unspaced = _unspaced(path, text.split("\n"), at, first_line)
        return None, (
            *problems,
            unspaced or Problem(path, at + first_line, "bad-yaml", {"detail": error.problem or error.context or ""}),
        )
    except yaml.YAMLError as error:
        return None, (*problems, Problem(path, first_line, "bad-yaml", {"detail": str(error).partition("\n")[0]}))


def _unspaced(path: str, lines: list[str], at: int, first_line: int) -> Problem | None:
    """The colon without a space that may be why line `at` can't be read: there, or on the line above."""
    for number in (at, at - 1):
        if 0 <= number < len(lines) and (match := UNSPACED.match(lines[number])):
            values = {"sign": match[1], "text": shorten(f"{match[1]} {match[2]}", 40, placeholder=" …")}
            return Problem(path, number + first_line, "missing-space", values)
    return None


def _unseen(path: str, line: int, value: str) -> Iterator[Problem]:
    """Characters that an escape brought in, so that nobody sees them in the file."""
    if value.isprintable() and BLANKS.isdisjoint(value):
        return
    for problem in character_problems(path, value.replace("\n", " ")):
        if problem.code in ("bidi-control", "control-character"):
            yield replace(problem, line=line)


@dataclass
class _Builder:
    path: str
    first_line: int
    text: str
    problems: list[Problem]
    count: int = 0

    @cached_property
    def may_be_cut(self) -> bool:
        """Whether anything may look like CUT: places are costly to ask for."""
        return " #" in self.text

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _Stop(Problem(self.path, self.line(event), "second-document"))
                first = next(events)
                empty = isinstance(first, yaml.ScalarEvent) and first.value == "" and first.implicit[0]
                root = None if empty else self.node(first, events, 0)
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        line = self.line(event)
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise _Stop(Problem(self.path, line, "too-deep"))
        if event.anchor:
            raise _Stop(Problem(self.path, line, "yaml-alias"))
        if event.tag:
            raise _Stop(Problem(self.path, line, "yaml-tag", {"tag": str(event.tag)}))
        if isinstance(event, yaml.ScalarEvent):
            if self.may_be_cut and not event.style and (cut := CUT.match(self.text, self.end(event))):
                self.problems.append(Problem(self.path, line, "cut-value", {"text": cut[1][:40]}, severity="warning"))
            if event.style == '"':
                self.problems += _unseen(self.path, line, event.value)
            return Scalar(line, event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(line, tuple(self.items(events, depth)))
        return Mapping(line, tuple(self.pairs(events, depth)))

    def items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self.node(event, events, depth + 1)

    def pairs(self, events: Iterator[Any], depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                raise _Stop(Problem(self.path, key.line, "bad-key"))
            if key.value in seen:
                values = {"key": key.value, "first": str(seen[key.value])}
                self.problems.append(Problem(self.path, key.line, "duplicate-key", values))
                continue
            seen[key.value] = key.line
            yield key, value

    def end(self, event: Any) -> int:
        """Behind which character of the text it ends."""
        return int(event.end_mark.index)

    def line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line
