"""The register in, a page that shows where the handbook uses each source out."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.locale import N_
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site

KINDS = {
    "article": N_("article"),
    "web-article": N_("web article"),
    "slides": N_("slides"),
    "notes": N_("notes"),
    "book": N_("book"),
    "guideline": N_("guideline"),
    "interview": N_("interview"),
}
"""Kind → catalogue message."""


def sources(site: Site, lang: str) -> Iterator[Draft]:
    if not site.handbook.sources:
        return
    view = View(site, lang, "sources")
    yield Draft(
        name=view.name,
        title=view.t("Sources"),
        description=view.t("What the handbook rests on, place by place, and where it is used."),
        source="sources",
        html=rendered("sources.html.j2", view, register=site.register, kinds=KINDS),
        kind="sources",
    )


def citations(site: Site, lang: str) -> object:
    """What the page rests on besides what every page of its language shows: who cites what, and how that is called."""
    return (site.register.key, site.heading_keys[lang])
