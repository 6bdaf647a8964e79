"""Places that pages have of their own: an editor can give their names to nothing else, and link to some of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import get_args

from handbook.locale import N_
from handbook.model.handbook import Handbook
from handbook.model.playbook import Block, Page
from handbook.model.problem import Problem
from handbook.model.source import CLAIMS, ClaimStatus
from handbook.problem_texts import MESSAGES

OWN = "hb-"
"""So begin the ids of what surrounds the text of every page."""
LETTER = re.compile(r"letter-[0-9]+")
"""Of the glossary."""
DIAGRAM = "{{ diagram."
PARTS = ("title", "text")
"""Of a diagram."""
TAKEN = N_("another name, for this one is the page’s own")


def names(handbook: Handbook) -> Iterator[Problem]:
    """Playbooks, concepts, sources and claims are places on generated pages."""
    files = [(page.path, slug) for slug, twins in handbook.playbooks.items() for page in twins.values()]
    files += [(concept.path, id) for id, concept in handbook.concepts.items()]
    files += [(source.path, id) for id, source in handbook.sources.items()]
    yield from (taken(path, 0, name) for path, name in files if name.startswith(OWN))
    yield from (taken(concept.path, 0, id) for id, concept in handbook.concepts.items() if LETTER.fullmatch(id))
    for id in handbook.claims:
        if id.startswith(OWN) or id in get_args(ClaimStatus):
            yield taken(CLAIMS, handbook.lines.get(CLAIMS, {}).get(id, 0), id)


def taken(path: str, line: int, name: str) -> Problem:
    return Problem(path, line, "bad-value", {"value": name, "expected": TAKEN})


def own(handbook: Handbook, page: Page) -> Collection[str]:
    """Ids that a page has of its own, beside those that begin as all do: of diagrams, and of the cards on the home page."""
    cards = [f"situation-{key}" for key in handbook.settings.situations] if page.name == "index" else []
    drawn = [diagram(block) for block in page.blocks if block.kind == "figure"]
    return {*cards, *(f"{name.partition('.')[2]}-{part}" for name in drawn if name for part in PARTS)}


def diagram(block: Block) -> str:
    """`diagram.service-cycle`; empty where a block is none."""
    return block.text.strip("{} ") if block.kind == "figure" and block.text.startswith(DIAGRAM) else ""


def generated(handbook: Handbook, name: str, lang: str) -> Collection[str]:
    """Ids of the places on a page that the build makes; none where it has none that stays the same."""
    match name:
        case "glossary":
            return handbook.concepts
        case "sources":
            return handbook.source_places
        case "claims":
            return {*handbook.claims, *(claim.status for claim in handbook.claims.values())}
        case "downloads":
            return {slug for slug, twins in handbook.playbooks.items() if lang in twins and twins[lang].has_checklist}
        case "status":
            return ("translations", "changes", "reviews", *(["sources"] if handbook.sources else []))
        case "problems":
            return MESSAGES
    return ()
