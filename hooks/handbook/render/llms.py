"""A site in, what tells programs where things stand out: llms.txt for each language (llmstxt.org), and robots.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.addresses import checklist_name, playbook_name
from handbook.site import Site


def llms(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path under the site's root, contents): Markdown, with whole addresses where the site's is known."""
    for lang in site.handbook.languages:
        yield llms_url(site, lang), "\n".join(_lines(site, lang)).encode()


def robots(site: Site) -> Iterator[tuple[str, bytes]]:
    """robots.txt, where the site's address is known: everything may be read, and here is the list (RFC 9309, sitemaps.org)."""
    if site.addresses.site_url:
        yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.addresses.absolute('sitemap.xml')}\n".encode()


def llms_url(site: Site, lang: str) -> str:
    return f"{site.addresses.root(lang)}llms.txt"


def _lines(site: Site, lang: str) -> Iterator[str]:
    settings, locale = site.handbook.settings, site.locales[lang]
    t = locale.t
    yield from (f"# {_on_one_line(settings.title[lang])}", "", f"> {_on_one_line(settings.description[lang])}")
    for key, situation in settings.situations.items():
        if links := list(_playbooks(site, lang, key)):
            yield from ("", f"## {_on_one_line(situation.name[lang])}", "", *links)
    if links := list(_checklists(site, lang)):
        yield from ("", f"## {t('Checklists')}", "", *links)
    yield from ("", f"## {t('Glossary')}", "")
    if site.handbook.concepts:
        yield _link(site, t("Glossary"), site.addresses.page(lang, "glossary"))
    if site.handbook.sources:
        yield _link(site, t("Sources"), site.addresses.page(lang, "sources"))
    yield _link(site, "handbook.json", "handbook.json")
    yield from ("", "## Optional", "")
    for other, row in site.handbook.languages.items():
        if other != lang:
            yield _link(site, row.name, llms_url(site, other))
    yield ""


def _playbooks(site: Site, lang: str, situation: str) -> Iterator[str]:
    """The playbooks of a situation that are written or translated in the language."""
    for slug, twins in site.handbook.playbooks.items():
        if lang in twins and twins[lang].matter.situation == situation:
            matter = twins[lang].matter
            yield _link(site, matter.title, site.addresses.page(lang, playbook_name(slug)), matter.description)


def _checklists(site: Site, lang: str) -> Iterator[str]:
    for slug, twins in site.handbook.playbooks.items():
        if lang in twins and twins[lang].has_checklist:
            yield _link(site, twins[lang].matter.title, site.addresses.page(lang, checklist_name(slug)))


def _link(site: Site, title: str, url: str, description: str = "") -> str:
    text = re.sub(r"[\\\[\]]", r"\\\g<0>", _on_one_line(title))
    return f"- [{text}]({site.addresses.absolute(url)})" + (f": {_on_one_line(description)}" if description else "")


def _on_one_line(text: str) -> str:
    """YAML can hold line breaks, which would end a heading or a link here."""
    return " ".join(text.split())
