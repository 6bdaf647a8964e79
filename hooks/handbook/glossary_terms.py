"""A handbook's glossary and word tables in, the terms to look for in the texts of a language out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from handbook.model.concept import Term
from handbook.model.handbook import Handbook
from handbook.words.occurrences import Terms, terms
from handbook.words.words import Words


def named_terms(handbook: Handbook, lang: str, words: Words) -> Terms:
    """All words for concepts that may stand in a text: search files texts under them, pages link some of them.

    A word that is linked by itself wins over the same word of a concept that editors link by hand.
    """
    rows = sorted(_rows(handbook, lang), key=lambda row: row[1].link != "auto")
    return terms(((id, name) for id, term in rows for name in (*term.accepted, *term.forms)), words, _unlike(handbook, lang))


def glossary_terms(handbook: Handbook, lang: str, words: Words, names: Callable[[Term], Iterable[str]]) -> Terms:
    """Of every concept with words in the language those that `names` chooses, with the concept's look-alikes."""
    named = [(id, name) for id, term in _rows(handbook, lang) for name in names(term)]
    return terms(named, words, _unlike(handbook, lang))


def _rows(handbook: Handbook, lang: str) -> Iterator[tuple[str, Term]]:
    return ((id, found) for id, concept in handbook.concepts.items() if (found := concept.entry.languages.get(lang)))


def _unlike(handbook: Handbook, lang: str) -> Iterator[tuple[str, str]]:
    return ((id, name) for id, term in _rows(handbook, lang) for name in term.unlike)
