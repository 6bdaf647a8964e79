"""Rules for handbook.yml, sources and claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.checks.close import close
from handbook.locale import N_
from handbook.model.handbook import Handbook
from handbook.model.kinds import DEVICE_REGEX
from handbook.model.problem import Problem
from handbook.model.settings import SETTINGS
from handbook.model.source import CLAIMS

TITLE, DESCRIPTION, NAME = 200, 500, 100
"""Characters that the handbook's title and description and the names in its settings may have."""
ROOM: Mapping[int, str] = {
    TITLE: N_("at most 200 characters"),
    DESCRIPTION: N_("at most 500 characters"),
    NAME: N_("at most 100 characters"),
}
SHOWN = 60
"""Characters of a text that is too long, for who looks for it."""


def coverage(handbook: Handbook) -> Iterator[Problem]:
    """Every point is cited somewhere, or waived with a reason."""
    cited = {point for page in handbook.pages for _, point in page.outline.citations}
    for source in handbook.sources.values():
        for id, point in source.entry.points.items():
            if id not in cited and not point.waived:
                yield Problem(source.path, source.lines[id], "uncovered-point", {"id": id}, severity="warning")


def points(handbook: Handbook) -> Iterator[Problem]:
    """A point belongs to one source, and is called like none: all are places on one page."""
    first = {source.id: source.path for source in handbook.sources.values()}
    for source in handbook.sources.values():
        for id in source.entry.points:
            place = f"{source.path}:{source.lines[id]}"
            if first.setdefault(id, place) != place:
                yield Problem(source.path, source.lines[id], "duplicate-id", {"id": id, "first": first[id]})


def line(handbook: Handbook, path: str, key: str) -> int:
    """The line of a dotted key, or of the nearest one above it; 0 if unknown."""
    found = handbook.lines.get(path, {})
    while key and key not in found:
        key = key.rpartition(".")[0]
    return found.get(key, 0)


def claims(handbook: Handbook) -> Iterator[Problem]:
    """Claims rest on points and are told in every language."""
    points = handbook.points
    for id, claim in handbook.claims.items():
        for value in claim.values:
            if value.point not in points:
                yield Problem(
                    CLAIMS,
                    line(handbook, CLAIMS, f"{id}.values"),
                    "unknown-point",
                    {"id": value.point, "close": close(value.point, points)},
                )
            if value.words:
                yield from _in_every_language(handbook, CLAIMS, f"{id}.values.words", value.words)
        yield from _in_every_language(handbook, CLAIMS, f"{id}.text", claim.text)
        if claim.note:
            yield from _in_every_language(handbook, CLAIMS, f"{id}.note", claim.note)


def settings(handbook: Handbook) -> Iterator[Problem]:
    """Names are told in every language; sources of other languages are fine."""
    found = handbook.settings
    named: list[tuple[str, Mapping[str, str]]] = [("title", found.title), ("description", found.description)]
    named += [(f"situations.{key}", row.name) for key, row in found.situations.items()]
    named += [(f"owners.{key}", owner.name) for key, owner in found.owners.items()]
    named += [(f"policy.{key}", rule.name) for key, rule in found.policy.items()]
    named += [(f"policy.{key}.values", rule.values) for key, rule in found.policy.items() if rule.values]
    for key in found.situations:
        if re.fullmatch(DEVICE_REGEX, key):
            yield Problem(SETTINGS, line(handbook, SETTINGS, f"situations.{key}"), "device-name", {"name": key})
    for what, words in named:
        yield from _in_every_language(handbook, SETTINGS, what, words)
    yield from _too_long(handbook, "title", found.title, TITLE)
    yield from _too_long(handbook, "description", found.description, DESCRIPTION)
    for key, situation in found.situations.items():
        yield from _too_long(handbook, f"situations.{key}.name", situation.name, NAME)
    for key, owner in found.owners.items():
        yield from _too_long(handbook, f"owners.{key}.name", owner.name, NAME)
    if found.emergency_playbook and found.emergency_playbook not in handbook.playbooks:
        values = {"target": found.emergency_playbook, "close": close(found.emergency_playbook, handbook.playbooks)}
        yield Problem(SETTINGS, line(handbook, SETTINGS, "emergency_playbook"), "unknown-playbook", values)
    if found.emergency_policy and found.emergency_policy not in found.policy:
        values = {"key": found.emergency_policy, "close": close(found.emergency_policy, found.policy)}
        yield Problem(SETTINGS, line(handbook, SETTINGS, "emergency_policy"), "unknown-policy", values)


def _too_long(handbook: Handbook, what: str, words: Mapping[str, str], room: int) -> Iterator[Problem]:
    for lang, text in words.items():
        if len(text) > room:
            values = {"value": f"{text[:SHOWN].rstrip()} …", "expected": ROOM[room]}
            yield Problem(SETTINGS, line(handbook, SETTINGS, f"{what}.{lang}"), "bad-value", values)


def _in_every_language(handbook: Handbook, path: str, what: str, words: Mapping[str, str]) -> Iterator[Problem]:
    for lang in handbook.languages:
        if lang not in words:
            yield Problem(path, line(handbook, path, what), "missing-language", {"lang": lang, "what": what})
    for lang in words:
        if lang not in handbook.languages:
            yield Problem(path, line(handbook, path, what), "foreign-language", {"lang": lang, "what": what})
