"""What an editor probably meant is found among thousands of words as well as among few."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from case import HEAD

from handbook.checks import MOST
from handbook.checks.close import asking, close
from handbook_io.disk import handbook_in

POINTS = tuple(f"{lang}-{name}-{number:03}" for lang in ("en", "fi") for name in ("phone", "letter") for number in range(500))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fi-letter-077-", "fi-letter-077"),
        ("fi-leter-123", "fi-letter-123"),
        ("if-letter-123", "fi-letter-123"),
        ("en-phome-499", "en-phone-499"),
        ("phone-321", "fi-phone-321"),
        ("nothing at all", ""),
    ],
)
def test_the_nearest_of_many_words(written: str, meant: str) -> None:
    assert close(written, POINTS) == meant


def test_the_nearest_of_few_words() -> None:
    assert (close("gest", ("guest", "host")), close("x", ())) == ("guest", "")


def test_nobody_is_asked_about_nothing() -> None:
    assert (asking("gest", ("guest", "host")), asking("x", ())) == ("; did you mean 'guest'?", "")


def test_a_thousand_slips_take_no_time() -> None:
    started = time.process_time()
    for number in range(2_000):
        close(f"fi-lettre-{number:04}", POINTS)
    assert time.process_time() - started < 4


def test_nobody_reads_thousands_of_slips_of_one_page(project: Path) -> None:
    lines = ("; ".join(f"@menu-{line:03}{at:03}" for at in range(250)) for line in range(100))
    page = project / "docs/et/playbooks/slips.md"
    page.write_text(HEAD + "\n\n".join(f"a [{line}]" for line in lines), "utf-8")
    assert len(handbook_in(project).problems) == MOST
