"""Amounts and catalogues, as each language writes and reads them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from handbook.locale import compiled, filled, translations, unusable
from handbook.site import Site
from handbook_io.disk import handbook_in

AMOUNTS = {
    ((), "people"): ("", "", "", ""),
    (("1",), "people"): ("1 person", "1\u00a0henkilö", "1 osoba", "1 адам"),
    (("10", "12"), "people"): ("10–12 people", "10–12\u00a0henkilöä", "10–12 osób", "10–12 адам"),
    (("3",), "rings"): ("3 rings", "3\u00a0hälytystä", "3 sygnały", "3 сигнал"),
    (("12.5",), "percent"): ("12.5%", "12,5\u00a0%", "12,5%", "12,5%"),
    (("5", "10"), "minutes"): ("5–10 minutes", "5–10 minuuttia", "5–10 minut", "5–10 минут"),
    (("2",), "days"): ("2 days", "2 päivää", "2 dni", "2 күн"),
    (("7",), "other"): ("7", "7", "7", "7"),
}


@pytest.mark.parametrize(("values", "unit"), AMOUNTS)
def test_amounts(values: tuple[str, ...], unit: str, handbook_site: Site) -> None:
    found = tuple(handbook_site.locales[lang].amount(tuple(map(Decimal, values)), unit) for lang in ("en", "fi", "pl", "kk"))
    assert found == AMOUNTS[values, unit]


@pytest.mark.parametrize(
    ("lang", "written"),
    [("en", "£2,080"), ("fi", "2\u00a0080\u00a0€"), ("pl", "2\u00a0080\u00a0zł"), ("kk", "2\u00a0080\u00a0₸")],
)
def test_money_is_that_of_the_readers(lang: str, written: str, handbook_site: Site) -> None:
    assert handbook_site.locales[lang].money(2080) == written


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("fi", "Finnish"),
        ("sr-latn", "Serbian (Latin)"),
        ("sr_Cyrl_RS", "Serbian (Cyrillic)"),
        ("zh-hant", "Chinese (Traditional)"),
        ("pt_BR", "Portuguese"),
        ("xx-yy", "xx-yy"),
    ],
)
def test_two_scripts_of_one_language_have_two_names(lang: str, name: str, handbook_site: Site) -> None:
    assert handbook_site.locales["en"].language_name(lang) == name


def test_words_in_a_language(handbook_site: Site) -> None:
    locale = handbook_site.locales["fi"]
    assert locale.listing(["yksi", "kaksi", "kolme"]) == "yksi, kaksi ja kolme"
    assert locale.language_name("pl") == "puola"
    assert locale.quote("a") == "”a”"


BROKEN = (
    b"\xff\xfe",
    b'mgsid "a"\n',
    b'msgid ""\nmsgstr "Content-Type: text/plain; charset=nope\\n"\n',
    b'msgid ""\nmsgstr "Language: fi\\nPlural-Forms: nplurals=2; plural=1/(n-2);\\n"\n',
)


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_catalogue_is_told(data: bytes) -> None:
    _, problems = compiled("fi.po", data)
    assert [(problem.path, problem.code) for problem in problems] == [("fi.po", "bad-catalogue")]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("", True),
        ('# Nothing.\nmsgid ""\nmsgstr "Language: fi\\n"\n#~ msgid "Old"\n#~ msgstr "Vanha"\n', True),
        ('msgid  ""\r\nmsgstr ""\r\n"Language: fi\\n"\r\n', True),
        ('msgid ""\n"Yes"\nmsgstr "Kyllä"\n', False),
        ('msgid "Yes"\nmsgstr "Kyllä"\n', False),
        ('msgid ""\nmsgstr ""\n\n  msgid "Yes"\nmsgstr "Kyllä"\n', False),
    ],
)
def test_a_catalogue_without_messages_is_told(text: str, is_told: bool) -> None:
    _, problems = filled("fi.po", text.encode())
    assert [(problem.line, problem.code) for problem in problems] == ([(1, "empty-file")] if is_told else [])


def test_each_conflict_of_a_merge_is_told_once() -> None:
    conflict = b'<<<<<<< HEAD\nmsgid "a"\n||||||| 1234567\n=======\nmsgid "b"\n>>>>>>> other\n'
    _, problems = compiled("fi.po", conflict + b"\n" + conflict)
    assert [(problem.line, problem.code) for problem in problems] == [(1, "merge-conflict"), (8, "merge-conflict")]


def test_what_is_not_translated_is_told_by_its_line() -> None:
    messages, problems = compiled("fi.po", b'msgid "Yes"\nmsgstr "Kyll\xc3\xa4"\n\nmsgid "No"\nmsgstr ""\n')
    found = translations(messages)
    assert found.ugettext("Yes") == "Kyllä"
    assert [(problem.line, problem.code, problem.values, problem.severity) for problem in problems] == [
        (4, "untranslated", {"text": "No"}, "warning")
    ]


@pytest.mark.parametrize("said", ["{nobody}", "{owner", "owner}", "{owner.__class__}", "{owner!r}", "{owner:>9}", "{0}", "{}"])
def test_what_can_not_be_filled_in_is_told(said: str) -> None:
    _, problems = compiled("fi.po", f'msgid "Owner: {{owner}}"\nmsgstr "{said}"\n'.encode())
    assert [(problem.line, problem.code, problem.values, problem.severity) for problem in problems] == [
        (1, "bad-value", {"value": said, "expected": "{owner}"}, "error")
    ]


def test_a_translation_need_not_name_all_that_could_be_filled_in() -> None:
    assert compiled("fi.po", b'msgid "Owner: {owner}"\nmsgstr "Omistaja {{"\n')[1] == []


@pytest.mark.parametrize("said", ["<<<<<<< HEAD", 'msgid "Owner: {owner}"\nmsgstr "{nobody}"'])
def test_a_catalogue_that_can_not_be_used_is_told_with_the_other_mistakes(said: str, project: Path) -> None:
    path = project / "catalogues" / "et.po"
    path.write_text(f"{path.read_text('utf-8')}\n{said}\n", "utf-8")
    assert [(problem.path, problem.severity) for problem in handbook_in(project).problems] == [("catalogues/et.po", "error")]


@pytest.mark.parametrize("sign", ["\x01", "\u202e", "\ufffe"])
def test_characters_that_no_feed_may_hold_are_told(sign: str) -> None:
    """A joiner, as Persian needs it, is none of them."""
    _, problems = compiled("fi.po", f'msgid "No"\nmsgstr "E{sign}i\u200c"\n'.encode())
    assert [(problem.line, problem.code) for problem in problems] == [(2, problems[0].code)]
    assert problems[0].code in ("bidi-control", "control-character")


def test_a_message_of_blanks_is_no_translation() -> None:
    messages, problems = compiled("fi.po", b'msgid "No"\nmsgstr "  "\n')
    assert translations(messages).ugettext("No") == "No"
    assert [problem.code for problem in problems] == ["untranslated"]


def test_a_number_of_plurals_that_no_language_has_is_told_at_once() -> None:
    header = b'msgid ""\nmsgstr "Plural-Forms: nplurals=99999999; plural=0;\\n"\n\n'
    _, problems = compiled("fi.po", header + b'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "p"\n')
    assert [(problem.code, problem.values["detail"]) for problem in problems] == [("bad-catalogue", "nplurals=99999999")]


def test_a_pattern_that_no_number_can_follow_is_told(handbook_site: Site) -> None:
    row = replace(handbook_site.locales["fi"].row, decimal=f"0.{'0' * 25}")
    assert unusable(row) == "decimal"
