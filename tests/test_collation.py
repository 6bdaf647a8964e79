"""Alphabetical order: our committed tables against ICU itself, where Debian's python3-icu is installed."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

import pytest

from handbook.collation import Collation, collation
from handbook.model.handbook import Handbook
from handbook.site import Site

ICU_PYTHON = "/usr/bin/python3"
SORT = """
import icu, json, sys
for locale, texts in json.load(sys.stdin).items():
    key = icu.Collator.createInstance(icu.Locale(locale)).getSortKey
    print(json.dumps(sorted(texts, key=lambda text: (key(text), text))))
"""


def has_icu() -> bool:
    return (
        Path(ICU_PYTHON).exists()
        and subprocess.run([ICU_PYTHON, "-c", "import icu"], capture_output=True, check=False).returncode == 0
    )


def texts(handbook: Handbook, lang: str) -> list[str]:
    terms = [word for c in handbook.concepts.values() for word in (c.term(lang).preferred, *c.term(lang).admitted)]
    words = [
        word
        for page in handbook.pages
        if page.lang == lang
        for block in page.blocks
        for word in block.text.split()
        if word.isalpha()
    ]
    mixed = [word.title() for word in terms] + [word.upper() for word in terms]
    found = sorted({*terms, *words, *mixed})
    random.Random(1).shuffle(found)
    return found


@pytest.mark.skipif(not has_icu(), reason="python3-icu is not installed (Debian: apt-get install python3-icu)")
def test_the_tables_sort_as_icu_does(handbook: Handbook, handbook_site: Site) -> None:
    given = {row.locale: texts(handbook, lang) for lang, row in handbook.languages.items()}
    run = subprocess.run([ICU_PYTHON, "-c", SORT], input=json.dumps(given), capture_output=True, text=True, check=True)
    for lang, line in zip(handbook.languages, run.stdout.splitlines(), strict=True):
        table = handbook_site.collation(lang)
        assert sorted(given[handbook.languages[lang].locale], key=lambda text: (table.key(text), text)) == json.loads(line)


@pytest.mark.parametrize(
    ("lang", "word", "letter"),
    [
        ("fi", "äänensävy", "Ä"),
        ("fi", "šakki", "S"),
        ("pl", "żądanie", "Ż"),
        ("pl", "ćwiczenie", "Ć"),
        ("kk", "қызмет", "Қ"),
        ("kk", "іскерлік", "І"),
        ("en", "écoute", "E"),
    ],
)
def test_letters_of_the_index(handbook_site: Site, lang: str, word: str, letter: str) -> None:
    assert handbook_site.collation(lang).letter(word) == letter


def test_without_a_table_case_is_folded_and_the_first_letter_counts() -> None:
    plain = Collation()
    assert sorted(["b", "A", "ä"], key=plain.key) == ["A", "b", "ä"]
    assert plain.letter("sana") == "S"


def test_a_table_of_one_line() -> None:
    table = collation("# comment\nindex A B\naA|áÁ\nbB\n")
    assert sorted(["B", "Á", "a", "b", "A", "aB"], key=table.key) == ["a", "A", "Á", "aB", "b", "B"]
