"""Rules for the glossary: every language, no doubles, no dead ends."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.close import close
from handbook.model.handbook import Handbook
from handbook.model.kinds import TO_WRITE
from handbook.model.problem import Problem


def languages(handbook: Handbook) -> Iterator[Problem]:
    """A concept has words and a definition in every language, and in no other. What can't be used is told where it stands."""
    for concept in handbook.concepts.values():
        for lang in handbook.languages:
            if lang not in concept.entry.languages and f"languages.{lang}" not in concept.lines:
                yield Problem(concept.path, concept.lines["languages"], "missing-definition", {"lang": lang})
        for lang in concept.entry.languages:
            if lang not in handbook.languages:
                yield Problem(
                    concept.path,
                    concept.lines.get(f"languages.{lang}", 1),
                    "foreign-language",
                    {"lang": lang, "what": concept.id},
                )


def relations(handbook: Handbook) -> Iterator[Problem]:
    """Related concepts and sources exist."""
    for concept in handbook.concepts.values():
        for id in concept.entry.related:
            if id == concept.id:
                yield Problem(concept.path, concept.lines["related"], "self-related")
            elif id not in handbook.concepts:
                yield Problem(
                    concept.path, concept.lines["related"], "unknown-concept", {"id": id, "close": close(id, handbook.concepts)}
                )
        for id in concept.entry.sources:
            if id not in handbook.sources:
                yield Problem(
                    concept.path, concept.lines["sources"], "unknown-source", {"id": id, "close": close(id, handbook.sources)}
                )


def terms(handbook: Handbook) -> Iterator[Problem]:
    """A term names one concept in a language; a deprecated term is nobody's good term."""
    owner: dict[tuple[str, str], str] = {}
    for concept in handbook.concepts.values():
        for lang, term in concept.entry.languages.items():
            for word in dict.fromkeys(term.accepted):
                other = owner.setdefault((lang, word.casefold()), concept.id)
                if other != concept.id:
                    values = {"term": word, "lang": lang, "other": other}
                    yield Problem(concept.path, concept.lines.get(f"languages.{lang}", 1), "duplicate-term", values)
    for concept in handbook.concepts.values():
        for lang, term in concept.entry.languages.items():
            for word in term.deprecated:
                if (other := owner.get((lang, word.casefold()), "")) != "":
                    values = {"term": word, "lang": lang, "other": other}
                    yield Problem(concept.path, concept.lines.get(f"languages.{lang}", 1), "deprecated-term-in-use", values)


def unwritten(handbook: Handbook) -> Iterator[Problem]:
    """What `handbook new` left to be written has been."""
    for concept in handbook.concepts.values():
        for lang, term in concept.entry.languages.items():
            if TO_WRITE in (term.preferred, term.definition):
                yield Problem(concept.path, concept.lines.get(f"languages.{lang}", 1), "unwritten", severity="warning")
