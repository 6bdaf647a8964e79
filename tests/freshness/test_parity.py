"""Mistakes that are seeded into good translations are found; good translations are left in peace."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from examples import DAY, example, locked

from handbook.checks.equivalence import differences
from handbook.checks.figures import CLDR_UNITS
from handbook.checks.parity import compared, figures_of
from handbook.checks.quantities import quantities
from handbook.freshness.pages import pairs
from handbook.freshness.states import freshness
from handbook.locale import Locale, NullTranslations
from handbook.model.handbook import Handbook
from handbook.model.lock import Lock
from handbook.model.playbook import Block, Page
from handbook.recall import Recall

NUMBER = re.compile(r"(?<![\w.,:])\d+(?![\w]*[-\d.,:])")
PERCENT = re.compile(r"(?<=\d)[ \u00a0]?(?:%|prosent\w+|пайыз\w*)")
Mutation = Callable[[Block], Iterator[Block]]


def other_number(block: Block) -> Iterator[Block]:
    for match in NUMBER.finditer(block.text):
        yield block._replace(text=f"{block.text[: match.start()]}{int(match[0]) + 23}{block.text[match.end() :]}")


def lost_number(block: Block) -> Iterator[Block]:
    for match in NUMBER.finditer(block.text):
        if int(match[0]) > 12:
            yield block._replace(text=f"{block.text[: match.start()]}X{block.text[match.end() :]}")


def lost_percent(block: Block) -> Iterator[Block]:
    found = list(PERCENT.finditer(block.text))
    if len(found) == 1:
        yield block._replace(text=PERCENT.sub(" kg", block.text))


def lost_citation(block: Block) -> Iterator[Block]:
    if block.citations:
        yield block._replace(citations=block.citations[1:])


def other_citation(block: Block) -> Iterator[Block]:
    if block.citations:
        yield block._replace(citations=("pl-obsluga-999", *block.citations[1:]))


def other_id(block: Block) -> Iterator[Block]:
    if block.kind in ("step", "phrase"):
        yield block._replace(id=f"{block.id}-2")


def other_link(block: Block) -> Iterator[Block]:
    if "](" in block.text:
        yield block._replace(text=block.text.replace("](", "](not-", 1))


def lost_placeholder(block: Block) -> Iterator[Block]:
    if "{{ policy." in block.text:
        yield block._replace(text=block.text.replace("{{ policy.", "policy.", 1))


def other_kind(block: Block) -> Iterator[Block]:
    if block.kind == "item":
        yield block._replace(kind="numbered")


MUTATIONS: tuple[Mutation, ...] = (
    other_number,
    lost_number,
    lost_percent,
    lost_citation,
    other_citation,
    other_id,
    other_link,
    lost_placeholder,
    other_kind,
)
SAMPLED = {lost_citation: 40, other_citation: 40, other_id: 40, other_kind: 20}
"""Only every n-th mistake of the plentiful kinds."""


def mistakes(page: Page) -> Iterator[tuple[str, Page]]:
    """Kind of mistake and the page that holds it."""
    for at, block in enumerate(page.blocks):
        before, after = page.blocks[:at], page.blocks[at + 1 :]
        for mutation in MUTATIONS:
            if at % SAMPLED.get(mutation, 1) in (0, 7):
                yield from ((mutation.__name__, replace(page, blocks=(*before, made, *after))) for made in mutation(block))
        if at % 30 == 5:
            yield "lost_block", replace(page, blocks=before + after)
            new = Block("paragraph", block.line, "Quite new.", section=block.section)
            yield "added_block", replace(page, blocks=(*before, new, *page.blocks[at:]))
        if at % 30 == 9 and after:
            swapped = after[0]._replace(line=block.line), block._replace(line=after[0].line)
            yield "swapped_blocks", replace(page, blocks=(*before, *swapped, *after[1:]))


@pytest.fixture(scope="module")
def translated(handbook: Handbook) -> list[tuple[Page, Page, Lock]]:
    return [(original, page, locked(original, page)) for original, page in pairs(handbook)]


def test_good_translations_are_left_in_peace(handbook: Handbook, translated: list[tuple[Page, Page, Lock]]) -> None:
    """At most one false alarm in a hundred pages; the whole handbook has fewer, so: none."""
    known = figures_of(handbook, Recall())
    assert not [problem for original, page, lock in translated for problem in compared(freshness(original, page, lock), known)]


def test_seeded_mistakes_are_found(handbook: Handbook, translated: list[tuple[Page, Page, Lock]]) -> None:
    known = figures_of(handbook, Recall())
    seeded: Counter[str] = Counter()
    missed: list[tuple[str, str]] = []
    for original, page, lock in translated:
        for kind, wrong in mistakes(page):
            seeded[kind] += 1
            if not any(problem.severity == "error" for problem in compared(freshness(original, wrong, lock), known)):
                missed.append((kind, page.path))
    print(dict(seeded), "missed", missed)
    assert sum(seeded.values()) >= 500
    assert len(missed) <= sum(seeded.values()) / 100


def written(handbook: Handbook, lang: str, value: Decimal | date, unit: str) -> str:
    """How a language writes a figure, by Babel: the opposite of what is tested."""
    voice = Locale(lang, handbook.languages[lang], NullTranslations())
    if isinstance(value, date):
        return voice.date(value)
    if unit == "percent":
        return voice.percent(value)
    return voice.amount((value,), f"{unit}s" if unit else "none")


VALUES = [Decimal(text) for text in ("0.5", "2", "14", "20", "250", "1000", "1000.5", "41600", "1234567")]
UNITS = ["", "percent", "minute", "second", "day", "week", "year", "centimetre"]
DAYS = [date(2026, 4, 5), date(2019, 11, 30), date(2027, 5, 8)]
LANGUAGE_PAIRS = [(one, other) for one, other in product(("fi", "pl", "kk", "en"), repeat=2) if one != other]


@pytest.mark.parametrize(("ours", "theirs"), LANGUAGE_PAIRS)
def test_figures_of_every_locale(handbook: Handbook, ours: str, theirs: str) -> None:
    """Every figure equals itself in another language, and nothing else."""
    known = figures_of(handbook, Recall())
    figures: list[tuple[Decimal | date, str]] = [*product(VALUES, UNITS), *((day, "") for day in DAYS)]
    seeded, missed = 0, []
    for at, (value, unit) in enumerate(figures):
        text = f"Abc {written(handbook, ours, value, unit)} xyz."
        same = f"Abc {written(handbook, theirs, value, unit)} xyz."
        assert not list(differences(text, known[ours], same, known[theirs])), (text, same)
        for other in (figures[(at + 8) % len(figures)], figures[(at + 1) % len(figures)]):
            wrong = f"Abc {written(handbook, theirs, *other)} xyz."
            if other[1] and unit and wrong != same:
                seeded += 1
                missed += [] if list(differences(text, known[ours], wrong, known[theirs])) else [(text, wrong)]
    assert seeded > 80
    assert not missed


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "1,000.5 and 20%", ["1000.5 percent?", "20 percent"]),
        ("fi", "1 000,5 ja 20 %", ["1000.5 percent?", "20 percent"]),
        ("pl", "1 000,5 i 20%", ["1000.5 percent?", "20 percent"]),
        ("kk", "1 000,5 және 20 пайызы", ["1000.5 percent?", "20 percent"]),
        ("fi", "klo 9.30 ja 8.4.2019", ["2019-04-08 date", "09:30 time"]),
        ("en", "at 9:30 on 8 April 2019", ["2019-04-08 date", "09:30 time"]),
        ("pl", "8 kwietnia 2019 r. o 9:30", ["2019-04-08 date", "09:30 time"]),
        ("kk", "2019 жылғы 8 сәуір, сағат 9:30-да", ["2019-04-08 date", "09:30 time"]),
        ("fi", "enintään 10–15 minuuttia", ["10 minute", "15 minute"]),
        ("en", "10 to 15 minutes", ["10", "15 minute"]),
        ("fi", "kolmen päivän kuluttua", ["3 day"]),
        ("pl", "po trzech dniach", ["3 day"]),
        ("kk", "үш күн ішінде", ["3 day"]),
        ("en", "WCAG 2.2, in 3 days", ["2.2", "3 day"]),
        ("en", "9 a.m. to 5.30 pm, 12 AM or noon", ["09:00 time", "17:30 time", "00:00 time"]),
        ("pl", "od 9.00 do 17.00", ["09:00 time", "17:00 time"]),
        ("en", "£5 or 20 euros", ["5 money GBP", "20 money EUR"]),
    ],
)
def test_quantities(handbook: Handbook, lang: str, text: str, expected: list[str]) -> None:
    found = quantities(text, figures_of(handbook, Recall())[lang])
    assert [f"{each.value} {each.unit}".strip() for each in found] == expected


@pytest.mark.parametrize(
    ("lang", "ours", "other", "theirs", "expected", "found"),
    [
        ("en", "Reply in three days.", "fi", "Vastaa neljässä viikossa.", "three days", "neljässä viikossa"),
        ("en", "It costs €20 or more.", "pl", "Kosztuje 30 zł lub więcej.", "€20", "30 zł"),
        ("fi", "10–15 minuuttia", "en", "10 to 20 minutes", "15 minuuttia", "20 minutes"),
        ("en", "20 per cent of them", "kk", "Олардың 30 пайызы", "20 per cent", "30 пайызы"),
        ("en", "a 5-day wait", "fi", "6 päivän odotus", "5-day", "6 päivän"),
        ("kk", "1 000 адам", "fi", "1 500 ihmistä", "1 000", "1 500"),
        ("fi", "klo 9.30", "en", "at 10:30", "09:30", "10:30"),
        ("pl", "Oddam pani 17 zł.\nOddam panu 17 zł.", "fi", "Palautan rahat.", "17 zł", ""),
    ],
)
def test_figures_are_shown_as_the_texts_write_them(
    handbook: Handbook, lang: str, ours: str, other: str, theirs: str, expected: str, found: str
) -> None:
    """Except times and dates, which languages write most differently."""
    known = figures_of(handbook, Recall())
    shown = [(each.expected, each.found) for each in differences(ours, known[lang], theirs, known[other])]
    assert shown == [(expected, found)]


@pytest.mark.parametrize(
    ("lang", "ours", "other", "theirs"),
    [
        ("en", "Call +358 40 123 4567 or 0800 123 456.", "fi", "Soita +358 40 123 4567 tai 0800\u00a0123\u00a0456."),
        ("en", "Open until 5 p.m.", "fi", "Avoinna klo 17 asti."),
        ("fi", "Avoinna klo 9–17.30.", "en", "Open 9 am–5.30 pm."),
        ("en", "Open from 9:00 to 17:00.", "pl", "Otwarte od 9.00 do 17.00."),
        ("fi", "Soitan klo 17.", "pl", "Pasuje pani 17:00?\nPasuje panu 17:00?"),
        ("pl", "Oddam pani 17 zł.\nOddam panu 17 zł.", "fi", "Palautan 17 zlotya."),
    ],
)
def test_what_says_the_same_is_left_in_peace(handbook: Handbook, lang: str, ours: str, other: str, theirs: str) -> None:
    known = figures_of(handbook, Recall())
    assert list(differences(ours, known[lang], theirs, known[other])) == []
    wrong = theirs.replace("7", "8").replace("5.30", "6.30")
    assert list(differences(ours, known[lang], wrong, known[other])) != []


def test_an_editor_of_the_original_never_breaks_the_build(handbook: Handbook, translated: list[tuple[Page, Page, Lock]]) -> None:
    """Whatever is done to an original, its stamped translations hold no error."""
    known = figures_of(handbook, Recall())
    tried = 0
    for original, page, lock in translated[::4]:
        for kind, changed in mistakes(original):
            tried += 1
            errors = [problem for problem in compared(freshness(changed, page, lock), known) if problem.severity == "error"]
            assert not errors, (kind, errors)
    assert tried > 100


def test_units_of_cldr_are_all_known() -> None:
    assert set(UNITS) - {""} <= set(CLDR_UNITS)


def test_a_difference_is_an_error_only_while_the_lock_says_current(handbook: Handbook) -> None:
    known = figures_of(handbook, Recall())
    original, wrong = example("Reply in 3 days. [@a-001]\n", "en"), example("Vastaa 5 päivässä. [@a-001]\n", "fi", "en")
    lock = locked(original, wrong, DAY)
    assert [problem.code for problem in compared(freshness(original, wrong, lock), known)] == ["numbers-differ"]
    improved = example("Reply in 4 days. [@a-001]\n", "en")
    assert not list(compared(freshness(improved, wrong, lock), known))
    cited = example("Reply in 3 days. [@a-002]\n", "en")
    right = example("Vastaa 3 päivässä. [@a-001]\n", "fi", "en")
    found = list(compared(freshness(cited, right, locked(original, right)), known))
    assert [(problem.code, problem.severity) for problem in found] == [("citations-differ", "warning")]
