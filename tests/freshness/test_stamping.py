"""Blocks stamped one at a time, in any order, leave the lines that stamping the whole page writes."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from examples import DAY, example

from handbook.freshness.lockfile import lock, written
from handbook.freshness.stamping import Stamp, stamped
from handbook.freshness.states import freshness
from handbook.model.lock import Entry, Lock

BODY = "Lead.\n\n## A {{ #a }}\n\n- [ ] {one}. {{ #one }}\n- [ ] Two. {{ #two }}\n\nText.\n"
OLD, NEW = BODY.format(one="One"), BODY.format(one="Uno")
LATER = date(2026, 12, 1)


def kept(entries: tuple[Entry, ...]) -> Lock:
    made, problems = lock("pl/playbooks/x", written(entries))
    assert not problems
    return made


@pytest.mark.parametrize("order", list(permutations(("a", "one", "two"))), ids="-".join)
def test_one_block_after_the_other(order: tuple[str, ...]) -> None:
    original, translation = example(OLD), example(OLD, "pl", "fi")
    found = freshness(original, translation, None)
    whole = stamped(found, Stamp(DAY))
    known: Lock | None = None
    for name in order:
        known = kept(stamped(freshness(original, translation, known), Stamp(DAY, frozenset({name}))))
    assert known
    assert known.entries == tuple(entry for entry in whole if entry.key in order)


def test_days_and_reasons() -> None:
    """The day stays while readers get the same text; a reason is kept while both texts are those that it was given for."""
    translation = example(OLD, "pl", "fi")
    first = kept(stamped(freshness(example(OLD), translation, None), Stamp(DAY)))
    waived = kept(stamped(freshness(example(NEW), translation, first), Stamp(LATER, frozenset({"one"}), "only Spanish")))
    assert [(entry.key, entry.since, entry.why) for entry in waived.entries if entry.why] == [("one", DAY, "only Spanish")]
    again = kept(stamped(freshness(example(NEW), translation, waived), Stamp(LATER)))
    assert again.entries == waived.entries
    reworded = example(NEW.replace("Uno", "Jeden"), "pl", "fi")
    found = kept(stamped(freshness(example(NEW), reworded, again), Stamp(LATER, frozenset({"one"}))))
    assert [(entry.since, entry.why) for entry in found.entries if entry.key == "one"] == [(LATER, "")]
    assert [entry for entry in found.entries if entry.key != "one"] == [entry for entry in again.entries if entry.key != "one"]


def test_a_block_under_another_id_keeps_its_place() -> None:
    translation = example(OLD, "pl", "fi")
    first = kept(stamped(freshness(example(OLD), translation, None), Stamp(DAY)))
    renamed = OLD.replace("#one", "#uno")
    found = freshness(example(renamed), example(renamed, "pl", "fi"), first)
    again = kept(stamped(found, Stamp(LATER, frozenset({"uno"}))))
    keys = [entry.key for entry in first.entries]
    assert [entry.key for entry in again.entries] == ["uno" if key == "one" else key for key in keys]


def test_a_block_without_an_id_keeps_its_key() -> None:
    translation = example(OLD, "pl", "fi")
    first = kept(stamped(freshness(example(OLD), translation, None), Stamp(DAY)))
    found = freshness(example(OLD.replace("Text.", "Other text.")), translation, first)
    (stale,) = (pair for pair in found.pairs if pair.state == "stale")
    again = kept(stamped(found, Stamp(LATER, frozenset({stale.name}))))
    assert [entry.key for entry in again.entries] == [entry.key for entry in first.entries]
    assert again.entries != first.entries


def test_a_reason_is_only_for_what_the_original_has_changed() -> None:
    translation = example(OLD, "pl", "fi")
    first = kept(stamped(freshness(example(OLD), translation, None), Stamp(DAY)))
    again = kept(stamped(freshness(example(OLD), translation, first), Stamp(LATER, frozenset({"one"}), "no need")))
    assert again.entries == first.entries


def test_front_matter_is_called_by_its_key() -> None:
    found = freshness(example(OLD), example(OLD, "pl", "fi"), None)
    assert [pair.name for pair in found.pairs[:4]] == ["title", "description", str(found.pairs[2].passage.line), "a"]
    assert all(pair.is_as_stamped for pair in found.pairs)
