"""What holds for every word: spellings share a skeleton, tables are read as written, and what Python packs JavaScript unpacks."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from py_mini_racer import MiniRacer

from handbook.bundle import bundle
from handbook.search.codec import base36, packed_postings, packed_words, posting
from handbook.words import endings, inflection, lexicon
from handbook.words.reading import Reading
from handbook.words.start import shared_start
from handbook.words.stems import forms
from handbook.words.tokens import JOINERS, tokens
from handbook_io.words.analysers import Suffixing
from handbook_io.words.tables import load

LANGUAGES = ("fi", "pl", "kk", "en")
FOLDS = {lang: load(ROOT / "words", lang).language.fold for lang in LANGUAGES}
LETTERS = {
    "fi": "abdeghijklmnoprstuvyäöåšž",
    "pl": "aąbcćdeęłńóśźżz",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "en": "abcdexyz'",
}
WORD = st.text("abcåäöłążқәіңы", min_size=1, max_size=7)
KEY = st.text("abcäқ", min_size=1, max_size=30)
KAZAKH = Suffixing(ROOT / "words", "kk")
UNVOICED = {"банк", "логотип", "модель", "пароль", "принцип", "стиль", "техник", "трафик", "қорқ"}
"""Stems that keep their last sound, or end in ь: the grammar builds forms of them that it can’t take apart."""
OPEN = """import { unpackedPostings, unpackedWords } from "./codec.js";
import { folder } from "./fold.js";
globalThis.codec = { unpackedPostings, unpackedWords, folder };
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[MiniRacer]:
    search = ROOT / "overrides/search"
    modules = {path.name: path.read_text("utf-8") for path in search.glob("*.js")} | {"open.js": OPEN}
    with MiniRacer() as context:
        context.eval(bundle("open.js", modules))
        yield context


def unpacked(context: MiniRacer, name: str, text: str) -> object:
    return json.loads(str(context.eval(f"JSON.stringify(codec.{name}({json.dumps(text)}))")))


@given(st.dictionaries(st.integers(0, 300_000), st.integers(1, 16), max_size=40))
def test_postings_survive_the_way_to_the_browser(browser: MiniRacer, postings: dict[int, int]) -> None:
    packed = packed_postings(posting(record, weight) for record, weight in sorted(postings.items()))
    assert unpacked(browser, "unpackedPostings", packed) == [list(pair) for pair in sorted(postings.items())]
    assert json.dumps(packed, ensure_ascii=False) == f'"{packed}"'


@given(st.dictionaries(KEY, st.text("0123456789az,", max_size=6), max_size=12))
def test_words_survive_the_way_to_the_browser(browser: MiniRacer, words: dict[str, str]) -> None:
    packed = packed_words(sorted(words.items()))
    assert unpacked(browser, "unpackedWords", packed) == [list(pair) for pair in sorted(words.items())]


@given(st.integers(0, 10**12))
def test_numbers_are_written_to_the_base_of_36(number: int) -> None:
    assert int(base36(number), 36) == number


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_spellings_of_a_word_share_its_skeleton(lang: str, data: st.DataObject) -> None:
    word, fold = data.draw(st.text(LETTERS[lang], max_size=12)), FOLDS[lang]
    skeleton = fold(word)
    assert lang == "kk" or fold(skeleton) == skeleton
    for spelling in (word.upper(), word.title(), *(unicodedata.normalize(form, word) for form in ("NFC", "NFD"))):
        assert fold(spelling) == skeleton
    accentless = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    assert lang == "kk" or fold(accentless) == skeleton


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_browsers_see_the_same_skeleton(browser: MiniRacer, lang: str, data: st.DataObject) -> None:
    text, fold = data.draw(st.text(LETTERS[lang] + "ABCŁ'’æßøéñ\u0301", max_size=12)), FOLDS[lang]
    table = sorted(fold.table, key=lambda row: (-len(row[0]), row))
    call = f"codec.folder({json.dumps(table)}, {json.dumps(fold.squeeze)})({json.dumps(text)})"
    assert browser.eval(call) == fold(text)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text(max_size=20))
def test_a_skeleton_can_be_packed(lang: str, text: str) -> None:
    for token in tokens(text):
        assert not set(FOLDS[lang](token.text)) & set("ABCDEFGHIJKLMNOPQRSTUVWXYZ= ")


@given(st.text(st.sampled_from("aB9_-'’ \n.\u0301\u200cқ‍"), max_size=20))
def test_tokens_are_the_runs_of_letters(text: str) -> None:
    found = list(tokens(text))
    assert all(text[token.start : token.end] == token.text for token in found)
    ends = [0, *(edge for token in found for edge in (token.start, token.end)), len(text)]
    assert ends == sorted(ends)
    between = "".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))
    assert not any(character.isalnum() or unicodedata.combining(character) for character in between)
    assert all(token.text[0] not in JOINERS and token.text[-1] not in JOINERS for token in found)


@given(st.lists(WORD, max_size=5))
def test_a_shared_start_is_the_longest(words: list[str]) -> None:
    start = shared_start(words)
    assert all(word.startswith(start) for word in words)
    longer = {word[: len(start) + 1] for word in words}
    assert len(longer) != 1 or start in words


PARTS, FORMS = st.lists(WORD, max_size=3), st.lists(WORD, min_size=1, max_size=4, unique=True)


@given(st.dictionaries(WORD, st.tuples(PARTS, FORMS), max_size=5))
def test_a_lexicon_is_read_as_it_was_written(rows: dict[str, tuple[list[str], list[str]]]) -> None:
    made = lexicon.lexicon(lexicon.Entry(lemma, tuple(parts), tuple(found)) for lemma, (parts, found) in rows.items())
    assert lexicon.parsed(lexicon.written(made)) == made
    for lemma, (parts, found) in rows.items():
        assert (made.parts(lemma), made.forms(lemma)) == (tuple(parts), tuple(found))
        assert all(lemma in made.by_form[form] for form in found)


@given(st.dictionaries(WORD, st.lists(st.builds(Reading, WORD, PARTS.map(tuple)), min_size=1, max_size=3).map(tuple), max_size=5))
def test_a_lexicon_of_readings_knows_each_of_them(readings: dict[str, tuple[Reading, ...]]) -> None:
    made = lexicon.of_readings(readings)
    assert {form: set(lemmas) for form, lemmas in made.by_form.items()} == {
        form: {reading.lemma for reading in ways} for form, ways in readings.items()
    }
    for ways in readings.values():
        assert all(made.parts(reading.lemma) <= reading.parts for reading in ways)


ENDING = st.text("abä", max_size=3)


@given(st.dictionaries(ENDING, st.lists(ENDING, min_size=1, max_size=3).map(tuple), max_size=5))
def test_endings_are_read_as_they_were_written(rules: dict[str, tuple[str, ...]]) -> None:
    made = endings.endings(rules)
    assert endings.parsed(endings.written(made)) == made


TAG = st.sampled_from(("sg.gen", "pl.nom", "sg.ine"))
TAGGED = st.dictionaries(TAG, st.lists(WORD, min_size=1, max_size=2).map(tuple), min_size=1)


@given(st.dictionaries(WORD, TAGGED, max_size=4))
def test_inflections_are_read_as_they_were_written(table: dict[str, dict[str, tuple[str, ...]]]) -> None:
    made = inflection.inflections(table)
    found = inflection.parsed(inflection.written(made))
    assert {lemma: found.forms(lemma) for lemma in found.lemmas} == table
    forms = {form for tagged in table.values() for variants in tagged.values() for form in variants}
    for form in {*forms, *table, *(form[:-1] for form in forms), *(f"{form}a" for form in forms), "sg.gen"}:
        assert found.of(form) == tuple(
            lemma for lemma in sorted(table) if any(form in variants for variants in table[lemma].values())
        )


@given(st.dictionaries(WORD, st.lists(WORD, min_size=1, max_size=4), min_size=1, max_size=5), st.floats(0, 1))
def test_learned_endings_lead_only_to_what_is_known(paradigms: dict[str, list[str]], share: float) -> None:
    table = endings.learned(paradigms, share)
    for found in paradigms.values():
        for form in found:
            assert table.lemma(form, paradigms) in {None, *paradigms}


@given(st.sampled_from([key for key in sorted(KAZAKH.stems) if key[1] not in UNVOICED]), st.data())
def test_what_endings_build_is_what_they_take_off(key: tuple[str, str], data: st.DataObject) -> None:
    stem = KAZAKH.stems[key]
    built = forms(stem, KAZAKH.grammar)
    form = data.draw(st.sampled_from(sorted(built)))
    assert (stem.lemma, *key) in {(found.lemma, found.kind, found.stem) for found in KAZAKH.analyses(form) if found.known}
