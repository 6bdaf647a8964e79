"""Playbooks in, a page for each situation out."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.addresses import situation_name
from handbook.checklist import KINDS
from handbook.model.settings import SETTINGS
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site

NAMED = 4
"""Playbooks that the description names."""


def cards(site: Site, lang: str) -> object:
    """What the pages rest on besides what every page of the language shows: what they say of each playbook."""
    shown = (site.playbook(slug, lang) for slugs in site.situations[lang].values() for slug in slugs)
    return [(one.slug, one.matter.description, one.matter.checklist, one.outline.steps) for one in shown]


def situations(site: Site, lang: str) -> Iterator[Draft]:
    """A page for every situation that has playbooks."""
    for key, slugs in site.situations[lang].items():
        view = View(site, lang, situation_name(key))
        playbooks = [site.playbook(slug, lang) for slug in slugs]
        titles = [playbook.matter.title for playbook in playbooks]
        yield Draft(
            name=view.name,
            title=site.handbook.settings.situations[key].name[lang],
            description=view.t("What to do and say: {playbooks}", playbooks="; ".join(titles[:NAMED])),
            source=SETTINGS,
            html=rendered("situation.html.j2", view, playbooks=playbooks, kinds=KINDS),
            kind="situation",
        )
