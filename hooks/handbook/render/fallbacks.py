"""Playbooks that a language lacks in, their originals as pages of that language out."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.addresses import playbook_name
from handbook.render.draft import Draft
from handbook.site import Site


def fallbacks(site: Site, lang: str) -> Iterator[Draft]:
    """The reader gets the original, marked as such, until somebody translates it."""
    for slug, twins in site.handbook.playbooks.items():
        if lang not in twins:
            original = site.playbook(slug, lang)
            yield Draft(
                name=playbook_name(slug),
                title=original.matter.title,
                description=original.matter.description,
                source=original.path,
                blocks=original.blocks,
                kind="playbook",
                content_lang=original.lang,
                slug=slug,
            )
