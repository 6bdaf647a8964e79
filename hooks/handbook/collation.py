"""A table made from ICU in, sort keys and index letters out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
UNKNOWN = 100_000
"""Rank of the first character that the table does not know; such characters sort last, by code point."""


@dataclass(frozen=True)
class Collation:
    """The order of one language: characters by primary, secondary and tertiary weight (UTS #10).

    Without a table: code points of the case-folded text, and the first letter as index.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    """Primary groups in order; each a tuple of secondary groups; each a string in tertiary order."""
    letters: tuple[str, ...] = field(default=())
    """Labels of the letter index."""

    @cached_property
    def ranks(self) -> dict[str, tuple[int, int, int]]:
        return {
            character: (primary, secondary, tertiary)
            for primary, group in enumerate(self.groups, 1)
            for secondary, same in enumerate(group)
            for tertiary, character in enumerate(same)
        }

    def key(self, text: str) -> Key:
        """What to sort by."""
        folded = text if self.ranks else text.casefold()
        found = [self.ranks.get(character, (UNKNOWN + ord(character), 0, 0)) for character in folded]
        return tuple(r[0] for r in found), tuple(r[1] for r in found), tuple(r[2] for r in found)

    def letter(self, text: str) -> str:
        """The index letter that a text stands under."""
        first = self.key(text[:1])[0]
        under = [letter for letter in self.letters if self.key(letter[:1])[0] <= first]
        return under[-1] if under else text[:1].upper()


def collation(table: str) -> Collation:
    """Reads the committed table: `index` and the letters, then one line for each primary group."""
    lines = [line for line in table.splitlines() if line and not line.startswith("# ")]
    letters = tuple(lines[0].split()[1:]) if lines else ()
    return Collation(tuple(tuple(line.replace("␠", " ").split("|")) for line in lines[1:]), letters)
