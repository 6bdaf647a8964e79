"""What the engine is told of words leads every form of the tables to one of its lemmas."""

from collections import defaultdict
from collections.abc import Mapping

import pytest

from handbook.search.vocabulary import vocabulary
from handbook.words.words import Words


@pytest.mark.parametrize("lang", ["fi", "pl", "kk", "en"])
def test_every_known_form_is_filed_under_a_lemma_of_its_own(lang: str, words: Mapping[str, Words]) -> None:
    own = words[lang]
    made = vocabulary({own.key(lemma) for lemma in own.lexicon.entries}, own)
    lemmas: dict[str, set[str]] = defaultdict(set)
    for form in own.lexicon.by_form:
        lemmas[own.language.fold(form)] |= {own.key(lemma) for lemma in own.lemmas(form)}
    assert {form for form, keys in lemmas.items() if made.key(form) not in keys} == set()
    assert made.forms, "endings alone lead some astray"
