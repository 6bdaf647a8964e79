"""A site in, the page out that stands in for one which this device does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.pageview import PageView
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site


def offline(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, "offline")
    frame = PageView(site, lang, "offline", "offline", "", "", lang)
    yield Draft(
        name=view.name,
        title=view.t("No connection"),
        description=view.t("This page is not on this device yet."),
        source="docs",
        html=rendered("offline.html.j2", view, frame=frame),
        kind="offline",
    )
