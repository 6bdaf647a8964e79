"""Concepts of the glossary: one idea, its words in every language (after TBX and SKOS)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from handbook.model.kinds import ID, KEY, NAME, TERM, Help

Words = tuple[Annotated[str, TERM], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """The words for a concept in one language."""

    preferred: Annotated[str, TERM, Help("the term to use")]
    definition: Annotated[str, Help("what it means, in one sentence")]
    admitted: Annotated[Words, Help("synonyms that may be used")] = ()
    deprecated: Annotated[Words, Help("words to avoid; handbook check finds them")] = ()
    attested: Annotated[bool, Help("true: the term is used in a source; false: our translation")] = False
    forms: Annotated[Words, Help("inflected forms that have been seen")] = ()
    unlike: Annotated[Words, Help("look-alikes that are never linked")] = ()
    link: Annotated[Literal["auto", "by-hand"], Help("by-hand: too ambiguous to be linked automatically")] = "auto"
    note: Annotated[str, Help("what readers and editors should know about its use")] = ""

    @property
    def accepted(self) -> Words:
        """The words that may be used: the preferred one first."""
        return (self.preferred, *self.admitted)


@dataclass(frozen=True, slots=True)
class ConceptEntry:
    """The contents of one file of glossary/."""

    pos: Annotated[Literal["noun", "verb", "adjective", "adverb", "phrase"], Help("part of speech")]
    languages: Annotated[Mapping[NAME, Term], Help("language code → its words")]
    related: Annotated[tuple[Annotated[str, ID], ...], Help("ids of neighbouring concepts")] = ()
    sources: Annotated[tuple[Annotated[str, KEY], ...], Help("ids of the sources that speak of it")] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its id (the file's name)."""

    id: str
    path: str
    entry: ConceptEntry
    lines: dict[str, int] = field(hash=False)
    """Dotted key → line, for messages: `related`, `languages.fi`."""

    def term(self, lang: str) -> Term:
        """Raises KeyError if the concept has no words in this language."""
        return self.entry.languages[lang]
