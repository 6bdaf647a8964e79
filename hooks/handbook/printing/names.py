"""Editions and languages in, the addresses of PDFs out."""

from __future__ import annotations

from typing import NamedTuple

from handbook.addresses import Addresses
from handbook.locale import N_

SINGLE, FILLABLE, BILINGUAL, POCKET, BUNDLE, BOOK = "single", "fillable", "bilingual", "pocket", "bundle", "book"
PLAIN = (SINGLE, BILINGUAL)
"""Editions that the file's name need not mention: one language, or two, says it already."""
EDITION_NAMES = {
    SINGLE: N_("A4"),
    FILLABLE: N_("A4, to fill in on the screen"),
    BILINGUAL: N_("Two languages"),
    POCKET: N_("Pocket size, folded from A4"),
    BUNDLE: N_("All checklists"),
    BOOK: N_("The whole handbook"),
}
"""Edition → what readers call it (catalogue messages), in the order in which they are offered."""
BUNDLE_NAME, BOOK_NAME = "checklists", "handbook"


class Pdf(NamedTuple):
    """A file that readers can download."""

    edition: str
    languages: tuple[str, ...]
    url: str
    """Relative to the site's root."""
    bytes: int
    slug: str = ""
    """The checklist's; empty for bundles and books."""


def checklist_url(addresses: Addresses, slug: str, languages: tuple[str, ...], edition: str) -> str:
    """`checklists/a/a.fi.pdf`, `fi/checklists/a/a.fi+pl.pdf`, `…/a.fi.pocket.pdf`; in the first language's folder."""
    ending = "" if edition in PLAIN else f".{edition}"
    return f"{addresses.root(languages[0])}checklists/{slug}/{slug}.{'+'.join(languages)}{ending}.pdf"


def download_url(addresses: Addresses, name: str, lang: str) -> str:
    """`fi/downloads/checklists.fi.pdf`"""
    return f"{addresses.root(lang)}downloads/{name}.{lang}.pdf"


def as_offered(pdf: Pdf) -> tuple[int, tuple[str, ...]]:
    """The order in which readers are offered what there is."""
    return tuple(EDITION_NAMES).index(pdf.edition), pdf.languages
