"""A handbook in, its glossary as TBX-Basic (ISO 30042:2019, style DCA) out."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from handbook.model.concept import Concept, Term
from handbook.model.handbook import Handbook

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
PREFERRED, ADMITTED, DEPRECATED = (f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated"))
ATTESTED = "attested"
"""The source of an attested term whose concept names no source in its language."""
ENVIRONMENT = Environment(
    loader=PackageLoader("handbook.exchange", "."), autoescape=True, undefined=StrictUndefined, trim_blocks=True
)


def as_tbx(handbook: Handbook) -> str:
    """Definitions, notes, relations, terms with status and origin. Hints for linking stay out: TBX has no place for them."""

    def attesting(concept: Concept, lang: str) -> tuple[str, ...]:
        own = (id for id in concept.entry.sources if id in handbook.sources and handbook.sources[id].entry.language == lang)
        return (tuple(own) or (ATTESTED,)) if concept.term(lang).attested else ()

    title, origin = (texts[handbook.settings.default] for texts in (handbook.settings.title, handbook.settings.description))
    template = ENVIRONMENT.get_template("glossary.tbx.j2")
    return template.render(handbook=handbook, title=title, origin=origin, terms=_terms, attesting=attesting, preferred=PREFERRED)


def _terms(words: Term) -> Iterator[tuple[str, str]]:
    """Each term with its administrative status."""
    yield words.preferred, PREFERRED
    yield from ((word, ADMITTED) for word in words.admitted)
    yield from ((word, DEPRECATED) for word in words.deprecated)
