"""Two texts that should say the same in; the figures on which they disagree out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from handbook.checks.figures import Figures
from handbook.checks.quantities import PERHAPS_PERCENT, Quantity, mentions, quantities, written
from handbook.checks.variants import said

CODES = {"date": "dates-differ", "time": "dates-differ"}
"""Unit → code of the problem; any other: numbers-differ."""


TELEPHONE = re.compile(r"(?:\+|\(?0)[\d ()\u00a0\u202f-]{6,}\d")
"""Digits in groups that a language might take for numbers with thousands; those never begin like this."""


class Difference(NamedTuple):
    code: str
    expected: str
    """What the original says; empty if the translation says something more."""
    found: str


def differences(ours: str, our_figures: Figures, theirs: str, their_figures: Figures) -> Iterator[Difference]:
    """Figures of the original that the translation lacks or has otherwise, and those that it adds."""
    stated = _stated(ours, our_figures), _stated(theirs, their_figures)
    if stated[0] == stated[1]:
        return
    if shared := _telephones(ours) & _telephones(theirs):
        ours, theirs = (
            TELEPHONE.sub(lambda match: "" if _spaced(match[0]) in shared else match[0], text) for text in (ours, theirs)
        )
        stated = _stated(ours, our_figures), _stated(theirs, their_figures)
    missing, added = _unmatched(*stated)
    missing = [found for found in missing if not _is_told(found, theirs, their_figures)]
    added = [found for found in added if not _is_told(found, ours, our_figures)]
    for expected in missing:
        instead = next((found for found in added if found.value == expected.value), None) or next(
            (found for found in added if _kind(found) == _kind(expected)), None
        )
        if instead:
            added.remove(instead)
        same = instead is not None and instead.value == expected.value
        shown = _shown(instead, theirs, their_figures) if instead else ""
        yield Difference("units-differ" if same else _kind(expected), _shown(expected, ours, our_figures), shown)
    for found in added:
        yield Difference(_kind(found), "", _shown(found, theirs, their_figures))


def _stated(text: str, figures: Figures) -> Sequence[Quantity]:
    """What the text states. Few have several lines."""
    return said(text, partial(quantities, known=figures)) if "\n" in text else quantities(text, figures)


def _telephones(text: str) -> set[str]:
    """What both languages write alike says the same in both."""
    return {_spaced(written) for written in TELEPHONE.findall(text)}


def _spaced(written: str) -> str:
    return " ".join(written.split())


def _shown(found: Quantity, text: str, figures: Figures) -> str:
    """As it stands in the text; times and dates as they are in every language."""
    return found.value if found.unit in CODES else written(found, text, figures)


def _kind(found: Quantity) -> str:
    return CODES.get(found.unit, "numbers-differ")


def _unmatched(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """What is left on either side when equal quantities are paired, the surest pairs first."""
    left, right = list(ours), list(theirs)
    for same in (lambda a, b: (a.value, a.unit) == (b.value, b.unit), _agree):
        for one in list(left):
            other = next((found for found in right if same(one, found)), None)
            if other:
                left.remove(one)
                right.remove(other)
    return left, right


def _agree(one: Quantity, other: Quantity) -> bool:
    """Equal as far as both languages let it be recognised. A percentage always is."""
    units = {one.unit, other.unit}
    if "date" in units:
        return one.unit == other.unit and (one.value.endswith(other.value) or other.value.endswith(one.value))
    if "time" in units:
        return _hour(one) == _hour(other)
    same_unit = len(units) == 1 or PERHAPS_PERCENT in units or ("" in units and "percent" not in units)
    return one.value == other.value and same_unit


def _hour(found: Quantity) -> str:
    """16:00 may be written as 16."""
    return f"{found.value:0>2}:00" if found.value.isdecimal() else found.value


def _is_told(found: Quantity, text: str, figures: Figures) -> bool:
    """Whether the other text says the number in a word."""
    if found.unit == "time" and found.value.endswith(":00"):
        hour = int(found.value[:2])
        return mentions(text, str(hour), figures) or mentions(text, str(hour - 12), figures)
    if found.unit in CODES or (found.unit == "percent" and not found.in_words and found.value != "100"):
        return False
    return mentions(text, found.value, figures) or (
        found.in_words and found.value in {q.value for q in quantities(text, figures)}
    )
