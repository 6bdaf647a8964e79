"""A handbook's glossary and word tables in, the terms to look for in the texts of a language out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handbook.model.concept import Term
from handbook.model.handbook import Handbook
from handbook.words.occurrences import Terms, terms
from handbook.words.words import Words


def glossary_terms(handbook: Handbook, lang: str, words: Words, names: Callable[[Term], Iterable[str]]) -> Terms:
    """Of every concept with words in the language those that `names` chooses, with the concept's look-alikes."""
    rows = [(id, concept.entry.languages[lang]) for id, concept in handbook.concepts.items() if lang in concept.entry.languages]
    named = [(id, name) for id, term in rows for name in names(term)]
    return terms(named, words, [(id, name) for id, term in rows for name in term.unlike])
