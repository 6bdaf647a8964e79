"""The languages that MkDocs is told to build in; where they are not the handbook's out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

CONFIGURATION = "mkdocs.yml"


class Configured(NamedTuple):
    """What the configuration names."""

    languages: Collection[str]
    default: str
    line: int = 0
    """Where; 0 if unknown."""

    def __str__(self) -> str:
        return f"i18n: languages {', '.join(sorted(self.languages))}; default: {self.default}"


def languages(handbook: Handbook, configured: Configured) -> Iterator[Problem]:
    """The plug-in for languages makes what the configuration names, or stops half-way."""
    wanted = Configured(handbook.languages, handbook.settings.default)
    if str(configured) != str(wanted):
        yield Problem(CONFIGURATION, configured.line, "bad-value", {"value": str(configured), "expected": str(wanted)})
