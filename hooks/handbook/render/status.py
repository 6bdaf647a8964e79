"""A site in, the status page of a language out: how fresh its translations are, what changed, which reviews are due."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.freshness.summary import due, rows
from handbook.locale import N_
from handbook.render.draft import Draft, View, rendered
from handbook.scan import inline
from handbook.site import Site

STATES = {
    "original": N_("written in this language"),
    "current": N_("up to date"),
    "partly-stale": N_("partly out of date"),
    "stale": N_("out of date"),
    "fallback": N_("not translated"),
}
"""State → how readers know it (catalogue messages)."""


def status(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, "status")
    yield Draft(
        name=view.name,
        title=view.t("How up to date is this handbook?"),
        description=view.t("Translations, sources and reviews: what is up to date, what changed, and what waits for somebody."),
        source="translations",
        html=rendered(
            "status.html.j2",
            view,
            rows=list(rows(site.handbook, site.freshness)),
            states=STATES,
            titles={page.name: page.matter.title for page in site.handbook.pages if page.lang == lang},
            changes=site.changes[lang],
            register=site.register,
            due=due,
            plain=inline.plain,
            feed=site.addresses.relative(f"{site.addresses.root(lang)}changes.xml", view.url),
        ),
        kind="page",
    )
