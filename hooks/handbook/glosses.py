"""A page's HTML in, what its readers may want to know about the linked words out: definition and names elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from handbook.model.concept import Concept
from handbook.site import Site

LINKED = re.compile(r'class="hb-concept" [^>]*data-concept="(?P<concept>[a-z0-9-]+)"')
"""A link to the glossary as render/inline.py writes it."""


class Gloss(NamedTuple):
    """What a linked word means, for readers of one language."""

    concept: str
    term: str
    """In the language of the text."""
    definition: str
    definition_lang: str
    others: tuple[tuple[str, str], ...]
    """(language, preferred term) in the handbook's other languages."""


def glosses(html: str, site: Site, text_lang: str, lang: str) -> Iterator[Gloss]:
    """Of every concept that the text links, once, in order; defined in the reader's language where it has words for it."""
    for id in dict.fromkeys(LINKED.findall(html)):
        concept = site.handbook.concepts[id]
        if text_lang in concept.entry.languages:
            yield _gloss(concept, site, text_lang, lang)


def _gloss(concept: Concept, site: Site, text_lang: str, lang: str) -> Gloss:
    terms = concept.entry.languages
    defined = lang if lang in terms else text_lang
    others = tuple((code, terms[code].preferred) for code in site.handbook.languages if code in terms and code != text_lang)
    return Gloss(concept.id, terms[text_lang].preferred, terms[defined].definition, defined, others)
