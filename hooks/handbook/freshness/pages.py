"""A handbook in; each translation with its original, and how fresh it is, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from handbook.freshness.states import Freshness, PageState, Tally, freshness
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page, Playbook
from handbook.recall import Recall, key_of

PageKey = tuple[str, str]
"""(language, name inside the language's folder)."""


def lock_name(page: Page) -> str:
    """A page's place inside translations/."""
    return f"{page.lang}/{page.name}"


def originals(handbook: Handbook) -> Mapping[str, Page]:
    """Name → the page that was written first."""
    found: dict[str, Page] = {}
    for page in handbook.pages:
        is_other = isinstance(page, Playbook) and handbook.originals[page.slug] != page.lang
        if not page.matter.translated_from and not is_other:
            found.setdefault(page.name, page)
    return found


def pairs(handbook: Handbook) -> Iterator[tuple[Page, Page]]:
    """Each original with each of its translations, in the order of playbooks, then of the other pages."""
    written = originals(handbook)
    order = {f"playbooks/{slug}": at for at, slug in enumerate(handbook.playbooks)}
    for page in sorted(handbook.pages, key=lambda page: (order.get(page.name, len(order)), page.name)):
        if page.matter.translated_from and page.name in written:
            yield written[page.name], page


@lru_cache(maxsize=1)
def fresh(handbook: Handbook, recall: Recall | None = None) -> Mapping[PageKey, Freshness]:
    """Every translated page's freshness. Checks and pages ask for the same handbook's: the last one is kept.

    With `recall` the tallies of pages that have not changed are known without a look at their texts.
    """
    return {
        (translation.lang, translation.name): _freshness(handbook, original, translation, recall)
        for original, translation in pairs(handbook)
    }


def _freshness(handbook: Handbook, original: Page, translation: Page, recall: Recall | None) -> Freshness:
    found = freshness(original, translation, handbook.locks.get(lock_name(translation)))
    if recall is None:
        return found
    paths = (original.path, translation.path, found.lock.path if found.lock else "")
    key = key_of("tally", handbook.as_read(*paths))
    return replace(found, known=Tally(*recall(key, lambda: tuple(found.tally))))


def state(found: Mapping[PageKey, Freshness], page: Page, lang: str) -> PageState:
    """What a reader of the language gets; `page` is what is shown there."""
    if page.lang != lang:
        return "fallback"
    known = found.get((lang, page.name))
    return known.state if known else "original"
