"""A checklist as printed in, the mark by which its page recognises the print out.

The QR code on a print leads to `<checklist page>#print=<version>.<marks>`. The version is a hash of everything that the print
says; equal means: the print is current. The marks are one short hash for each step, in order, so that the page can tell
without any history which of today's steps are new to the print, and how many printed ones are gone.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from handbook.printing.runs import Run

VERSION_LENGTH = 8
"""Hexadecimal digits: two different texts meet once in 65,000 versions of one checklist."""
MARK_LENGTH = 2
"""Of 64 characters: a changed step goes unnoticed once in 4,096 times, and then the version still differs."""


class Stamp(NamedTuple):
    """What a print remembers of its text."""

    version: str
    marks: tuple[str, ...]
    """One for each step, in order."""

    @property
    def fragment(self) -> str:
        """The part of the address after the #."""
        return f"print={self.version}.{''.join(self.marks)}"


def meaning(runs: Iterable[Run]) -> str:
    """The words alone: neither style nor spacing makes a print outdated. A rule's value does: readers act on it."""
    return " ".join(normalize("NFC", "".join("…" if run.style == "blank" else run.text for run in runs)).split())


def mark(step: str) -> str:
    """A step's short hash."""
    return urlsafe_b64encode(sha256(step.encode()).digest()).decode()[:MARK_LENGTH]


def stamp(steps: Iterable[str], everything: Iterable[str]) -> Stamp:
    """The stamp of a checklist with these steps and these texts (steps among them), in order."""
    version = sha256("\n".join(everything).encode()).hexdigest()[:VERSION_LENGTH]
    return Stamp(version, tuple(mark(step) for step in steps))
