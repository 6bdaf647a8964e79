"""Terms in running text: in any form, the longest, never where something else is meant."""

from pathlib import Path
from time import perf_counter

import pytest

from handbook.glossary_terms import named_terms
from handbook.model.handbook import Handbook
from handbook.words import inflection, lexicon
from handbook.words.language import Language
from handbook.words.occurrences import Terms, occurrences, terms
from handbook.words.reading import Reading
from handbook.words.words import Words
from handbook_io.words.tables import load

WORDS = Path(__file__).parents[2] / "words"
LANGUAGES = ("fi", "pl", "kk", "en")


@pytest.fixture(scope="module")
def sought(handbook: Handbook) -> dict[str, Terms]:
    return {lang: named_terms(handbook, lang, load(WORDS, lang)) for lang in LANGUAGES}


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("fi", "Muistele asiakkaan valitusta.", {"asiakkaan": "customer", "valitusta": "complaint"}),
        ("fi", "Asiakkaankin valituksista.", {"Asiakkaankin": "customer", "valituksista": "complaint"}),
        ("fi", "Asiakaspalvelussasi hyvä.", {"Asiakaspalvelussasi": "customer-service"}),
        ("pl", "Pracownik obsługi klienta mówi.", {"Pracownik obsługi klienta": "service-worker"}),
        ("pl", "Rozpatrz skargi klientów.", {"skargi": "complaint", "klientów": "customer"}),
        ("pl", "kontakcie z\u00a0klientem", {"kontakcie z\u00a0klientem": "service-encounter"}),
        ("pl", "Niezadowolonych klientów nie brak.", {"Niezadowolonych klientów": "dissatisfied-customer"}),
        ("kk", "Қызмет көрсету сапасына мән беріңіз.", {"Қызмет көрсету сапасына": "service-quality"}),
        ("kk", "Шағымыңызды қабылдадым.", {"Шағымыңызды": "complaint"}),
        ("en", "Two complaints from customers", {"complaints": "complaint", "customers": "customer"}),
        ("pl", "kontakt", {}),
        ("pl", "reklama", {}),
        ("en", "A customer-friendly desk", {}),
    ],
)
def test_occurrences(lang: str, text: str, found: dict[str, str], sought: dict[str, Terms]) -> None:
    assert {text[one.start : one.end]: one.concept for one in occurrences(text, sought[lang])} == found


PLAIN = ("CRM", "customer", "«Ask» first", "method of «five whys»", "face-to-face")
"""Terms of a language of which nothing is known but its spelling."""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CRM:n tiedot", ["CRM:n"]),
        ("a CRM-ге", ["CRM-ге"]),
        ("CRM‑u", ["CRM‑u"]),
        ("CRM: n", ["CRM"]),
        ("CRM-", ["CRM"]),
        ("CRM", ["CRM"]),
        ("CRM, CRM", ["CRM", "CRM"]),
        ("pre-CRM", []),
        ("pre‑customer", []),
        ("customer:n", ["customer"]),
        ("customer-n", []),
        ("(customer)", ["customer"]),
        ("now «Ask» first.", ["«Ask» first"]),
        ("Ask» first", ["Ask» first"]),
        ("now Ask» first", ["Ask» first"]),
        ("ask first »", ["ask first"]),
        ("“ask” first", ["“ask” first"]),
        ("ask, first", []),
        ("the method of «five whys», again", ["method of «five whys»"]),
        ("«method of five whys»", ["method of five whys"]),
        ("method of «five whys", ["method of «five whys"]),
        ("face‐to‑face or face to face", ["face‐to‑face"]),
        ("Ask» first «", ["Ask» first"]),
        ("method of «five whys»customer", ["method of «five whys»", "customer"]),
    ],
)
def test_endings_of_abbreviations_and_quotes_belong_to_a_term(text: str, found: list[str]) -> None:
    plain = terms(((name, name) for name in PLAIN), Words(Language("xx")))
    assert [text[one.start : one.end] for one in occurrences(text, plain)] == found


def test_terms_that_begin_alike_are_found_at_once() -> None:
    """Hundreds of them: compared one by one at every word they took minutes."""
    shapes = ("a a {}", "a a-a {}", "a «a» a {}", " ".join("a" * 11) + " {}")
    written = [*(shape.format(f"b{number}") for number in range(100) for shape in shapes), "a a", "a a a"]
    sought = terms(((name, name) for name in written), Words(Language("xx")))
    found = {
        "a": [],
        "a a": ["a a"],
        "a a a a": ["a a a"],
        "a, a a b7": ["a a b7"],
        "a a-a b7. a a": ["a a-a b7", "a a"],
        "a a a b99 a a a": ["a «a» a b99", "a a a"],
    }
    begun = perf_counter()
    for text, names in found.items():
        assert [one.term for one in occurrences(text, sought)] == names
    assert len(occurrences("a " * 30_000, sought)) == 10_000
    assert perf_counter() - begun < 3


def test_a_term_of_one_word_is_the_likeliest_reading_of_a_form() -> None:
    """And a word beside others of its term any of them."""
    readings = {"umowy": ("umowny", "umowa"), "umownej": ("umowny",), "nowy": ("nowy",)}
    table = lexicon.of_readings({form: tuple(map(Reading, lemmas)) for form, lemmas in readings.items()})
    forms = inflection.inflections({"umowa": {"sg.nom": ("umowa",), "sg.gen": ("umowy",)}, "nowy": {"sg.nom": ("nowy",)}})
    words = Words(Language("xx", agreement=True), lambda: table, inflections=lambda: forms)
    sought = terms([("contract", "umowa"), ("new", "nowy umowa")], words)
    assert occurrences("umowy", sought) == ()
    assert [one.concept for one in occurrences("nowy umowy, umowa", sought)] == ["new", "contract"]


@pytest.fixture(scope="module")
def words() -> Words:
    """Some forms of four words; the owner's ending of *sapa* may be another's."""
    tables = {
        "skarga": {"sg.nom": ("skarga",), "sg.gen": ("skargi",), "pl.nom": ("skargi",), "pl.gen": ("skarg",)},
        "klient": {"sg.nom": ("klient",), "sg.gen": ("klienta",), "pl.gen": ("klientów",)},
        "sapa": {
            "nom": ("sapa",),
            "dat": ("sapağa",),
            "3": ("sapasy",),
            "3.dat": ("sapasyna",),
            "2": ("sapañ",),
            "pl": ("sapalar",),
        },
        "qyzmet": {"nom": ("qyzmet",), "3": ("qyzmeti",), "3.dat": ("qyzmetine",)},
    }
    readings = {form: (Reading(lemma),) for lemma, tagged in tables.items() for forms in tagged.values() for form in forms}
    return Words(
        Language("xx", agreement=True, owned=("3", "2")),
        lambda: lexicon.of_readings(readings),
        inflections=lambda: inflection.inflections(tables),
    )


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("skargi", "skarg, skargi, skarga", ["skarg", "skargi", "skarga"]),
        ("skarga klienta", "skarg klienta, skarga klientów", ["skarg klienta"]),
        ("sapasy", "sapa, sapasy, sapasyna, sapañ, sapalar, sapağa", ["sapasy", "sapasyna", "sapañ"]),
        ("qyzmeti sapasy", "qyzmeti sapasyna, qyzmetine sapasy", ["qyzmeti sapasyna"]),
    ],
    ids=["a nominative", "a genitive behind its head", "a head with an owner", "a word before the head"],
)
def test_which_words_of_a_term_inflect(term: str, text: str, found: list[str], words: Words) -> None:
    assert [text[one.start : one.end] for one in occurrences(text, terms([("concept", term)], words))] == found


def test_a_word_in_which_a_concept_is_not_meant_is_that_form_only(words: Words) -> None:
    text = "skarga, skargi, skarg"
    sought = terms([("complaint", "skarga")], words, others=[("complaint", "skarga")])
    assert [text[one.start : one.end] for one in occurrences(text, sought)] == ["skargi", "skarg"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_look_alikes_stay_unlinked(lang: str, handbook: Handbook, sought: dict[str, Terms]) -> None:
    rows = [
        (id, other)
        for id, concept in handbook.concepts.items()
        if lang in concept.entry.languages
        for other in concept.term(lang).unlike
    ]
    assert not [(id, other) for id, other in rows if id in {one.concept for one in occurrences(other, sought[lang])}]


@pytest.mark.parametrize(("lang", "least"), [("fi", 0.95), ("pl", 0.95), ("kk", 0.90)])
def test_seen_forms_are_recognised(lang: str, least: float, handbook: Handbook, sought: dict[str, Terms]) -> None:
    """Forms of the sources; those of deprecated words are no terms."""
    rows = [
        (id, form)
        for id, concept in handbook.concepts.items()
        if lang in concept.entry.languages
        for form in concept.term(lang).forms
    ]
    right = [form for id, form in rows if any(one.concept == id for one in occurrences(form, sought[lang]))]
    assert len(right) / len(rows) >= least, sorted({form for _, form in rows} - set(right))


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("A “golden” rule holds.", "“golden” rule"),
        ("The “golden” “rule” holds.", "golden” “rule"),
        ("The “golden rule” holds.", "golden rule"),
    ],
)
def test_a_term_has_its_quotation_marks_in_pairs(text: str, linked: str) -> None:
    sought = terms([("rule", "golden rule")], Words(Language("en")))
    assert [text[found.start : found.end] for found in occurrences(text, sought)] == [linked]
