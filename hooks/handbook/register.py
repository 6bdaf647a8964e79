"""Sources in; their places, in order, and what uses each of them, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from handbook.model.handbook import Handbook
from handbook.model.source import Source
from handbook.recall import key_of


class Place(NamedTuple):
    """A heading, slide or paragraph of a source."""

    source: str
    number: int
    """The source's number in the register, from 1."""
    name: str
    anchor: str
    """Id on the sources page: that of its first point."""
    points: tuple[str, ...]


class Use(NamedTuple):
    """A section of a playbook that rests on a place, or names a concept."""

    slug: str
    section: str
    """Id of the section; empty for the lead."""

    def __repr__(self) -> str:
        """Short and quick, for keys are made of thousands of them."""
        return tuple.__repr__(self)


class Coverage(NamedTuple):
    """How many of a source's points the handbook uses."""

    points: int
    cited: int
    waived: int


@dataclass(frozen=True)
class Register:
    """The sources as readers meet them: numbered, place by place."""

    handbook: Handbook

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Source id → its number."""
        return {id: at for at, id in enumerate(self.handbook.sources, 1)}

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Source id → its places in order."""
        return {id: _places(source, self.numbers[id]) for id, source in self.handbook.sources.items()}

    @cached_property
    def place_of(self) -> Mapping[str, Place]:
        """Point id → the place where it stands."""
        return {point: place for places in self.places.values() for place in places for point in place.points}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Place anchor → where it stands among the places of its source."""
        return {place.anchor: at for places in self.places.values() for at, place in enumerate(places)}

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Place anchor → the sections that cite it, in the order of playbooks."""
        found: dict[str, dict[Use, None]] = {}
        for slug in self.handbook.playbooks:
            original = self.handbook.playbook(slug, self.handbook.originals[slug])
            for section, point in original.outline.citations:
                if place := self.place_of.get(point):
                    found.setdefault(place.anchor, {})[Use(slug, section)] = None
        return {anchor: tuple(uses) for anchor, uses in found.items()}

    @cached_property
    def cited(self) -> frozenset[str]:
        """Ids of the points that some page cites."""
        return frozenset(point for page in self.handbook.pages for _, point in page.outline.citations)

    @cached_property
    def key(self) -> str:
        """Changes whenever a page cites otherwise."""
        return key_of(self.uses, sorted(self.cited))

    def coverage(self, source: str) -> Coverage:
        points = self.handbook.sources[source].entry.points
        cited = sum(point in self.cited for point in points)
        return Coverage(len(points), cited, sum(bool(point.waived) for point in points.values()))


def _places(source: Source, number: int) -> tuple[Place, ...]:
    """Points that follow each other under one heading make a place."""
    groups = groupby(source.entry.points.items(), key=lambda item: item[1].place)
    found = [(name, tuple(id for id, _ in group)) for name, group in groups]
    return tuple(Place(source.id, number, name, points[0], points) for name, points in found)
