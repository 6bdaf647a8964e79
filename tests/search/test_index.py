"""A small site of two made-up languages: what an index holds, without tables too."""

import gzip
import json
from collections.abc import Callable, Iterator

import pytest

from handbook.search.codec import packed_words
from handbook.search.index import files
from handbook.search.record import Batch, Block, Concept, Record
from handbook.search.weights import Weigher
from handbook.words.endings import endings
from handbook.words.language import Language, language
from handbook.words.lexicon import Entry, lexicon
from handbook.words.words import Words
from handbook_io.search import Terminal

PLAIN = Words(Language("xx"))
TABLED = Words(
    language("yy", {"analyser": "voikko", "families": "a inta", "synonyms": "kissa katti mirri\nhauva koira\nuupunut väsynyt"}),
    lambda: lexicon(
        [
            Entry("kissa", (), ("kissa", "kissan")),
            Entry("kissanruoka", ("kissa", "ruoka"), ("kissanruokaa",)),
            Entry("väsyä", (), ("väsyneen", "väsynyt")),
        ]
    ),
    lambda: endings({"lla": ("",), "n": ("",), "a": ("",)}, {"mme": ("", "n")}),
)
WORDS = {"xx": PLAIN, "yy": TABLED}
CONCEPTS = [Concept("cat", (("xx", ("gatto",)), ("yy", ("kissa",))))]


Search = Callable[[str, list[Record], str], list[str]]


def record(url: str, title: str, *texts: str, lang: str = "xx", subjects: tuple[str, ...] = ()) -> Record:
    return Record(url, title, "section", lang, tuple(map(Block, texts)), subjects=subjects)


@pytest.fixture
def search(engine: bytes) -> Iterator[Search]:
    opened: list[Terminal] = []

    def found(lang: str, records: list[Record], query: str) -> list[str]:
        opened.append(Terminal(engine, dict(files(lang, [Batch("", records)], WORDS, CONCEPTS)), lang))
        return [hit["url"] for hit in opened[-1].search(query)]

    yield found
    for terminal in opened:
        terminal.close()


def test_a_language_without_tables_is_found_by_fold_and_prefix(search: Search) -> None:
    records = [record("a/", "Gatto", "Il gatto è qui."), record("b/", "Cane", "Perché no?")]
    assert search("xx", records, "gat") == ["a/"]
    assert search("xx", records, "perche") == ["b/"]


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("kissanmme", "an ending behind an ending"),
        ("katti", "a synonym that no text has"),
        ("mirrilla", "a synonym with an ending"),
        ("mirr", "the beginning of a synonym"),
        ("miri", "a slip in a synonym"),
        ("kissinta", "another word of its family"),
    ],
)
def test_a_word_is_found_through_what_the_language_says(search: Search, query: str, why: str) -> None:
    records = [record("a/", "Kissa", lang="yy"), record("b/", "Kissa", "kissassa kissa", lang="yy"), record("c/", "x", lang="yy")]
    assert set(search("yy", records, query)) == {"a/", "b/"}, why


def test_a_word_of_the_text_comes_before_its_synonyms(search: Search) -> None:
    records = [record("a/", "Kissa", lang="yy"), record("b/", "Katti", lang="yy")]
    assert search("yy", records, "katti") == ["b/", "a/"]


def test_a_word_that_the_language_knows_is_no_slip_of_another(search: Search) -> None:
    records = [record("a/", "Hoira", lang="yy"), record("b/", "Kissa", lang="yy")]
    assert search("yy", records, "kora") == []
    assert search("yy", records, "foira") == ["a/"]
    assert search("yy", records, "koira") == []


def test_a_synonym_may_be_written_in_the_form_that_texts_file_under_another_lemma(search: Search) -> None:
    assert search("yy", [record("a/", "Väsyneen", lang="yy")], "uupunut") == ["a/"]


def test_a_place_whose_whole_name_was_typed_comes_first(search: Search) -> None:
    longer = record("a/", "Gatto nero", "Gatto.")
    assert search("xx", [longer, record("b/", "Gatto", "Uno.")], "gatto")[0] == "b/"
    named = record("c/", "Uno", "Due.")._replace(aliases=("gatto sul tetto",))
    assert search("xx", [record("a/", "Gatto sul divano", "Sul tetto."), named], "gatto sul tetto")[0] == "c/"


def test_another_name_said_often_counts_once() -> None:
    once, often = (record("a/", "x")._replace(aliases=names) for names in (("gatto nero",), ("gatto nero", "gatto blu")))
    assert Weigher(PLAIN, PLAIN.language.fold)(once)["gatto"] == Weigher(PLAIN, PLAIN.language.fold)(often)["gatto"]


def test_words_that_stand_together_come_first(search: Search) -> None:
    filler = " ".join(f"w{number}" for number in range(30))
    records = [record("a/", "x", f"gatto {filler} nero"), record("b/", "y", f"{filler} gatto nero")]
    assert search("xx", records, "gatto nero") == ["b/", "a/"]


def test_what_an_id_says_is_read() -> None:
    hinted, titled = record("a/#mio-gatto", "x")._replace(hints=("mio gatto",)), record("a/", "gatto")
    low, high = (Weigher(PLAIN, PLAIN.language.fold)(one)["gatto"] for one in (hinted, titled))
    assert 0 < low < high


def test_another_languages_word_leads_to_the_concept(search: Search) -> None:
    records = [record("a/", "Gatto", "Il gatto è qui.", subjects=("cat",)), record("b/", "Cane", "Perché no?")]
    assert search("xx", records, "kissan") == ["a/"]


def test_the_title_counts_more_than_the_text(search: Search) -> None:
    records = [record("a/", "Altro", "cane cane cane gatto"), record("b/", "Cane", "altro")]
    assert search("xx", records, "cane")[0] == "b/"


def test_an_empty_site_has_an_index(search: Search) -> None:
    assert search("xx", [], "cane") == []


def test_a_part_of_a_compound_counts_less_than_the_word() -> None:
    own = Weigher(TABLED, TABLED.language.fold)(record("a/", "", "kissa", lang="yy"))
    part = Weigher(TABLED, TABLED.language.fold)(record("a/", "", "kissanruokaa", lang="yy"))
    assert own["kissa"] > part["kissa"] > 0


def test_a_place_whose_whole_name_is_a_part_of_the_query_comes_before_others(search: Search) -> None:
    other = record("a/", "Gatto sul tetto rosso della casa", "Due.")
    named = record("b/", "Uno", "Due.")._replace(aliases=("gatto sul tetto",))
    seen = [record(f"{n}/", "Vedo", "Tre.") for n in range(6)]
    assert search("xx", [other, named, *seen], "vedo gatto sul tetto")[0] == "b/"


def test_a_part_of_a_compound_in_a_title_counts_by_its_share() -> None:
    """Three keys in the title: 2.4 / 1.24 for the word itself, 0.6 of that for each part; 5.0 is level 16."""
    titled = Weigher(TABLED, TABLED.language.fold)(record("a/", "kissanruokaa", lang="yy"))
    assert titled == {"kissanruoka": 6, "kissa": 4, "ruoka": 4}


def test_what_the_core_of_an_index_holds() -> None:
    """The engine asks for each by its name; what only concepts are filed under is no word, but all synonyms are."""
    made = dict(files("yy", [Batch("", [record("a/", "Kissa", lang="yy", subjects=("cat",))])], WORDS, CONCEPTS))
    (data,) = (data.decode() for path, data in made.items() if path.endswith("/core.js"))
    core = json.loads(data.removeprefix('handbook.searchShard("yy","core",').removesuffix(");\n"))
    assert list(core) == [
        *("lang", "fold", "squeeze", "keyboards", "keys", "common", "endings", "tails", "families", "synonyms", "forms", "light"),
        *("compounds", "postings", "records", "pages", "concepts"),
    ]
    assert core["keys"] == packed_words((key, "") for key in ("hauva", "katti", "kissa", "koira", "mirri", "uupunut", "vasya"))
    assert core["synonyms"] == "2 1 4"


def test_weights_depend_on_the_record_only() -> None:
    one = record("a/", "Cane", "gatto cane")
    assert Weigher(PLAIN, PLAIN.language.fold)(one) == Weigher(PLAIN, PLAIN.language.fold)(one)


def test_the_engine_is_small(engine: bytes) -> None:
    assert len(gzip.compress(engine, 9)) <= 10_000


def test_weights_are_those_of_the_formula() -> None:
    """BM25 with k1 = 1.2 and b = 0.5 at 50 words a record, names on top, 5.0 as the highest of 16 levels."""
    text = "Gatto gatto " + "x" * 3 + " nero" * 7
    blocks = (Block(text), Block("cane", "step"), Block("lupo", "text"))
    one = Record("a/", "Gatto bianco", "section", "xx", blocks, ("Casa",), ("c1",), ("c2",), ("topo", "topo rosso"), ("cane",))
    body = {"gatto": 2, "xxx": 1, "nero": 7, "cane": 1, "lupo": 1}
    norm = 1.2 * (0.5 + 0.5 * 12 / 50)
    expected = {key: count * 2.2 / (count + norm) for key, count in body.items()}
    two_words = 2.4 / 1.12
    named = {"gatto": two_words, "bianco": two_words, "casa": 0.7 * 2.4, "topo": 0.8 * 2.4, "rosso": 0.8 * two_words}
    named |= {"cane": 2 * 0.2 * 2.4, "#c1": 1.0, "#c2": 2.4}
    for key, bonus in named.items():
        expected[key] = expected.get(key, 0) + bonus
    levels = {key: max(1, min(16, round(value * 16 / 5.0))) for key, value in expected.items()}
    assert Weigher(PLAIN, PLAIN.language.fold)(one) == levels


def test_every_record_of_a_large_index_is_found(search: Search) -> None:
    """However short the records and large the shards: some hold as many as one figure can count."""
    lengthy = [record(f"{number}/", f"n{number}", "passo " * 800) for number in range(300)]
    short = [record(f"{number}/", f"n{number}") for number in range(300, 500)]
    for wanted in (0, 299, 300, 334, 335, 499):
        assert search("xx", [*lengthy, *short], f"n{wanted}")[:1] == [f"{wanted}/"]


def test_a_larger_index_has_larger_shards_not_more() -> None:
    def shards(count: int) -> int:
        records = [record(f"{number}/", f"n{number}", "passo " * 100) for number in range(count)]
        return sum("/records-" in name for name, _ in files("xx", [Batch("", records)], WORDS, CONCEPTS))

    assert shards(800) < shards(400)
