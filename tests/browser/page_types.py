"""Which pages, languages, colours and widths the tests look at: each pair of them at least once; and long pages cut short."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

LANGUAGES = ("", "fi/", "pl/", "kk/")
SCHEMES = ("light", "dark")
WIDTHS = (320, 768, 1280)
KINDS = (
    "",
    "playbooks/handle-a-complaint/",
    "playbooks/handle-a-complaint/?with=",
    "checklists/handle-a-complaint/",
    "checklists/",
    "glossary/",
    "terms/",
    "sources/",
    "claims/",
)
ONCE = (
    "playbooks/respond-to-abuse-and-threats/",
    "playbooks/find-and-prioritise-customers/",
    "pl/about/",
    "fi/offline/",
    "kk/glossary/?with=fi",
)
SAMPLE = [
    (kind, lang, SCHEMES[(at + number) % 2], WIDTHS[(at + 2 * number + (at // 3)) % 3])
    for at, kind in enumerate(KINDS)
    for number, lang in enumerate(LANGUAGES)
]
PAGE_TYPES = (
    "fi/",
    "kk/situations/complaints/",
    "pl/playbooks/handle-a-complaint/",
    "kk/playbooks/respond-to-abuse-and-threats/?with=fi",
    "fi/playbooks/find-and-prioritise-customers/",
    "fi/checklists/handle-a-complaint/",
    "kk/checklists/handle-a-phone-call/?with=pl",
    "pl/checklists/",
    "glossary/",
    "kk/glossary/",
    "fi/glossary/?with=kk",
    "fi/terms/",
    "fi/sources/",
    "pl/claims/",
    "kk/downloads/",
    "fi/status/",
    "pl/problems/",
    "kk/about/",
    "fi/accessibility/",
    "pl/offline/",
    "style.html",
)
"""Every type of page once."""

LONG = (
    ".hb-letter:nth-of-type(n+2)",
    ".hb-term:nth-of-type(n+4)",
    ".hb-pair:has(> .hb-term):nth-child(n+5)",
    ".hb-source:nth-of-type(n+2)",
    ".hb-places > li:nth-child(n+6)",
    ".hb-terms tbody tr:nth-child(n+6)",
    ".hb-claims:nth-of-type(n+2)",
    ".hb-claim:nth-of-type(n+4)",
    ".hb-step:nth-child(n+4)",
    ".hb-situation-card:nth-child(n+5)",
    ".hb-card:nth-child(n+5)",
    ".hb-tree > li > details:not([open])",
    "article > p:nth-of-type(n+9)",
    "article > ul:nth-of-type(n+4)",
    "article > h3:nth-of-type(n+4)",
    "article > .hb-phrase:nth-of-type(n+4)",
    "article > .hb-pair:nth-of-type(n+12)",
)
"""Long lists repeat themselves: their first entries speak for the rest."""


def shortened(opened: Callable[[str], Page], path: str) -> Page:
    """A page, with its other language beside it where the path asks for one, cut short."""
    page = opened(path)
    if "with=" in path:
        page.wait_for_selector(".hb-parallel")
    thin(page)
    return page


def thin(page: Page) -> None:
    page.evaluate("long => { for (const one of document.querySelectorAll(long)) one.remove() }", ", ".join(LONG))
