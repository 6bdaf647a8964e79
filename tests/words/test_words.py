"""Folds, tokens, endings and tables, by example."""

from itertools import pairwise
from pathlib import Path

import pytest

from handbook.words import endings, inflection, lexicon
from handbook.words.fold import fold
from handbook.words.language import Language, language
from handbook.words.reading import Reading, chosen
from handbook.words.start import shared_start
from handbook.words.tokens import tokens
from handbook.words.words import Words
from handbook_io.words.tables import load

WORDS = Path(__file__).parents[2] / "words"
LANGUAGES = ("fi", "pl", "kk", "en")


@pytest.mark.parametrize(
    ("lang", "spellings"),
    [
        ("kk", ["шағым", "шагым", "shagym", "shag'ym", "şağım", "şagym", "Шағым", "shaǵym"]),
        ("kk", ["қызмет", "кызмет", "qyzmet", "qızmet", "kyzmet", "qizmet"]),
        ("kk", ["жауап", "zhauap", "jauap", "jawap", "jauap"]),
        ("kk", ["өтініш", "отиниш", "ötinish", "otinish", "ötiniş", "o’tinish"]),
        ("kk", ["кеңес", "кенес", "kenges", "keńes", "keñes", "kenes"]),
        ("kk", ["компания", "kompaniya", "kompania", "kompanııa"]),
        ("pl", ["obsługa", "obsluga", "OBSŁUGA"]),
        ("pl", ["zażalenie", "zazalenie"]),
        ("fi", ["käytös", "kaytos", "ka\u0308yto\u0308s"]),
        ("en", ["customer", "customer's", "customer’s"]),
    ],
)
def test_spellings_of_a_word_fold_to_one(lang: str, spellings: list[str]) -> None:
    folded = {load(WORDS, lang).language.fold(spelling) for spelling in spellings}
    assert len(folded) == 1


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [("kk", "кезек", "кезең"), ("kk", "бейдж", "бейне"), ("pl", "skarga", "skara"), ("fi", "tarve", "terve")],
)
def test_different_words_stay_different(lang: str, one: str, other: str) -> None:
    spelled = load(WORDS, lang).language.fold
    assert spelled(one) != spelled(other)


def test_a_fold_without_a_table_still_takes_accents_off() -> None:
    assert fold({})("Ćwiczenie-é") == "cwiczenie-e"
    assert fold({})("łøæœßđðþıħ O'a’bʼc\u00adde\u200cf\u200dg") == "loaeoessddthih oabcdefg"
    assert fold({"sz": "š", "s": "z"})("Szasa") == "saza"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sano: ”Ymmärrän.”", ["Sano", "Ymmärrän"]),
        ("қарым-қатынас", ["қарым", "қатынас"]),
        ("don't customers' q’yz’", ["don't", "customers", "q’yz"]),
        ("10–15 min, a_b", ["10", "15", "min", "a", "b"]),
        ("o'c o’c oʼc o\u200cc o\u200dc o'' c", ["o'c", "o’c", "oʼc", "o\u200cc", "o\u200dc", "o", "c"]),
        ("e\u0301-\u0301a2b ½", ["e\u0301", "\u0301a2b", "½"]),
        ("a¤b¦c", ["a", "b", "c"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("नमस्ते", ["नमस्ते"]),
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    assert all(a.end <= b.start for a, b in pairwise(tokens(text)))


def test_endings_are_learned_from_paradigms_and_lead_to_known_lemmas_only() -> None:
    paradigms = {f"{stem}a": [f"{stem}a", f"{stem}ami", f"{stem}om"] for stem in ("skarg", "rozmow", "spraw")}
    rules = endings.learned(paradigms, 1.0)
    assert rules.lemma("potrzebami", {"potrzeba"}) == "potrzeba"
    assert rules.lemma("potrzebami", {"skarga"}) is None
    assert endings.parsed(endings.written(rules)) == rules


def test_an_ending_that_only_ever_doubles_a_letter_asks_for_that_letter() -> None:
    rules = endings.learned({verb: [f"{verb}{verb[-1]}ed", f"{verb}s"] for verb in ("plan", "ban", "beg", "hug")}, 1.0)
    assert rules.lemma("skinned", {"skin"}) == "skin"
    assert rules.lemma("burned", {"bur"}) is None
    assert rules.lemma("skins", {"skin"}) == "skin"


def test_a_table_survives_writing_and_reading() -> None:
    entries = [
        lexicon.Entry("asiakas", (), ("asiakas", "asiakkaan")),
        lexicon.Entry("kanta-asiakas", ("kanta", "asiakas"), ("kanta-asiakas",)),
    ]
    table = lexicon.lexicon(entries)
    assert lexicon.parsed(lexicon.written(table)) == table
    forms = {"kezek": {"3": ("kezegi",)}, "skarga": {"pl.gen": ("skarg",), "sg.gen": ("skargi",)}}
    written = inflection.written(inflection.inflections(forms))
    assert written == "kezek\tkezegi\t3=\nskarga\tskarg\tpl.gen=\tsg.gen=i\n"
    assert {lemma: inflection.parsed(written).forms(lemma) for lemma in inflection.parsed(written).lemmas} == forms


def test_of_guesses_only_the_best_is_kept() -> None:
    guesses = (Reading("teepot", is_guess=True), Reading("teepott", is_guess=True))
    assert chosen({"teepoti": guesses, "teepotti": guesses[1:]}, frozenset()) == {
        "teepoti": guesses[1:],
        "teepotti": guesses[1:],
    }
    assert chosen({"teepoti": guesses}, frozenset({"teepott"})) == {"teepoti": guesses[1:]}
    assert chosen({"x": ()}, frozenset()) == {"x": (Reading("x"),)}


def test_a_reading_with_more_forms_behind_it_wins() -> None:
    readings = {
        "umowa": (Reading("umowa"),), "umowom": (Reading("umowa"),), "umowach": (Reading("umowa"),),
        "umowami": (Reading("umowa"),),
        "umowy": (Reading("umowny"), Reading("umowa")), "xyz": (),
    }  # fmt: skip
    found = chosen(readings, frozenset())
    assert [reading.lemma for reading in found["umowy"]] == ["umowa"]
    assert found["xyz"] == (Reading("xyz"),)
    assert chosen(readings, {"umowny"})["umowy"][0].lemma == "umowny"


def test_another_word_in_the_same_form() -> None:
    table = inflection.inflections(
        {"petent": {"pl.inst": ("petentami",)}, "klient": {"pl.inst": ("klientami",), "pl.dat": ("klientom",)}}
    )
    assert table.like("petentami", "petent", "klient") == "klientami"
    assert table.like("petent", "petent", "klient") is None


def test_a_particle_is_taken_off() -> None:
    table = Words(language("xx", {"clitics": "kin"}), lambda: lexicon.lexicon([lexicon.Entry("asiakas", (), ("asiakkaan",))]))
    assert table.lemmas("Asiakkaankin") == ("asiakas",)


@pytest.mark.parametrize(
    ("lang", "form", "lemma"),
    [
        ("pl", "niezadowolonego", "niezadowolony"), ("pl", "zadowoleni", "zadowolony"), ("pl", "skargami", "skarga"),
        ("fi", "asiakkaille", "asiakas"), ("fi", "tarpeeksi", "tarpeeksi"), ("fi", "palautteen", "palaute"),
        ("en", "apologised", "apologise"), ("kk", "жауабыңызды", "жауап"),
    ],
)  # fmt: skip
def test_the_committed_tables_know_their_traps(lang: str, form: str, lemma: str) -> None:
    assert load(WORDS, lang).lemmas(form)[0] == lemma


def test_a_language_without_files_is_a_language() -> None:
    assert load(WORDS, "xx").lemmas("Word") == ("word",)


def test_shared_start() -> None:
    assert shared_start(["kezek", "kezegi", "kezekte"]) == "keze"
    assert shared_start([]) == shared_start(["", "a"]) == ""


def test_every_line_of_a_language_file_is_read() -> None:
    table: dict[str, object] = {
        "analyser": "suffixing",
        "fold": {"ß": "ss"},
        "squeeze": "sz",
        "agreement": "true",
        "keyboards": {"qwerty": "abc", "azerty": "bca"},
        "clitics": "kin han",
        "tails": {"mme nne": "- n", "si": "t"},
        "families": "taa us -\ntus",
        "owned": "poss.2 poss.3",
        "synonyms": "reply answer\nshop store",
        "light": "how what",
        "readings": {"best": "good"},
    }
    assert language("xx", table) == Language(
        code="xx",
        analyser="suffixing",
        fold=fold({"ß": "ss"}, "sz"),
        agreement=True,
        keyboards=("abc", "bca"),
        clitics=("kin", "han"),
        tails={"mme": ("", "n"), "nne": ("", "n"), "si": ("t",)},
        families=(("taa", "us", ""), ("tus",)),
        owned=("poss.2", "poss.3"),
        synonyms=(("reply", "answer"), ("shop", "store")),
        light=("how", "what"),
        readings={"best": "good"},
    )
    assert language("xx", {}) == Language("xx", fold=fold({}))


@pytest.mark.parametrize("row", [{"light": ["a"]}, {"fold": "a"}, {"readings": ["a"]}, {"tails": "a"}, {"analyser": {}}])
def test_a_value_of_the_wrong_kind_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="expected, not"):
        language("xx", row)


def test_as_few_endings_are_learned_as_explain_the_share() -> None:
    paradigms = {"ab": ["ab", "abs"], "cd": ["cds"], "ef": ["efs"], "gh": ["ghx"], "ij": ["ijx"]}
    assert endings.learned(paradigms, 0.5).rules == {"s": ("",)}
    assert endings.learned(paradigms, 0.9).rules == {"s": ("",), "x": ("",)}
