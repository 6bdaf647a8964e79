"""A handbook and the terms of a language in; where each concept stands out, as far as that is not known from before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from handbook.model.handbook import Handbook
from handbook.model.playbook import Page, Playbook
from handbook.recall import Recall, key_of
from handbook.register import Use
from handbook.scan import inline
from handbook.words.occurrences import Find, Occurrence, Terms, occurrences


def uses(
    handbook: Handbook, lang: str, terms: Mapping[str, Terms], linkable: frozenset[str], recall: Recall
) -> Mapping[str, tuple[Use, ...]]:
    """Concept id → the sections of playbooks in this language where a reader finds it linked, in order.

    `terms` are those of languages, `linkable` the concepts that are linked by themselves in this one.
    """
    found: dict[str, dict[Use, None]] = {}
    for slug, twins in handbook.playbooks.items():
        if lang in twins:
            page = twins[lang]
            key = key_of("uses", handbook.glossary, handbook.as_read(page.path))
            for concept, section in recall(key, partial(_named_in, page, handbook, terms, linkable, recall)):
                found.setdefault(concept, {})[Use(slug, section)] = None
    return {concept: tuple(sections) for concept, sections in found.items()}


def _named_in(
    page: Playbook, handbook: Handbook, terms: Mapping[str, Terms], linkable: frozenset[str], recall: Recall
) -> list[tuple[str, str]]:
    """Concept and section, each pair once, in order."""
    find = finder(handbook, page, terms, recall)
    pairs: dict[tuple[str, str], None] = {}
    for block in page.blocks:
        by_hand = (r.target for r in inline.references(block.text) if r.kind == "concept" and r.target in handbook.concepts)
        named = find(inline.plain(block.text))
        by_itself = (found.concept for found in named if found.concept in linkable)
        pairs |= dict.fromkeys((concept, block.section) for concept in (*by_hand, *by_itself))
    return list(pairs)


def finder(handbook: Handbook, page: Page, terms: Mapping[str, Terms], recall: Recall) -> Find:
    """Finds the terms in a page's texts, each of which it remembers. `terms` are those of languages."""
    known = recall(key_of("occurrences", handbook.glossary, handbook.as_read(page.path)), dict)

    def find(text: str) -> Iterator[Occurrence]:
        if text not in known:
            known[text] = [tuple(found) for found in occurrences(text, terms[page.lang])]
        return (Occurrence(*row) for row in known[text])

    return find
