"""A handbook and the terms of a language in; where each concept stands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.linking import named
from handbook.model.handbook import Handbook
from handbook.scan import inline
from handbook.words.occurrences import Terms


@dataclass(frozen=True, slots=True)
class Use:
    """A section in which a concept's term stands."""

    slug: str
    section: str
    """Its id; empty for the lead."""


def uses(handbook: Handbook, lang: str, sought: Terms) -> Mapping[str, tuple[Use, ...]]:
    """Concept id → the sections of playbooks in this language where it is named, in order."""
    found: dict[str, dict[Use, None]] = {}
    for slug, twins in handbook.playbooks.items():
        if lang in twins:
            for block in twins[lang].blocks:
                by_hand = (
                    r.target for r in inline.references(block.text) if r.kind == "concept" and r.target in handbook.concepts
                )
                for concept in (*by_hand, *named([inline.plain(block.text)], sought)):
                    found.setdefault(concept, {})[Use(slug, block.section)] = None
    return {concept: tuple(sections) for concept, sections in found.items()}
