"""A language's glossary and word tables in; which words of a text are linked to which concept out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from handbook.glossary_terms import glossary_terms
from handbook.model.handbook import Handbook
from handbook.words.occurrences import Occurrence, Terms
from handbook.words.words import Words

EVERYTHING = "all"
"""In a page's `unlinked`: no word of the page is linked automatically."""


def linkable(handbook: Handbook, lang: str, words: Words) -> Terms:
    """The terms that are linked by themselves; those too ambiguous are left to editors' hands."""
    return glossary_terms(handbook, lang, words, lambda term: term.accepted if term.link == "auto" else ())


@dataclass
class Linker:
    """Links each concept once in a section; used for one page, from its top to its end."""

    find: Callable[[str], Iterable[Occurrence]]
    """A text in, the terms that stand in it out."""
    known: Mapping[str, object]
    """Concepts that have an entry to link to."""
    unlinked: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)

    def new_section(self) -> None:
        self.seen.clear()

    def links(self, text: str) -> Iterator[Occurrence]:
        """The words to link, in order; each concept at its first occurrence in the section."""
        if EVERYTHING in self.unlinked:
            return
        for found in self.find(text):
            if found.concept not in self.seen and found.concept not in self.unlinked and found.concept in self.known:
                self.seen.add(found.concept)
                yield found
