"""A site's PDFs in, the page that offers them out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from handbook.pageview import PageView
from handbook.printing.names import BOOK, BUNDLE, as_offered
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site


def downloads(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, "downloads")
    frame = PageView(site, lang, "downloads", "downloads", "", "", lang)
    own = [pdf for pdf in site.pdfs if pdf.languages[0] == lang]
    whole = [pdf for pdf in own if pdf.edition in (BUNDLE, BOOK)]
    order = {slug: at for at, slug in enumerate(site.handbook.playbooks)}
    rest = sorted((pdf for pdf in own if pdf.slug), key=lambda pdf: (order[pdf.slug], as_offered(pdf)))
    by_slug = [(slug, list(pdfs)) for slug, pdfs in groupby(rest, key=lambda pdf: pdf.slug)]
    yield Draft(
        name=view.name,
        title=view.t("Print and download"),
        description=view.t("Checklists and the whole handbook as PDF, to print or to keep."),
        source="docs",
        html=rendered("downloads.html.j2", view, frame=frame, whole=whole, by_slug=by_slug),
        kind="downloads",
    )
