"""A site in, translations that call a concept by another word out, and concepts that no page names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handbook.freshness.pages import pairs
from handbook.glossary_terms import glossary_terms
from handbook.linking import EVERYTHING
from handbook.model.playbook import FrontMatter, Page
from handbook.model.problem import Problem
from handbook.scan import inline
from handbook.site import Site
from handbook.words.occurrences import Terms, occurrences
from handbook.words.tokens import tokens

LEAST = 2
"""So often must a section or page of the original name a concept: a single mention may rightly become a pronoun."""
ROOT, ENDING, SHORTEST = 4, 4, 3
"""Words that share the start of a term, all but this many letters and at least so many, are of its root (greet, greeting)."""
WHOLE = "*"
"""The section's name that stands for a whole page."""


@dataclass
class Naming:
    """What a section names."""

    concepts: Counter[str] = field(default_factory=Counter)
    lines: dict[str, int] = field(default_factory=dict)
    """Concept → where it is named first."""
    texts: list[str] = field(default_factory=list)
    line: int = 0
    """Where the section begins."""


def renderings(site: Site) -> Iterator[Problem]:
    """The terms of originals that their translations lack, and the concepts that nothing names."""
    known = {lang: glossary_terms(site.handbook, lang, words, lambda term: term.accepted) for lang, words in site.words.items()}
    named = {(page.lang, page.name): _naming(page, known[page.lang]) for page in site.handbook.pages if page.lang in known}
    for original, translation in pairs(site.handbook):
        if (original.lang, original.name) in named and (translation.lang, translation.name) in named:
            ours, theirs = named[original.lang, original.name], named[translation.lang, translation.name]
            yield from _differences(site, original, translation, ours, theirs)
    used = {concept for naming in named.values() for concept in naming[WHOLE].concepts}
    for id, concept in site.handbook.concepts.items():
        if id not in used:
            yield Problem(concept.path, 1, "unused-concept", {"concept": id}, "warning")


def _naming(page: Page, sought: Terms) -> Mapping[str, Naming]:
    """Section id, or WHOLE → what it names. Headings say no more than the text beneath them."""
    found: dict[str, Naming] = defaultdict(Naming)
    for block in page.blocks:
        concepts: list[str] = []
        if block.kind != "heading":
            concepts = [one.concept for one in occurrences(inline.plain(inline.CONCEPT_LINK.sub("…", block.text)), sought)]
            concepts += [one.target for one in inline.references(block.text) if one.kind == "concept"]
        for key in {WHOLE, block.section}:
            naming = found[key]
            naming.line = naming.line or block.line
            naming.texts.append(block.text)
            naming.concepts.update(concepts)
            for concept in concepts:
                naming.lines.setdefault(concept, block.line)
    return found


def _differences(
    site: Site, original: Page, translation: Page, ours: Mapping[str, Naming], theirs: Mapping[str, Naming]
) -> Iterator[Problem]:
    told = {*_unlinked(original), *_unlinked(translation)}
    if EVERYTHING in told:
        return
    for section, naming in sorted(ours.items(), key=lambda item: item[0] == WHOLE):
        for concept, count in naming.concepts.items():
            entry = site.handbook.concepts.get(concept)
            if count < LEAST or concept in told or section not in theirs or entry is None:
                continue
            if {original.lang, translation.lang} <= entry.entry.languages.keys() and _is_linked(site, concept, original.lang):
                term = entry.term(translation.lang)
                if not _is_named(concept, term.accepted, theirs[section]):
                    told.add(concept)
                    values = {
                        "term": entry.term(original.lang).preferred,
                        "original": original.lang,
                        "line": str(naming.lines[concept]),
                        "preferred": term.preferred,
                        "concept": concept,
                    }
                    yield Problem(translation.path, theirs[section].line, "term-differs", values, "warning")


def _is_linked(site: Site, concept: str, lang: str) -> bool:
    return site.handbook.concepts[concept].term(lang).link == "auto"


def _unlinked(page: Page) -> tuple[str, ...]:
    """The concepts that an editor says are not meant on a page."""
    return page.matter.unlinked if isinstance(page.matter, FrontMatter) else ()


def _is_named(concept: str, names: tuple[str, ...], naming: Naming) -> bool:
    """By a term, a link, or a word of a term's root: a verb for its noun, say."""
    if naming.concepts[concept]:
        return True
    words = [token.text.lower() for name in names for token in tokens(name)]
    roots = tuple(word[: max(ROOT, len(word) - ENDING)] for word in words if len(word) >= SHORTEST)
    return any(token.text.lower().startswith(roots) for text in naming.texts for token in tokens(inline.plain(text)))
