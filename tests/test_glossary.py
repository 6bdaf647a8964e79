"""Terms in running text: linked in any inflected form, look-alikes never."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from handbook.checks.renderings import renderings
from handbook.checks.terms import deprecated
from handbook.linking import Linker
from handbook.model.playbook import Block
from handbook.render.blocks import page_html
from handbook.render.context import PageContext
from handbook.scan.markdown import blocks
from handbook.site import Site
from handbook.words.occurrences import occurrences

LINK = re.compile(r'data-concept="([^"]+)">([^<]*)')


def linked(site: Site, lang: str, text: str, unlinked: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    found: tuple[Block, ...] = blocks("page.md", text)[0]
    linker = Linker(partial(occurrences, sought=site.terms[lang]), site.linkable[lang], unlinked)
    html = page_html(found, PageContext(site, "playbooks/x", site.addresses.page(lang, "playbooks/x"), lang, lang, linker))
    return [(concept, words.replace("\u00a0", " ")) for concept, words in LINK.findall(html)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fi", "Kirjaa reklamaatiot heti.", [("formal-claim", "reklamaatiot")]),
        ("pl", "Nie bagatelizuj skargi.", [("complaint", "skargi")]),
        ("kk", "Шағымның себебін сұраңыз.", [("complaint", "Шағымның")]),
        ("en", "Two complaints came in.", [("complaint", "complaints")]),
    ],
)
def test_an_inflected_term_is_linked(handbook_site: Site, lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert linked(handbook_site, lang, text) == expected


def test_the_first_in_each_section_and_never_in_headings_links_or_code(handbook_site: Site) -> None:
    text = """
A complaint. Another complaint.

## A complaint { #one }

A `complaint`, a [complaint](other.md), then a complaint.
"""
    assert linked(handbook_site, "en", text) == [("complaint", "complaint"), ("complaint", "complaint")]


def test_citations_and_insides_of_words_are_never_linked(handbook_site: Site) -> None:
    text = "Mind the customers' complaints-book, uncomplaining. [@fi-muistilista-023]"
    assert linked(handbook_site, "en", text) == [("customer", "customers")]


def test_a_note_in_the_concept_resolves_what_is_ambiguous(handbook_site: Site) -> None:
    assert linked(handbook_site, "pl", "Reklama wprowadziła go w błąd.") == []
    assert linked(handbook_site, "pl", "Napraw błąd.") == [("mistake", "błąd")]


def test_quotation_marks_and_endings_of_abbreviations_belong_to_the_link(handbook_site: Site) -> None:
    assert linked(handbook_site, "pl", "Użyj komunikatu „ja” i zajrzyj do CRM-u.") == [
        ("i-message", "komunikatu „ja”"),
        ("customer-register", "CRM-u"),
    ]
    assert linked(handbook_site, "kk", "«Жабық терезе» әдісін қолданыңыз.") == [
        ("closed-window-technique", "«Жабық терезе» әдісін")
    ]


def test_the_longest_term_wins(handbook_site: Site) -> None:
    assert [concept for concept, _ in linked(handbook_site, "pl", "Obsługa klienta jest ważna.")] == ["customer-service"]


def test_an_editor_can_opt_out_for_a_word_and_for_a_page(handbook_site: Site) -> None:
    assert linked(handbook_site, "en", "A [complaint][-] here.") == []
    assert linked(handbook_site, "en", "A complaint here.", frozenset({"complaint"})) == []
    assert linked(handbook_site, "en", "A complaint here.", frozenset({"all"})) == []


def test_a_link_by_hand_wins_over_the_linker(handbook_site: Site) -> None:
    assert linked(handbook_site, "en", "This [matter][complaint] counts.") == [("complaint", "matter")]


@pytest.mark.parametrize("lang", ["fi", "pl", "kk", "en"])
def test_look_alikes_stay_unlinked(handbook_site: Site, lang: str) -> None:
    wrong = []
    for concept in handbook_site.handbook.concepts.values():
        for look_alike in concept.term(lang).unlike:
            found = {linked_concept for linked_concept, _ in linked(handbook_site, lang, f"… {look_alike} …")}
            if concept.id in found:
                wrong.append((concept.id, look_alike))
    assert wrong == []


def test_the_same_pages_link_in_every_language(site: Path) -> None:
    for lang in ("", "fi/", "pl/", "kk/"):
        html = (site / f"{lang}playbooks/handle-a-complaint/index.html").read_text("utf-8")
        assert len(LINK.findall(html)) > 20


@pytest.mark.parametrize(
    ("lang", "text", "instead"),
    [
        ("pl", "Zapytaj petentów o zdanie.", "klientów"),
        ("pl", "Petentom to nie przeszkadza.", "Klientom"),
        ("en", "The harmful customers left.", "demanding customer"),
        ("pl", "„Petent” to złe słowo.", ""),
    ],
)
def test_a_deprecated_term_is_found_in_any_form_outside_quotation_marks(
    handbook_site: Site, lang: str, text: str, instead: str
) -> None:
    page = next(page for page in handbook_site.handbook.pages if page.lang == lang and page.name.startswith("playbooks/"))
    written = replace(page, blocks=blocks("page.md", text)[0])
    site = replace(handbook_site, handbook=replace(handbook_site.handbook, pages=(written,)))
    assert [problem.values["instead"] for problem in deprecated(site)] == ([instead] if instead else [])


def test_the_handbook_calls_its_concepts_by_their_terms_in_every_language(handbook_site: Site) -> None:
    """Every alarm was read; where one was right, the text was mended."""
    assert not [*deprecated(handbook_site), *renderings(handbook_site)]


def test_another_word_in_a_translation_is_found(handbook_site: Site) -> None:
    """The preferred term of a section's concept is exchanged for another word, in each translation in turn."""
    found = 0
    for lang, term, other in (("kk", r"кезе[кг]\w*", "тізбек"), ("en", r"queu\w*", "line"), ("pl", r"kolej\w*", "ogonek")):
        pages = [
            replace(
                page,
                blocks=tuple(block._replace(text=re.sub(term, other, block.text, flags=re.IGNORECASE)) for block in page.blocks),
            )
            if page.lang == lang and page.matter.translated_from
            else page
            for page in handbook_site.handbook.pages
        ]
        site = replace(handbook_site, handbook=replace(handbook_site.handbook, pages=tuple(pages)))
        found += any(problem.values["concept"] == "queue" for problem in renderings(site) if problem.code == "term-differs")
    assert found == 3
