"""The register of sources: the points they make and the figures they claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from handbook.model.kinds import KEY, NAME, POINT, Help
from handbook.model.settings import Localized

CLAIMS = "sources/claims.yml"
"""Where all claims stand."""
SourceKind = Literal["article", "web-article", "slides", "notes", "book", "guideline", "interview"]
ClaimStatus = Literal["unsourced-statistic", "rule-of-thumb", "model-count", "working-standard", "calculation-input"]
Unit = Literal["none", "percent", "people", "minutes", "seconds", "days", "weeks", "years", "centimetres", "rings"]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a source says."""

    place: Annotated[str, Help("heading, slide or paragraph of the source, in its own words")]
    gist: Annotated[str, Help("what it says, in our own words; for editors, never published")]
    waived: Annotated[str, Help("why the handbook leaves it out")] = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """The contents of one file of sources/."""

    title: Annotated[str, Help("the source's own title")]
    language: Annotated[str, KEY, Help("language code")]
    kind: Annotated[SourceKind, Help("what sort of document it is")]
    places: Annotated[Literal["heading", "slide", "paragraph"], Help("what its places are")]
    points: Annotated[Mapping[Annotated[str, POINT], Point], Help("everything it says, in its order")]
    author: Annotated[str, Help("who wrote it, if known")] = ""
    published: Annotated[date | None, Help("when, if known")] = None
    note: Annotated[str, Help("for editors")] = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its id (the file's name)."""

    id: str
    path: str
    entry: SourceEntry
    lines: dict[str, int] = field(hash=False)
    """Point id → line, for messages."""


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """What one source says about a claim's subject."""

    point: Annotated[str, POINT, Help("the source point that says so")]
    amount: Annotated[tuple[Decimal, ...], Help("[20], or [10, 12] for a range")] = ()
    unit: Annotated[Unit, Help("what is counted")] = "none"
    words: Annotated[Localized, Help("the value in words where a number is not enough")] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that sources give, with their values side by side. Never presented as truth."""

    status: Annotated[ClaimStatus, Help("how far the figure can be trusted")]
    text: Annotated[Localized, Help("what is claimed, without its value, in every language")]
    values: Annotated[tuple[ClaimValue, ...], Help("one for each source that speaks of it")]
    note: Annotated[Localized, Help("what a reader should know, in every language")] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """The contents of sources/claims.yml."""

    claims: Annotated[Mapping[NAME, Claim], Help("claim id → claim")]
