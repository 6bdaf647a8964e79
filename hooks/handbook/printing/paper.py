"""A site in, the same in the languages that there are fonts for out: what paper can show."""

from __future__ import annotations

from dataclasses import replace

from handbook.printing.fonts import is_printed
from handbook.site import Site


def on_paper(site: Site) -> Site:
    """The site without the languages that no font writes: no page, term or name of theirs is printed, in any language."""
    handbook = site.handbook
    rows = {lang: row for lang, row in handbook.languages.items() if is_printed(row)}
    if len(rows) == len(handbook.languages):
        return site
    known = replace(
        handbook,
        settings=replace(handbook.settings, languages=rows),
        pages=tuple(page for page in handbook.pages if page.lang in rows),
    )
    locales = {lang: locale for lang, locale in site.locales.items() if lang in rows}
    return Site(known, locales, site.addresses, site.collations, site.words)
