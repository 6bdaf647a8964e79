"""Two sheets of one checklist in, its rows with both languages side by side out: aligned by ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from handbook.printing.sheet import Group, Part, Sheet, Step


class Row(NamedTuple):
    """The same step, or the same warning, in two languages; None where one of them lacks it."""

    kind: str
    first: Step | Part | None
    second: Step | Part | None


class PairedGroup(NamedTuple):
    titles: tuple[str, str]
    marks: tuple[str, str]
    rows: tuple[Row, ...]


class Pair(NamedTuple):
    sheets: tuple[Sheet, Sheet]
    """Without their groups, which stand in rows here."""
    groups: tuple[PairedGroup, ...]


def paired(first: Sheet, second: Sheet) -> Pair:
    """Groups and steps in the order of the first language; what only the second has follows where its group ends."""
    twins = {group.id: group for group in second.groups}
    mine = {group.id for group in first.groups}
    groups = [_group(group, twins.get(group.id, Group(group.id, "", ()))) for group in first.groups]
    groups += [_group(Group(group.id, "", ()), group) for group in second.groups if group.id not in mine]
    return Pair((first._replace(groups=()), second._replace(groups=())), tuple(groups))


def _group(first: Group, second: Group) -> PairedGroup:
    return PairedGroup((first.title, second.title), (first.mark, second.mark), tuple(_rows(first, second)))


def _rows(first: Group, second: Group) -> Iterator[Row]:
    twins = {step.id: step for step in second.steps}
    warnings = [part for part in second.parts if part.kind == "warning"]
    for part in first.parts:
        if part.kind == "warning":
            yield Row("warning", part, warnings.pop(0) if warnings else None)
        for step in part.steps:
            yield Row("step", step, twins.get(step.id))
    mine = {step.id for step in first.steps}
    yield from (Row("step", None, step) for step in second.steps if step.id not in mine)
    yield from (Row("warning", None, part) for part in warnings)
