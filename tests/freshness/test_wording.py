"""Small parts of freshness by example: what a text means, which words changed, when a review is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from examples import example

from handbook.freshness.meaning import frame_hash, meaning
from handbook.freshness.summary import Cell, due
from handbook.freshness.wording import changed_words
from handbook.model.playbook import FrontMatter


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\u00adb\u200bc\u200cd\u200de\u2060f\ufeffg", "abcdefg"),
        ("„a“ «b» ‘c’ ‟d‟ ′f″ ´g´", "'a' 'b' 'c' 'd' 'f' 'g'"),
        ("« a » , b . »", "'a' , b .'"),
        ("« a» b", "'a'b"),
        ("b «a »", "b'a'"),
        ("1‐2‑3‒4–5—6―7−8", "1-2-3-4-5-6-7-8"),
        ("wait…", "wait..."),
        ("5 % of 5%", "5% of 5%"),
        ("a | b|c", "a|b|c"),
        ("{{ policy.reply_days }} days", "{policy.reply_days} days"),
    ],
)
def test_what_a_text_means(text: str, said: str) -> None:
    assert meaning(text) == said


def test_what_stands_around_a_text_is_told_apart_by_its_parts() -> None:
    assert frame_hash("ab", "c") != frame_hash("a", "bc")


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ("Reply within three days.", "Reply within two days.", "Reply within [-three-]{+two+} days."),
        ("a b", "a b", "a b"),
        ("a b", "a", "a[- b-]"),
        ("", "a", "{+a+}"),
        ("x " + "a " * 300, "y " + "a " * 300, "[-x-]{+y+} " + "a " * 300),
    ],
    ids=["exchanged", "equal", "gone", "new", "long and monotonous"],
)
def test_which_words_changed(before: str, now: str, shown: str) -> None:
    assert changed_words(before, now) == shown


@pytest.mark.parametrize(
    ("period", "day"),
    [("1 day", (2026, 11, 22)), ("2 weeks", (2026, 12, 5)), ("6 months", (2027, 5, 20)), ("1 year", (2027, 11, 21))],
)
def test_when_a_review_is_due(period: str, day: tuple[int, int, int]) -> None:
    page = example("Text.\n")
    assert isinstance(page.matter, FrontMatter)
    assert due(replace(page, matter=replace(page.matter, review_in=period))) == date(*day)


def test_all_is_a_hundred_per_cent_and_nearly_all_is_not() -> None:
    assert [Cell("current", current, 300).percent for current in (0, 1, 299, 300)] == [0, 0, 99, 100]
    assert Cell("current", 0, 0).percent == 0
