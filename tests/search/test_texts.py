"""What the word tables are made from: every word that readers of a language meet, and no other language's."""

from __future__ import annotations

import pytest

from handbook.model.handbook import Handbook
from handbook.model.playbook import Playbook
from handbook.search.records import term_names, texts


@pytest.mark.parametrize("lang", ["fi", "pl", "kk", "en"])
def test_all_that_is_written_in_a_language(handbook: Handbook, lang: str) -> None:
    found = list(texts(handbook, lang))
    pages = [page for page in handbook.pages if page.lang == lang]
    assert {page.matter.title for page in pages} | {page.matter.description for page in pages} <= set(found)
    asked = [words for page in pages if isinstance(page, Playbook) for ways in page.matter.asked.values() for words in ways]
    assert set(asked) <= set(found)
    claims = [claim for claim in handbook.claims.values() if lang in claim.text]
    terms = [term for concept in handbook.concepts.values() if (term := concept.entry.languages.get(lang))]
    blocks = sum(len(page.blocks) for page in pages)
    assert len(found) == 2 * len(pages) + blocks + len(asked) + len(claims) + sum(2 + len(term.deprecated) for term in terms)
    others = {page.matter.title for page in handbook.pages} - {page.matter.title for page in pages}
    assert not others & set(found)


@pytest.mark.parametrize("lang", ["fi", "pl", "kk", "en"])
def test_the_names_of_all_concepts(handbook: Handbook, lang: str) -> None:
    terms = [term for concept in handbook.concepts.values() if (term := concept.entry.languages.get(lang))]
    assert list(term_names(handbook, lang)) == [name for term in terms for name in (*term.accepted, *term.deprecated)]
    assert list(term_names(handbook, "xx")) == []
    assert list(texts(handbook, "xx")) == []
