"""Each file of states/ is an example: the original when stamped, the original now, the translation (then and now), the states."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from examples import example, locked, states

from handbook.freshness.states import freshness

CASES = sorted((Path(__file__).parent / "states").glob("*.md"))
PART = re.compile(r"^=== (.+)\n", re.MULTILINE)


def parts(text: str) -> dict[str, str]:
    """Heading → text beneath it."""
    _, *found = PART.split(text)
    return dict(zip(found[::2], found[1::2], strict=True))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_states(path: Path) -> None:
    found = parts(path.read_text("utf-8"))
    before, now = found["original when stamped"], found.get("original now", found["original when stamped"])
    translation = found["translation"]
    lock = locked(example(before), example(translation, "pl", "fi"))
    after = example(found.get("translation now", translation), "pl", "fi")
    assert states(freshness(example(now), after, lock)) == found["states"].strip()
