"""A handbook in; where each concept's terms stand out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.model.handbook import Handbook
from handbook.scan import inline

WORD = re.compile(r"\w+(?:[-’']\w+)*")


@dataclass(frozen=True, slots=True)
class Use:
    """A section in which a concept's term stands."""

    slug: str
    section: str
    """Its id; empty for the lead."""


def uses(handbook: Handbook, lang: str) -> Mapping[str, tuple[Use, ...]]:
    """Concept id → the sections of playbooks in this language where it is named, in order."""
    forms = _forms(handbook, lang)
    longest = max((len(words) for words in forms), default=0)
    found: dict[str, dict[Use, None]] = {}
    for slug, twins in handbook.playbooks.items():
        if lang in twins:
            for block in twins[lang].blocks:
                words = [word.casefold() for word in WORD.findall(inline.plain(block.text))]
                for concept in _named(words, forms, longest):
                    found.setdefault(concept, {})[Use(slug, block.section)] = None
    return {concept: tuple(sections) for concept, sections in found.items()}


def _forms(handbook: Handbook, lang: str) -> dict[tuple[str, ...], str]:
    """Word sequence → concept id."""
    forms: dict[tuple[str, ...], str] = {}
    for concept in handbook.concepts.values():
        if term := concept.entry.languages.get(lang):
            for form in (term.preferred, *term.admitted, *term.forms):
                forms.setdefault(tuple(word.casefold() for word in WORD.findall(form)), concept.id)
    return forms


def _named(words: list[str], forms: Mapping[tuple[str, ...], str], longest: int) -> Iterator[str]:
    """The concepts named in a text; the longest term wins."""
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            if concept := forms.get(tuple(words[at : at + length])):
                yield concept
                at += length - 1
                break
        at += 1
