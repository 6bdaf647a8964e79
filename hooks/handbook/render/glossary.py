"""Concepts in, the glossary of one language and the table of all languages out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from handbook.headwords import headword
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site

SHOWN = 8
"""Playbooks that a term lists as using it: with a thousand of them, all would be 5 MB of glossary."""


def glossary(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, "glossary")
    collation = site.collation(lang)
    by_letter = groupby(site.headwords[lang], key=lambda concept: collation.letter(headword(concept.term(lang).preferred)))
    letters = [(letter, list(concepts)) for letter, concepts in by_letter]
    yield Draft(
        name=view.name,
        title=view.t("Glossary"),
        description=view.t("What the handbook’s terms mean, and what they are called in the other languages."),
        source="glossary",
        html=rendered("glossary.html.j2", view, letters=letters, uses=site.uses[lang], shown=SHOWN),
        kind="glossary",
    )


def terms(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, "terms")
    yield Draft(
        name=view.name,
        title=view.t("Terms in all languages"),
        description=view.t("Every term of the handbook side by side in all its languages."),
        source="glossary",
        html=rendered("terms.html.j2", view, concepts=site.headwords[lang], languages=_own_first(site, lang), ranks=_ranks(site)),
        kind="terms",
    )


def _ranks(site: Site) -> dict[str, dict[str, int]]:
    """Language → concept id → its place in that language's alphabetical order."""
    return {lang: {concept.id: at for at, concept in enumerate(site.headwords[lang])} for lang in site.handbook.languages}


def _own_first(site: Site, lang: str) -> list[str]:
    return [lang, *(code for code in site.handbook.languages if code != lang)]


def glossary_and_terms(site: Site, lang: str) -> Iterator[Draft]:
    """Every page that is made from concepts."""
    if site.handbook.concepts:
        yield from glossary(site, lang)
        yield from terms(site, lang)


def occurrences(site: Site, lang: str) -> object:
    """What the pages rest on besides what every page of the language shows: where terms stand, and how that is called."""
    return (site.uses[lang], site.heading_keys[lang])
