"""A page in, what it is about for search engines out: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbook.checklist import groups
from handbook.model.concept import Concept
from handbook.model.playbook import Block, Playbook
from handbook.pageview import PageView
from handbook.printing.composing import REMINDER
from handbook.printing.runs import Writer
from handbook.search.codec import as_json

Node = dict[str, Any]
UNSAFE = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the script element, or a line of a script; inside a JSON string each may be an escape."""


def linked_data(view: PageView) -> str:
    """The page's data block: https://schema.org nodes in one graph, safe inside a script element; empty if there are none."""
    graph = list(nodes(view))
    if not graph:
        return ""
    data = {"@context": "https://schema.org", "@graph": graph}
    return _safe(as_json(data))


def _safe(text: str) -> str:
    for sign, escape in UNSAFE.items():
        text = text.replace(sign, escape)
    return text


def nodes(view: PageView) -> Iterator[Node]:
    """What the page says of itself, by its kind; then the way to it from the home page."""
    if view.kind == "checklist" and view.playbook:
        yield how_to(view, view.playbook)
    elif view.kind == "glossary":
        yield term_set(view)
    if view.kind not in ("home", "missing", "style"):
        yield breadcrumbs(view)


def how_to(view: PageView, playbook: Playbook) -> Node:
    """A checklist: https://schema.org/HowTo, with a section for each group of steps."""
    page = address(view)
    writer = Writer(view.site.handbook, playbook.lang, view.site.locales[playbook.lang].t(REMINDER))
    return {
        "@type": "HowTo",
        "@id": f"{page}#checklist",
        "url": page,
        "name": playbook.matter.title,
        "description": playbook.matter.description,
        "inLanguage": playbook.lang,
        "step": [
            {
                "@type": "HowToSection",
                "name": writer.words(section.heading.text),
                "url": f"{page}#{section.heading.id}",
                "itemListElement": [_step(page, step, writer) for step in section.steps],
            }
            for section in groups(playbook)
        ],
    }


def _step(page: str, step: Block, writer: Writer) -> Node:
    words = "".join(run.text for run in writer.runs(step.text))
    return {"@type": "HowToStep", "text": words, "url": f"{page}#{step.id}"}


def term_set(view: PageView) -> Node:
    """The glossary: https://schema.org/DefinedTermSet."""
    page = address(view)
    concepts = (concept for concept in view.site.handbook.concepts.values() if view.lang in concept.entry.languages)
    return {
        "@type": "DefinedTermSet",
        "@id": page,
        "url": page,
        "name": view.title,
        "description": view.description,
        "inLanguage": view.lang,
        "hasDefinedTerm": [_term(concept, view.lang, page) for concept in concepts],
    }


def _term(concept: Concept, lang: str, page: str) -> Node:
    term = concept.term(lang)
    node = {
        "@type": "DefinedTerm",
        "@id": f"{page}#{concept.id}",
        "termCode": concept.id,
        "name": term.preferred,
        "description": term.definition,
    }
    return node | ({"alternateName": list(term.admitted)} if term.admitted else {}) | {"inDefinedTermSet": page}


def breadcrumbs(view: PageView) -> Node:
    """https://schema.org/BreadcrumbList from the home page down to this page."""
    addresses = view.site.addresses
    way = [*((title, addresses.page(view.lang, name)) for title, name in view.above), (view.title, view.url)]
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": addresses.absolute(url)}
        for at, (name, url) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def address(view: PageView) -> str:
    """The page that search engines should know: of a fallback, the original."""
    return view.site.addresses.absolute(view.canonical)
