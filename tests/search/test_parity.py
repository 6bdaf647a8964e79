"""Python and JavaScript see the same words: more than 20,000 of all languages go through both."""

import json
from collections.abc import Mapping
from itertools import islice

import pytest

from handbook.search.vocabulary import vocabulary
from handbook.words.tokens import tokens
from handbook.words.words import Words
from handbook_io.search import Terminal

ODD = [
    "İstanbul",
    "STRASSE",
    "straße",
    "ÆØÅ",
    "Łódź",
    "s'aqyr",
    "q’yz",
    "naïve",
    "co\u0301rka",
    "ﬁlm",
    "Ǆ",
    "ʼа",
    "½",
    "٣",
    "नमस्ते",
    "می\u200cخواهم",
]


def sample(words: Words) -> list[str]:
    """Forms with slips and without, known and unknown."""
    table = words.inflections
    inflected = (form for lemma in table.lemmas for forms in table.forms(lemma).values() for form in forms)
    known = sorted({*words.lexicon.by_form, *islice(dict.fromkeys(inflected), 6_000)})
    slips = [form[:2] + form[3:] for form in known if len(form) > 4]
    return [*known, *slips, *ODD]


@pytest.mark.parametrize("lang", ["fi", "pl", "kk", "en"])
def test_folds_and_keys_are_the_same(lang: str, words: Mapping[str, Words], terminals: Mapping[str, Terminal]) -> None:
    asked = sample(words[lang])
    fold = words[lang].language.fold
    made = vocabulary(terminals[lang].value("engine.vocabulary.keys"), words[lang])
    assert terminals[lang].value(f"{json.dumps(asked)}.map((word) => engine.vocabulary.fold(word))") == [
        fold(word) for word in asked
    ]
    found = terminals[lang].value(
        f"{json.dumps(asked)}.map((word) => engine.vocabulary.key(engine.vocabulary.fold(word)) ?? null)"
    )
    assert found == [made.key(fold(word)) for word in asked]


def test_the_sample_is_large(words: Mapping[str, Words]) -> None:
    assert sum(len(sample(words[lang])) for lang in words) >= 20_000


def test_tokens_are_the_same(terminals: Mapping[str, Terminal]) -> None:
    text = "Don't – sano: ”Ymmärrän.” 10–15 қарым-қатынас, s'aqyr q’yz' नमस्ते می\u200cخواهم a_b 12 345,6 CRM-ге KKV:n ½ x²"
    found = terminals["en"].value(f"handbook.tokens({json.dumps(text)}).map(({{start, end, text}}) => [start, end, text])")
    assert found == [[token.start, token.end, token.text] for token in tokens(text)]
