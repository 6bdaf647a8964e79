"""A site in; status.json, a badge and a feed of changes for each language out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from handbook.freshness.changes import Change
from handbook.freshness.summary import as_dict
from handbook.render.draft import ENVIRONMENT
from handbook.scan import inline
from handbook.site import Site

COLOURS = ((100, "#1b6e3c"), (90, "#7a5c00"), (0, "#a3271d"))
"""From this percentage on, the badge has this colour; white text on each has a contrast of 4.5 or more."""
UNKNOWN = "urn:handbook:"
"""Stands for the address of a site that has none."""
CHARACTER = 7
"""Width of a badge's character in pixels, about."""


def feeds(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path under the site's root, contents)."""
    facts = as_dict(site.handbook, site.freshness)
    yield "status.json", (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
    for lang, row in site.handbook.languages.items():
        counts = facts["languages"][lang]
        percent = 100 * counts["current"] // counts["total"] if counts["total"] else 0
        yield f"badges/{lang}.svg", badge(row.name, site.locales[lang].percent(percent), percent).encode()
        yield f"{site.addresses.root(lang)}changes.xml", feed(site, lang).encode()


def badge(label: str, value: str, percent: int) -> str:
    """An SVG with two fields."""
    colour = next(colour for limit, colour in COLOURS if percent >= limit)
    widths = tuple(CHARACTER * len(text) + 12 for text in (label, value))
    return ENVIRONMENT.get_template("badge.svg.j2").render(
        label=label, value=value, colour=colour, left=widths[0], right=widths[1]
    )


def feed(site: Site, lang: str) -> str:
    """Atom (RFC 4287): one entry for each page and day."""
    found = site.changes[lang]
    updated = max((change.day for change in found), default=None)
    return ENVIRONMENT.get_template("changes.xml.j2").render(
        site=site,
        lang=lang,
        locale=site.locales[lang],
        settings=site.handbook.settings,
        changes=found,
        updated=updated.isoformat() if updated else "1970-01-01",
        root=_absolute(site, site.addresses.root(lang)),
        url=_url,
        words=_words,
    )


def _url(site: Site, change: Change) -> str:
    return _absolute(site, site.addresses.page(change.page.lang, change.page.name))


def _absolute(site: Site, target: str) -> str:
    """An address that can be an id, also of a site that does not know its own."""
    return f"{site.addresses.site_url or UNKNOWN}{target}"


def _words(change: Change) -> str:
    """What changed, step by step."""
    return " · ".join(inline.plain(text) for _, text in change.steps)
