"""Inline Markdown in, pieces of text with their style out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from handbook.model.handbook import Handbook
from handbook.scan import inline
from handbook.scan.spans import spans
from handbook.typography import typeset

Style = Literal["", "strong", "emph", "blank", "link"]


class Run(NamedTuple):
    """A piece of a line."""

    text: str
    style: Style = ""
    target: str = ""
    """Of a link: an address, or `#` and a label inside the document."""


def words(runs: Iterable[Run]) -> str:
    """The text without any style, where nothing else can stand: titles, names of form fields."""
    return "".join("…" if run.style == "blank" else run.text for run in runs)


class Writer(NamedTuple):
    """What inline text needs to become print: the local rules, the language, where links lead."""

    handbook: Handbook
    lang: str
    reminder: str
    """Under a line that somebody has to fill in."""
    target: Callable[[str], str] = lambda address: ""
    """A link's address in the Markdown → its target on paper; empty: only the words stay."""
    number: Callable[[str], str] = lambda target: ""
    """A link's target on paper → what it is found by there, which stands in brackets after the words."""

    def runs(self, text: str) -> tuple[Run, ...]:
        """The text in pieces, neighbours of one style joined."""
        row, line = self.handbook.languages[self.lang], " ".join(text.split())
        if line and not inline.MARKUP.search(line):
            return (Run(typeset(line, row)),)
        joined: list[Run] = []
        for run in self._pieces(inline.hidden(line)):
            if joined and run.style == joined[-1].style and run.style in ("", "strong", "emph"):
                run = Run(joined.pop().text + run.text, run.style)
            joined.append(run)
        return tuple(Run(typeset(run.text, row), run.style, run.target) for run in joined if run.text)

    def words(self, text: str) -> str:
        """The text without any style."""
        return words(self.runs(text))

    def _pieces(self, text: str, style: Style = "") -> Iterator[Run]:
        at = 0
        for match in spans(text):
            yield Run(text[at : match.start()], style)
            yield from self._piece(match, style)
            at = match.end()
        yield Run(text[at:], style)

    def _piece(self, match: re.Match[str], style: Style) -> Iterator[Run]:
        kind, inside = str(match.lastgroup), match[str(match.lastgroup)]
        if kind == "strong":
            yield from self._pieces(inside, "strong")
        elif kind in ("em", "under"):
            yield from self._pieces(inside, "emph")
        elif kind == "concept":
            yield from self._pieces(match["words"], style)
        elif kind == "link":
            yield self._link(words(self._pieces(match["label"])), self.target(inline.shown(inside)), style)
        elif kind == "policy":
            yield self._policy(inside)
        else:
            yield Run(inline.shown(inside).strip(), style)

    def _link(self, words: str, target: str, style: Style) -> Run:
        number = self.number(target)
        return Run(f"{words} ({number})" if number else words, "link" if target else style, target)

    def _policy(self, key: str) -> Run:
        rule = self.handbook.settings.policy.get(key)
        value = rule.text(self.lang) if rule else ""
        return Run(value, "strong") if value else Run(self.reminder, "blank")
