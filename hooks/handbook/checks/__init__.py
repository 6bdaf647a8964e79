"""A handbook in, Problems out: what no single file can know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from handbook.checks import aliases, checklists, freshness, glossary, pages, parity, printable, register
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.recall import Recall

Rule = Callable[[Handbook], Iterator[Problem]]
Remembering = Callable[[Handbook, Recall], Iterator[Problem]]
"""A rule that looks at files of which it may have found all before."""

RULES: tuple[Rule, ...] = (
    pages.originals,
    pages.front_matter,
    pages.asked,
    aliases.aliases,
    aliases.unlinked,
    pages.ids,
    pages.steps,
    checklists.checklists,
    pages.citations,
    pages.references,
    pages.languages,
    freshness.locks,
    freshness.suspect_blocks,
    register.coverage,
    register.claims,
    register.settings,
    glossary.languages,
    glossary.relations,
    glossary.terms,
)
REMEMBERING: tuple[Remembering, ...] = (printable.printable, parity.parity, freshness.change_log)
BODY_RULES: tuple[Rule, ...] = (pages.ids, pages.citations, pages.references)
"""Rules that need no front matter."""


def problems(handbook: Handbook, recall: Recall | None = None) -> Iterator[Problem]:
    """Every mistake that every rule finds."""
    for rule in RULES:
        yield from rule(handbook)
    for remembering in REMEMBERING:
        yield from remembering(handbook, recall or Recall())


def body_problems(handbook: Handbook, bodies: Collection[Page]) -> Iterator[Problem]:
    """The mistakes in the text of pages whose front matter can't be used."""
    whole = replace(handbook, pages=(*handbook.pages, *bodies))
    paths = {page.path for page in bodies}
    return (problem for rule in (BODY_RULES if bodies else ()) for problem in rule(whole) if problem.path in paths)
