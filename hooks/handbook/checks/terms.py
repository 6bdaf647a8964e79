"""A site in, words that the glossary wants avoided out: in any inflected form, outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from handbook.glossary_terms import glossary_terms
from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.scan import inline
from handbook.site import Site
from handbook.words.occurrences import Terms, occurrences
from handbook.words.tokens import tokens

QUOTED = re.compile(r"«[^»]*»|„[^”“]*[”“]|“[^”]*”|”[^”]*”")


def deprecated(site: Site) -> Iterator[Problem]:
    """Deprecated terms in the pages' text, each with the preferred one."""
    for lang, words in site.words.items():
        avoided = glossary_terms(site.handbook, lang, words, lambda term: term.deprecated)
        may_begin = _beginnings(avoided)
        for page in site.handbook.pages:
            if page.lang == lang:
                yield from _in(site, page, avoided, may_begin)


def _beginnings(sought: Terms) -> Callable[[str], bool]:
    """Whether one of the terms may begin with a form: most words of a text never do, and are looked up once only."""
    return cache(lambda form: form in sought.by_start or any(lemma in sought.by_start for lemma in sought.words.attested(form)))


def _in(site: Site, page: Page, sought: Terms, may_begin: Callable[[str], bool]) -> Iterator[Problem]:
    for block in page.blocks:
        text = QUOTED.sub("…", inline.plain(block.text))
        if not any(may_begin(token.text.lower()) for token in tokens(text)):
            continue
        for found in occurrences(text, sought):
            if _is_form_of_another_word(text[found.start : found.end], found.term, sought):
                continue
            preferred = site.handbook.concepts[found.concept].term(page.lang).preferred
            written = text[found.start : found.end]
            instead = _inflected_like(written, found.term, preferred, sought) or preferred
            values = {"term": written, "preferred": preferred, "instead": instead, "concept": found.concept}
            yield Problem(page.path, block.line, "deprecated-term", values, severity="warning")


def _inflected_like(written: str, term: str, preferred: str, sought: Terms) -> str | None:
    """The preferred term in the form that the deprecated one stands in, where the tables know both."""
    form = sought.words.inflections.like(written.lower(), term.lower(), preferred.lower())
    return form.capitalize() if form and written[:1].isupper() else form


def _is_form_of_another_word(written: str, term: str, sought: Terms) -> bool:
    """A term that is itself a form of some word (a participle, say) stands for that form only, not for the whole word."""
    lemmas = sought.words.attested(term.lower())
    return " " not in term and bool(lemmas) and term.lower() not in lemmas and written.lower() != term.lower()
