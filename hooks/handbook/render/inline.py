"""A block's text in, its HTML out: emphasis, links, citations, placeholders; everything else is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

from markupsafe import escape

from handbook.linking import Linker
from handbook.render.context import PageContext
from handbook.scan import inline
from handbook.scan.spans import spans
from handbook.typography import typeset

SPECIAL = re.compile("[&<>'\"]")
"""What HTML has other names for."""


def html(text: str, page: PageContext, linker: Linker | None = None) -> str:
    """One block's inline Markdown as HTML; with a linker, its plain words are linked to the glossary."""
    if not inline.MARKUP.search(text):
        return _plain(text, page, linker)
    text = inline.hidden(text)
    parts: list[str] = []
    at = 0
    for match in spans(text):
        parts += (_plain(text[at : match.start()], page, linker), KINDS[str(match.lastgroup)](match, page))
        at = match.end()
    return "".join((*parts, _plain(text[at:], page, linker)))


def _plain(text: str, page: PageContext, linker: Linker | None) -> str:
    parts: list[str] = []
    at = 0
    for found in linker.links(text) if linker and text else ():
        parts += (_typeset(text[at : found.start], page), _term(text[found.start : found.end], found.concept, page))
        at = found.end
    return "".join((*parts, _typeset(text[at:], page)))


def _typeset(text: str, page: PageContext) -> str:
    if not text:
        return ""
    words = typeset(text, page.language)
    return str(escape(words)) if SPECIAL.search(words) else words


def _term(words: str, concept: str, page: PageContext) -> str:
    return f'<a class="hb-concept" href="{page.concept_url(concept)}" data-concept="{concept}">{_typeset(words, page)}</a>'


def _code(match: re.Match[str], page: PageContext) -> str:
    return f"<code>{escape(inline.shown(match['code']).strip())}</code>"


def _policy(match: re.Match[str], page: PageContext) -> str:
    """The local rule, or a visible reminder to agree on it."""
    rule = page.handbook.settings.policy.get(match["policy"])
    value = rule.text(page.content_lang) if rule else ""
    if value:
        return f'<span class="hb-policy">{escape(value)}</span>'
    return f'<span class="hb-policy hb-policy-open">{escape(page.locale.t("agree on this in your team"))}</span>'


def _concept(match: re.Match[str], page: PageContext) -> str:
    id = match["concept"]
    if id not in page.handbook.concepts:
        return html(match["words"], page)
    return f'<a class="hb-concept" href="{escape(page.concept_url(id))}" data-concept="{id}">{html(match["words"], page)}</a>'


def _link(match: re.Match[str], page: PageContext) -> str:
    target = inline.shown(match["link"])
    if not inline.SAFE_TARGET.fullmatch(target):
        return html(match["label"], page)
    path, _, anchor = target.partition("#")
    if ":" not in target and path:
        name = normpath(join(dirname(page.name), path)).removesuffix(".md")
        target = page.href(name, anchor)
    return f'<a href="{escape(target)}">{html(match["label"], page)}</a>'


KINDS: dict[str, Callable[[re.Match[str], PageContext], str]] = {
    "code": _code,
    "escaped": lambda match, page: str(escape(inline.shown(match["escaped"]))),
    "policy": _policy,
    "concept": _concept,
    "link": _link,
    "strong": lambda match, page: f"<strong>{html(match['strong'], page)}</strong>",
    "em": lambda match, page: f"<em>{html(match['em'], page)}</em>",
    "under": lambda match, page: f"<em>{html(match['under'], page)}</em>",
}
"""Name of a span → what it becomes."""


def cited(points: tuple[str, ...], page: PageContext) -> str:
    """The numbers of the sources, each a link to the place on the sources page."""
    marks = []
    for place in page.places(points):
        label = page.source_labels[place.number]
        marks.append(f'<a href="{page.place_url(place)}" title="{label}" aria-label="{label}">{place.number}</a>')
    return f'<sup class="hb-cite">{"".join(marks)}</sup>' if marks else ""
