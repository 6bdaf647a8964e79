"""Former names of playbooks in, pages and server rules that lead to the present ones out: printed addresses are permanent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import escape

from handbook.addresses import checklist_name, playbook_name
from handbook.policy import escaped, place
from handbook.site import Site

MOVED = "assets/javascripts/moved.js"
"""The script of such a page; a refresh alone would lose what stands after the #: the step, or what a print carries."""


def redirects(site: Site) -> Iterator[tuple[str, bytes]]:
    """A page at each former address; `_redirects` and an nginx include, which also keep the part after the #."""
    moves = list(_moves(site))
    for old, new, lang, title in moves:
        folder = old if old.endswith("/") else old.rpartition("/")[0] + "/"
        yield f"{folder}index.html", _page(site, old, new, lang, title).encode()
    if moves:
        address = site.addresses.site_url
        root = escaped(address)
        yield "_redirects", "".join(f"{root}{old} {root}{new} 301\n" for old, new, _, _ in moves).encode()
        yield "nginx-redirects.conf", "".join(_rewrite(place(address), *move[:2]) for move in moves).encode()


def _rewrite(folder: str, old: str, new: str) -> str:
    """A rule of nginx."""
    return f'rewrite "^{re.escape(folder)}{old}$" "{folder}{new}" permanent;\n'


def _moves(site: Site) -> Iterator[tuple[str, str, str, str]]:
    """(former address, present one, language, title)."""
    addresses = site.addresses
    for slug in site.handbook.playbooks:
        for lang in site.handbook.languages:
            playbook = site.playbook(slug, lang)
            for old in playbook.former_slugs:
                for name in (playbook_name, checklist_name) if playbook.has_checklist else (playbook_name,):
                    yield addresses.page(lang, name(old)), addresses.page(lang, name(slug)), lang, playbook.matter.title


def _page(site: Site, old: str, new: str, lang: str, title: str) -> str:
    href = escape(site.addresses.relative(new, old))
    script = escape(site.addresses.relative(site.addresses.asset(MOVED), old))
    return (
        f'<!doctype html>\n<html lang="{lang}" dir="{site.handbook.languages[lang].direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{escape(site.addresses.absolute(new))}">\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>\n</head>\n<body>\n'
        f'<p><a href="{href}">{escape(title)}</a></p>\n<script src="{script}"></script>\n</body>\n</html>\n'
    )
