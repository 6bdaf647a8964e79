"""A handbook in, Problems out: what no single file can know."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any
from zlib import crc32

from handbook.checks import aliases, checklists, freshness, glossary, pages, parity, places, printable, register
from handbook.freshness.changes import changes
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.others import Others
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
    places.names,
    freshness.locks,
    freshness.suspect_blocks,
    register.coverage,
    register.points,
    register.claims,
    register.settings,
    glossary.languages,
    glossary.relations,
    glossary.terms,
    glossary.unwritten,
    printable.terms,
    printable.settings,
)
PAGE_RULES: tuple[PageRule, ...] = (
    pages.front_matter,
    pages.unwritten,
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
LEFT, OF = 7, 10
"""Seven of ten names are left to another process, which need not look at single pages."""
MOST = 1_000
"""Mistakes of one kind that are told of a page: nobody reads more, and each may look for what was meant."""


def problems(handbook: Handbook, recall: Recall | None = None, others: Others | None = None) -> Iterator[Problem]:
    """Every mistake that every rule finds.

    `recall` spares what was found in the same texts before, `others` a part of the comparisons.
    """
    recall = recall or Recall()
    if others is None:
        yield from _compared(handbook, recall)
        yield from _apart(handbook, recall)
        return
    own, left = _shares(handbook)
    with others.beside(partial(_found_out, left)) as wait:
        yield from _apart(handbook, recall)
        yield from _compared(own, recall)
        recall.learn(wait())
    yield from _compared(left, recall)


def _shares(handbook: Handbook) -> tuple[Handbook, Handbook]:
    """The handbook with the pages that this process compares, and with those left to another."""
    shares: tuple[list[Page], list[Page]] = ([], [])
    for page in handbook.pages:
        shares[crc32(page.name.encode()) % OF < LEFT].append(page)
    own, left = (replace(handbook, pages=tuple(share)) for share in shares)
    return own, left


def _found_out(handbook: Handbook) -> Mapping[str, Any]:
    """What comparisons show and, of the same passages, when they changed, which pages are going to tell."""
    recall = Recall()
    deque(_compared(handbook, recall), maxlen=0)
    for lang in handbook.languages:
        changes(handbook, lang, recall)
    return recall.used


def _compared(handbook: Handbook, recall: Recall) -> Iterator[Problem]:
    """The rules that compare texts: of a page with those of the same name only."""
    for remembering in REMEMBERING:
        yield from remembering(handbook, recall)


def _apart(handbook: Handbook, recall: Recall) -> Iterator[Problem]:
    """All other rules."""
    for rule in RULES:
        yield from rule(handbook)
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
