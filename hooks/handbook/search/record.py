"""What search can find, as the handbook hands it over."""

from collections.abc import Sequence
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph, step, phrase or claim of a record, as plain text in NFC."""

    text: str
    kind: str = "text"
    """text, step, phrase or claim: what a result says it is when only this block matches."""
    anchor: str = ""
    """The block's id, if it has one."""


class Record(NamedTuple):
    """One place of the handbook. Steps and phrases are blocks of their section, not records.

    A page's own record (its title, description, lead) comes right before those of its sections.
    """

    url: str
    """Relative to the site's root, with the section's anchor."""
    title: str
    kind: str
    """playbook, section, term or claim."""
    lang: str
    """The language of the text."""
    blocks: tuple[Block, ...] = ()
    breadcrumb: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    """Ids of the concepts that the text names."""
    subjects: tuple[str, ...] = ()
    """Ids of the concepts that the title names."""
    aliases: tuple[str, ...] = ()
    """Other names of the place: a term's admitted and deprecated terms."""
    hints: tuple[str, ...] = ()
    """What its ids say, where they speak the language of the index."""
    definition: str = ""
    owner: str = ""
    reviewed: str = ""
    """ISO 8601, or empty."""
    review_in_months: int = 0
    is_fallback: bool = False
    """Is it listed in a language that it isn't translated into?"""

    @property
    def page(self) -> str:
        return self.url.partition("#")[0]


class Batch(NamedTuple):
    """Records that are made of the same things."""

    key: str
    """Names all those things; empty: nothing is remembered about the records."""
    records: Sequence[Record]
    """Perhaps made only when somebody looks into it."""


class Concept(NamedTuple):
    """A concept's terms, preferred, admitted and deprecated ones alike, by language."""

    id: str
    terms: tuple[tuple[str, tuple[str, ...]], ...]
