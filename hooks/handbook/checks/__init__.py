"""A handbook in, Problems out: what no single file can know."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.checks import aliases, checklists, freshness, glossary, pages, parity, printable, register
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

Rule = Callable[[Handbook], Iterator[Problem]]

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
    printable.printable,
    parity.parity,
    freshness.locks,
    freshness.change_log,
    freshness.suspect_blocks,
    register.coverage,
    register.claims,
    register.settings,
    glossary.languages,
    glossary.relations,
    glossary.terms,
)


def problems(handbook: Handbook) -> Iterator[Problem]:
    """Every mistake that every rule finds."""
    for rule in RULES:
        yield from rule(handbook)
