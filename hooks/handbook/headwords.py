"""Concepts in, their order in a language's alphabet out."""

from __future__ import annotations

from handbook.collation import Collation
from handbook.model.concept import Concept
from handbook.model.handbook import Handbook


def headword(term: str) -> str:
    """What a term is sorted by: quotation marks before it do not count."""
    return term.lstrip("«»„“”’‘'\"‹› ") or term


def in_order(handbook: Handbook, lang: str, collation: Collation) -> tuple[Concept, ...]:
    """The concepts that have a term in this language, in its alphabetical order."""
    found = (concept for concept in handbook.concepts.values() if lang in concept.entry.languages)
    return tuple(sorted(found, key=lambda concept: collation.key(headword(concept.term(lang).preferred))))
