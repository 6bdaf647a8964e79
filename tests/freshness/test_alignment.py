"""Which block belongs to which, where neither id nor words tell: by their neighbours."""

from __future__ import annotations

import pytest

from handbook.freshness.alignment import Item, aligned


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            "CAxB", "vACyB", {0: 2, 1: 1, 2: 3, 3: 4}, id="before the one below, if nothing is free after the one above"
        ),
        pytest.param("CAx", "CvAy", {0: 0, 1: 2, 2: 3}, id="after the one directly above"),
        pytest.param("xA", "Ay", {0: 1, 1: 0}, id="what is left, wherever it is"),
        pytest.param("xyA", "Av", {0: 1, 2: 0}, id="each once"),
    ],
)
def test_places(left: str, right: str, expected: dict[int, int]) -> None:
    """Capitals are ids; the others have none."""
    items = ([Item(letter if letter.isupper() else "", "", "paragraph") for letter in text] for text in (left, right))
    assert aligned(*items) == expected
