"""A handbook and the terms of a language in; where each concept stands out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from handbook.linking import named
from handbook.model.handbook import Handbook
from handbook.model.playbook import Playbook
from handbook.recall import Recall, key_of
from handbook.register import Use
from handbook.scan import inline
from handbook.words.occurrences import Terms


def uses(handbook: Handbook, lang: str, sought: Terms, recall: Recall) -> Mapping[str, tuple[Use, ...]]:
    """Concept id → the sections of playbooks in this language where it is named, in order."""
    found: dict[str, dict[Use, None]] = {}
    glossary = key_of([row for row in handbook.digests.items() if row[0].startswith("glossary/")])
    for slug, twins in handbook.playbooks.items():
        if lang in twins:
            page = twins[lang]
            key = key_of("uses", glossary, page.path, handbook.digests.get(page.path))
            for concept, section in recall(key, partial(_named_in, page, handbook, sought)):
                found.setdefault(concept, {})[Use(slug, section)] = None
    return {concept: tuple(sections) for concept, sections in found.items()}


def _named_in(page: Playbook, handbook: Handbook, sought: Terms) -> list[tuple[str, str]]:
    """Concept and section, each pair once, in order."""
    found: dict[tuple[str, str], None] = {}
    for block in page.blocks:
        by_hand = (r.target for r in inline.references(block.text) if r.kind == "concept" and r.target in handbook.concepts)
        found |= dict.fromkeys((concept, block.section) for concept in (*by_hand, *named([inline.plain(block.text)], sought)))
    return list(found)
