"""A language's glossary in; which words of a text are linked to which concept out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.model.handbook import Handbook
from handbook.words.occurrences import Find, Occurrence

EVERYTHING = "all"
"""In a page's `unlinked`: no word of the page is linked automatically."""


def linkable(handbook: Handbook, lang: str) -> frozenset[str]:
    """The concepts whose terms are linked by themselves; those with terms too ambiguous are left to editors' hands."""
    rows = ((id, concept.entry.languages.get(lang)) for id, concept in handbook.concepts.items())
    return frozenset(id for id, term in rows if term and term.link == "auto")


@dataclass
class Linker:
    """Links each concept once in a section; used for one page, from its top to its end."""

    find: Find
    linkable: frozenset[str]
    unlinked: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)

    def new_section(self) -> None:
        self.seen.clear()

    def links(self, text: str) -> Iterator[Occurrence]:
        """The words to link, in order; each concept at its first occurrence in the section."""
        if EVERYTHING in self.unlinked:
            return
        for found in self.find(text):
            if found.concept in self.linkable and found.concept not in self.seen and found.concept not in self.unlinked:
                self.seen.add(found.concept)
                yield found
