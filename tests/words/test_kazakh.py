"""The table of forms is the specification: every form leads to its lemma and to no other line's."""

from pathlib import Path

import pytest

from handbook_io.words.analysers import Suffixing

WORDS = Path(__file__).parents[2] / "words"
TABLE = [
    (form, lemma)
    for line in Path(__file__).with_name("kazakh.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for lemma, forms in [line.split("\t")]
    for form in forms.split()
]
ANALYSER = Suffixing(WORDS, "kk")
IRREGULAR = {"тауып"}
"""Forms that `readings` of words/kk.yml settles."""


def test_the_table_is_large_enough() -> None:
    assert len(TABLE) >= 300
    assert len({lemma for _, lemma in TABLE}) >= 60


@pytest.mark.parametrize(("form", "lemma"), [row for row in TABLE if row[0] not in IRREGULAR])
def test_form_leads_to_its_lemma_only(form: str, lemma: str) -> None:
    others = {other for _, other in TABLE} - {lemma}
    found = {reading.lemma for reading in ANALYSER.readings(form)}
    assert lemma in found
    assert not found & others


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("кезегі", "кезеңі"), ("қызметі", "қызметкері"), ("бейджі", "бейнесі"), ("шағымы", "шешімі"), ("сапасы", "сабы"),
        ("тыңдаңыз", "тыныштандырыңыз"), ("хабарлаңыз", "хабарласыңыз"), ("жауабы", "жауапкершілігі"), ("сенімі", "сенімділігі"),
        ("көмегі", "көлемі"), ("күнге", "күтуге"), ("қолы", "қолдауы"), ("сөзі", "сөйлеуі"), ("орны", "ортасы"),
        ("бағасы", "бағытын"),
        ("талабы", "талдауы"), ("өтініші", "өтемақысы"), ("мәселесі", "мәліметі"), ("тауары", "табысы"), ("шарты", "шарасы"),
    ],
)  # fmt: skip
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert not {r.lemma for r in ANALYSER.readings(one)} & {r.lemma for r in ANALYSER.readings(other)}


@pytest.mark.parametrize(
    "form", ["бейне", "адам", "кезең", "бала", "тақта", "қала", "қызметкер", "мәселе", "өмір", "шағым", "сапа", "тәртіп"]
)
def test_bare_stem_is_its_own_lemma(form: str) -> None:
    assert [reading.lemma for reading in ANALYSER.readings(form)] == [form]
