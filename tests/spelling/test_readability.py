"""A step is read at a glance."""

from __future__ import annotations

import pytest
from spelling.readability import LIMITS, STEP_LIMIT, report, sentences, split

from handbook.model.handbook import Handbook


@pytest.mark.parametrize("lang", LIMITS)
def test_sentences_of_steps_are_short(lang: str, handbook: Handbook) -> None:
    steps = tuple(sentences(handbook, lang, ["step"]))
    assert steps
    assert [sentence for sentence in steps if sentence.words > STEP_LIMIT] == []


def test_the_report_speaks_of_every_language(handbook: Handbook) -> None:
    assert [line[:2] for line in report(handbook) if not line.startswith(" ")] == list(LIMITS)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Listen. Do not interrupt.", 2),
        ("Say “I see.” Then wait.", 2),
        ("Soita klo 9.30 tai 8.4.2019.", 1),
        ("Сөйлеңіз. «Рақмет!» деңіз.", 2),
        ("To ok. 3 dni, np. w piątek?", 2),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(split(text)) == count
