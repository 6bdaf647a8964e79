"""Problems and their words in, the formats of review tools out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from handbook import messages
from handbook.messages import Translate, pattern
from handbook.model.problem import Problem
from handbook.problem_texts import MESSAGES

Speak = Callable[[str], Translate]
"""Path → the language in which its problems are told."""
ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTY = ((":", "%3A"), (",", "%2C"))


def as_text(problem: Problem, speak: Speak) -> str:
    """One line for a person."""
    return ("warning: " if problem.severity == "warning" else "") + messages.line(problem, speak(problem.path))


def as_dict(problem: Problem, speak: Speak, page: str = "") -> dict[str, Any]:
    """One problem for other programs; `page` explains the codes."""
    wrong, cure = messages.words(problem, speak(problem.path))
    place = {"path": problem.path, "line": problem.line, "column": problem.column}
    kind = {"code": problem.code, "severity": problem.severity}
    return {**place, **kind, "message": wrong, "cure": cure, **_help("help", page, problem.code)}


def as_github(problem: Problem, speak: Speak) -> str:
    """A workflow command: GitHub shows it beside the line in the pull request."""
    wrong, cure = messages.words(problem, speak(problem.path))
    line = f",line={problem.line}" if problem.line else ""
    line += f",col={problem.column}" if problem.column else ""
    head = f"::{problem.severity} file={_escaped(problem.path, IN_PROPERTY)}{line},title={problem.code}::"
    return head + _escaped(f"{wrong}; {cure}")


def _escaped(text: str, more: tuple[tuple[str, str], ...] = ()) -> str:
    for old, new in (*ESCAPES, *more):
        text = text.replace(old, new)
    return messages.shown(text)


def as_sarif(problems: Iterable[Problem], speak: Speak, page: str = "") -> dict[str, Any]:
    """SARIF 2.1.0, for code-scanning and review tools; `page` explains the codes."""
    found = list(problems)
    codes = sorted({problem.code for problem in found})
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "columnKind": "unicodeCodePoints",
                "tool": {"driver": {"name": "handbook check", "rules": [_rule(code, speak(""), page) for code in codes]}},
                "results": [_result(problem, codes, speak) for problem in found],
            }
        ],
    }


def _help(key: str, page: str, code: str) -> dict[str, str]:
    return {key: f"{page}#{code}"} if page else {}


def _rule(code: str, translate: Translate, page: str) -> dict[str, Any]:
    wrong, cure = pattern(MESSAGES[code].wrong, translate), pattern(MESSAGES[code].cure, translate)
    return {"id": code, "shortDescription": {"text": wrong}, "help": {"text": cure}, **_help("helpUri", page, code)}


def _result(problem: Problem, codes: list[str], speak: Speak) -> dict[str, Any]:
    wrong, cure = messages.words(problem, speak(problem.path))
    place: dict[str, Any] = {"artifactLocation": {"uri": problem.path}}
    if problem.line:
        place["region"] = {"startLine": problem.line} | ({"startColumn": problem.column} if problem.column else {})
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": f"{wrong}; {cure}"},
        "locations": [{"physicalLocation": place}],
    }
