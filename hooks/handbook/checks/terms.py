"""A site in, words that the glossary wants avoided out: in any inflected form, outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.model.playbook import Page
from handbook.model.problem import Problem
from handbook.scan import inline
from handbook.site import Site
from handbook.words.occurrences import Terms, occurrences, terms

QUOTED = re.compile(r"«[^»]*»|„[^”“]*[”“]|“[^”]*”|”[^”]*”")


def deprecated(site: Site) -> Iterator[Problem]:
    """Deprecated terms in the pages' text, each with the preferred one."""
    for lang, words in site.words.items():
        rows = [(id, c.entry.languages[lang]) for id, c in site.handbook.concepts.items() if lang in c.entry.languages]
        pairs = [(id, word) for id, term in rows for word in term.deprecated]
        sought = terms(pairs, words, [(id, word) for id, term in rows for word in term.unlike])
        for page in site.handbook.pages:
            if page.lang == lang:
                yield from _in(site, page, sought)


def _in(site: Site, page: Page, sought: Terms) -> Iterator[Problem]:
    for block in page.blocks:
        text = QUOTED.sub("…", inline.plain(block.text))
        for found in occurrences(text, sought):
            if _is_form_of_another_word(text[found.start : found.end], found.term, sought):
                continue
            preferred = site.handbook.concepts[found.concept].term(page.lang).preferred
            values = {"term": text[found.start : found.end], "preferred": preferred, "concept": found.concept}
            yield Problem(page.path, block.line, "deprecated-term", values, severity="warning")


def _is_form_of_another_word(written: str, term: str, sought: Terms) -> bool:
    """A term that is itself a form of some word (a participle, say) stands for that form only, not for the whole word."""
    lemmas = sought.words.attested(term.lower())
    return " " not in term and bool(lemmas) and term.lower() not in lemmas and written.lower() != term.lower()
