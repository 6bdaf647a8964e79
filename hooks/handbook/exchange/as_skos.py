"""A site in, its glossary as SKOS in JSON-LD out."""

from __future__ import annotations

from typing import Any

from handbook.model.concept import Concept
from handbook.site import Site

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@container": "@language"},
    "source": {"@id": "dct:source", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "notation": "skos:notation",
    "related": {"@id": "skos:related", "@type": "@id"},
} | {
    name: {"@id": f"skos:{name}", "@container": "@language"}
    for name in ("prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote")
}


def as_skos(site: Site) -> dict[str, Any]:
    """A concept scheme and its concepts. Words to avoid are hidden labels: found, never shown."""
    handbook = site.handbook
    scheme = {"id": _address(site, "glossary"), "type": "skos:ConceptScheme", "title": dict(handbook.settings.title)}
    concepts = [_concept(site, concept) for concept in handbook.concepts.values()]
    return {"@context": CONTEXT, "@graph": [scheme, *concepts]}


def _address(site: Site, page: str, anchor: str = "") -> str:
    return site.addresses.absolute(site.addresses.page(site.handbook.settings.default, page, anchor))


def _concept(site: Site, concept: Concept) -> dict[str, Any]:
    words = [(lang, concept.term(lang)) for lang in site.handbook.languages if lang in concept.entry.languages]
    found: dict[str, Any] = {
        "prefLabel": {lang: term.preferred for lang, term in words},
        "altLabel": {lang: list(term.admitted) for lang, term in words if term.admitted},
        "hiddenLabel": {lang: list(term.deprecated) for lang, term in words if term.deprecated},
        "definition": {lang: term.definition for lang, term in words},
        "scopeNote": {lang: term.note for lang, term in words if term.note},
        "related": [_address(site, "glossary", id) for id in concept.entry.related],
        "source": [_address(site, "sources", id) for id in concept.entry.sources],
    }
    return {
        "id": _address(site, "glossary", concept.id),
        "type": "skos:Concept",
        "inScheme": _address(site, "glossary"),
        "notation": concept.id,
        **{name: value for name, value in found.items() if value},
    }
