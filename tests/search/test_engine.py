"""A query and what must be among the first three results: the ways staff type, one example each."""

from collections.abc import Mapping

import pytest

from handbook_io.search import Terminal

COMPLAINT = "handle-a-complaint/"
QUEUE = "receive-customers-and-manage-waiting/"
EXAMPLES = [
    ("fi", "valitus", COMPLAINT), ("fi", "reklamaatioihin", COMPLAINT), ("fi", "reklamaation käsittely", COMPLAINT),
    ("fi", "valituskäsittely", COMPLAINT), ("fi", "puhelin jono", QUEUE), ("fi", "vastavaite", "handle-objections/"),
    ("fi", "rekalmaatio", COMPLAINT), ("fi", "hihainen asiakas", "calm-an-angry-customer/"), ("fi", "skarga", COMPLAINT),
    ("fi", "мфдшегы", COMPLAINT), ("fi", "rekla", COMPLAINT),
    ("fi", "mitä teen kun asiakas uhkaa minua", "respond-to-abuse-and-threats/"),
    ("pl", "skargami", COMPLAINT), ("pl", "zazalenie", COMPLAINT), ("pl", "reklmacja", COMPLAINT), ("pl", "valitus", COMPLAINT),
    ("pl", "кулдфьфсоф", COMPLAINT), ("pl", "kolejce", QUEUE),
    ("pl", "jak uspokoić wściekłego klienta", "calm-an-angry-customer/"),
    ("kk", "шағымдарыңызды", COMPLAINT), ("kk", "шагым", COMPLAINT), ("kk", "shagym", COMPLAINT), ("kk", "şağım", COMPLAINT),
    ("kk", "қарсылқы", "handle-objections/"), ("kk", "karsylyk", "handle-objections/"), ("kk", "complaint", COMPLAINT),
    ("kk", "rtptr", QUEUE), ("kk", "сщьздфште", COMPLAINT), ("fi", "mä sain valituksen", COMPLAINT),
    ("kk", "ашулы клиент айқайлайды", "calm-an-angry-customer/"), ("en", "complaints", COMPLAINT), ("en", "complant", COMPLAINT),
    ("fi", "vakkari", "build-customer-relationships/"), ("fi", "vituttaa asiakas", "calm-an-angry-customer/"),
    ("pl", "nie slysze klienta", "handle-a-phone-call/"), ("kk", "бракованный товар", COMPLAINT),
    ("en", "burnt out", "look-after-yourself/"),
    ("en", "reklamaatio", COMPLAINT), ("en", "what do I do when a customer threatens me", "respond-to-abuse-and-threats/"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "query", "page"), EXAMPLES)
def test_found_among_the_first_three(lang: str, query: str, page: str, terminals: Mapping[str, Terminal]) -> None:
    urls = [hit["url"] for hit in terminals[lang].search(query)[:3]]
    terms = {COMPLAINT: "glossary/#complaint"}
    assert any(page in url or terms.get(page, page) in url for url in urls), urls


def test_a_hit_says_all_that_a_reader_needs(terminals: Mapping[str, Terminal]) -> None:
    hit = next(hit for hit in terminals["fi"].search("valituksia") if hit["kind"] == "playbook")
    assert set(hit) == {
        "url", "title", "titleMarks", "kind", "lang", "score", "snippet", "breadcrumb", "owner", "reviewed", "reviewIn",
        "fallback", "definition",
    }  # fmt: skip
    assert hit["url"] == "fi/playbooks/handle-a-complaint/"
    assert hit["lang"] == "fi"
    assert hit["owner"]
    assert hit["reviewed"].startswith("20")


def test_the_matched_words_are_marked_in_the_form_they_have(terminals: Mapping[str, Terminal]) -> None:
    snippet = terminals["en"].search("queues")[0]["snippet"]
    marked = [snippet["text"][start:end].lower() for start, end in snippet["marks"]]
    assert {"queue", "queues"} & set(marked)


def test_matched_words_of_a_title_are_marked_too(terminals: Mapping[str, Terminal]) -> None:
    hit = next(hit for hit in terminals["pl"].search("skargami") if hit["kind"] == "playbook")
    assert [hit["title"][start:end] for start, end in hit["titleMarks"]] == ["skargi"]


def test_a_term_shows_its_definition(terminals: Mapping[str, Terminal]) -> None:
    term = next(hit for hit in terminals["en"].search("complaint") if hit["kind"] == "term")
    assert term["definition"]


def test_a_step_is_linked_to_directly(terminals: Mapping[str, Terminal]) -> None:
    assert {hit["kind"] for hit in terminals["en"].search("everyone in the queue treated with equal fairness")} & {"step"}


@pytest.mark.parametrize(
    "query", ["", " ", "…", "😀", "a" * 2000, '"\\', "</script>", "zzzzqqqq wwwwxxxx", "1234567890", "\u0301"]
)
def test_nothing_that_is_typed_breaks_it(query: str, terminals: Mapping[str, Terminal]) -> None:
    for terminal in terminals.values():
        assert isinstance(terminal.search(query), list)


@pytest.mark.parametrize("method", ["search", "suggest"])
def test_a_whole_page_that_is_pasted_is_read_from_its_beginning_only(method: str, terminals: Mapping[str, Terminal]) -> None:
    """Each unknown word is looked for with every slip: a thousand of them would take seconds."""
    unknown = "zzzzqqqq " * 31
    ask = getattr(terminals["en"], method)
    assert ask(f"complaint {unknown * 300}") == ask(f"complaint {unknown}")
    assert ask(f"{unknown} complaint") == ask(unknown)


def test_suggestions_complete_and_correct(terminals: Mapping[str, Terminal]) -> None:
    assert any("valitus" in row["title"].lower() for row in terminals["fi"].suggest("valit")["completions"])
    assert terminals["fi"].suggest("reklmaatio")["correction"] == "reklamaatio"
    assert terminals["kk"].suggest("шағым")["correction"] == ""


def test_a_correction_leaves_the_other_words_as_they_were_typed(terminals: Mapping[str, Terminal]) -> None:
    assert terminals["fi"].suggest("asiakkaan reklmaatio")["correction"] == "asiakkaan reklamaatio"
    assert terminals["en"].suggest("zzzzqqqq complant")["correction"] == "zzzzqqqq complaint"


@pytest.mark.parametrize("query", ["'’", "[];'", ".*+?^", ",."])
def test_signs_alone_are_no_mistyped_word(query: str, terminals: Mapping[str, Terminal]) -> None:
    for terminal in terminals.values():
        assert terminal.search(query) == []
        assert terminal.suggest(query)["correction"] == ""


def test_the_same_records_give_the_same_bytes(indexes: Mapping[str, Mapping[str, bytes]]) -> None:
    assert all(name.startswith((f"search/{lang}/", f"search/{lang}.js")) for lang, index in indexes.items() for name in index)
    assert all(
        content.startswith(b"handbook.searchShard(") and content.endswith(b");\n")
        for index in indexes.values()
        for content in index.values()
    )
