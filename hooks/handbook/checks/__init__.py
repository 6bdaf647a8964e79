"""A handbook in, Problems out: what no single file can know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from handbook.checks import aliases, checklists, freshness, glossary, pages, parity, printable, register
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.recall import Recall, key_of

Rule = Callable[[Handbook], Iterator[Problem]]
PageRule = Callable[[Handbook, Page], Iterator[Problem]]
"""A rule that looks at one page's text; of other pages at their names and ids only."""
Remembering = Callable[[Handbook, Recall], Iterator[Problem]]
"""A rule that compares texts, and may have compared them before."""

RULES: tuple[Rule, ...] = (
    pages.originals,
    aliases.aliases,
    pages.languages,
    freshness.locks,
    freshness.suspect_blocks,
    register.coverage,
    register.claims,
    register.settings,
    glossary.languages,
    glossary.relations,
    glossary.terms,
    printable.terms,
    printable.settings,
)
PAGE_RULES: tuple[PageRule, ...] = (
    pages.front_matter,
    pages.asked,
    aliases.unlinked,
    pages.ids,
    pages.steps,
    checklists.checklists,
    pages.citations,
    pages.references,
    printable.printable,
)
REMEMBERING: tuple[Remembering, ...] = (parity.parity, freshness.change_log)
BODY_RULES: tuple[PageRule, ...] = (pages.ids, pages.citations, pages.references)
"""Rules that need no front matter."""
MOST = 1_000
"""Mistakes of one kind that are told of a page: nobody reads more, and each may look for what was meant."""


def problems(handbook: Handbook, recall: Recall | None = None) -> Iterator[Problem]:
    """Every mistake that every rule finds; `recall` spares what was found in the same texts before."""
    recall = recall or Recall()
    for rule in RULES:
        yield from rule(handbook)
    for remembering in REMEMBERING:
        yield from remembering(handbook, recall)
    common = key_of(handbook.common, sorted(handbook.written), sorted(handbook.originals.items()))
    for page in handbook.pages:
        yield from recall.problems(_key(handbook, page, common, recall), partial(_of_page, handbook, page))


def _of_page(handbook: Handbook, page: Page) -> Iterator[Problem]:
    for rule in PAGE_RULES:
        yield from islice(rule(handbook, page), MOST)


def _key(handbook: Handbook, page: Page, common: str, recall: Recall) -> str:
    """Of all that the rules for a page rest on: its text, what is no page, and what is there to link to on other pages."""
    text = handbook.as_read(page.path)
    linked = recall(key_of("linked", text), lambda: sorted({name for name, _ in pages.linked(page)}))
    reached = (pages.reached(handbook, name, page.lang) for name in linked if name != page.name)
    found = ((other.outline.ids, pages.has_checklist(other)) for other in reached if other)
    return key_of("page-rules", text, common, *found)


def body_problems(handbook: Handbook, bodies: Collection[Page]) -> Iterator[Problem]:
    """The mistakes in the text of pages whose front matter can't be used."""
    whole = replace(handbook, pages=(*handbook.pages, *bodies))
    return (problem for page in bodies for rule in BODY_RULES for problem in islice(rule(whole, page), MOST))
