"""What the engine is told of words leads every form of the tables to one of its lemmas."""

from collections import defaultdict
from collections.abc import Mapping

import pytest

from handbook.search.vocabulary import term_forms, vocabulary
from handbook.words.words import Words


@pytest.mark.parametrize("lang", ["fi", "pl", "kk", "en"])
def test_every_known_form_is_filed_under_a_lemma_of_its_own(lang: str, words: Mapping[str, Words]) -> None:
    own = words[lang]
    made = vocabulary({own.key(lemma) for lemma in own.lexicon.rows}, own)
    lemmas: dict[str, set[str]] = defaultdict(set)
    for form in own.lexicon.by_form:
        lemmas[own.language.fold(form)] |= {own.key(lemma) for lemma in own.lemmas(form)}
    assert {form for form, keys in lemmas.items() if made.key(form) not in keys} == set()
    assert made.forms, "endings alone lead some astray"


def test_a_foreign_term_of_one_word_is_known_in_all_its_forms(words: Mapping[str, Words]) -> None:
    english = words["en"]
    assert set(term_forms("complaint", english, english.language.fold)) == {"complaint", "complaints"}
    assert list(term_forms("Customer service", english, english.language.fold)) == ["customer service"]
