"""Replays edits of our own playbooks and compares rules for what goes stale: page, section, block by place, and ours.

Run: .venv/bin/python benchmarks/freshness/replay.py [--edits 600] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(Path(__file__).parent)]

from edits import EDITS, Draft  # noqa: E402

from handbook.freshness.pages import pairs  # noqa: E402
from handbook.freshness.stamping import Stamp, stamped  # noqa: E402
from handbook.freshness.states import Freshness, freshness  # noqa: E402
from handbook.model.lock import Lock  # noqa: E402
from handbook.model.playbook import Block, Page  # noqa: E402
from handbook_io.disk import handbook_in  # noqa: E402

DAY = date(2026, 11, 21)
BATCHES = (1, 1, 1, 2, 3, 5)
"""How many edits come together before translators look; drawn at random."""


@dataclass
class Tally:
    """What a rule flagged."""

    flags: int = 0
    needless: int = 0
    missed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    """Edits whose batch had a needless flag or a miss."""

    def add(self, flagged: set[int], changed: set[int], ignored: set[int]) -> None:
        self.flags += len(flagged - ignored)
        self.needless += len(flagged - changed - ignored)
        self.missed += len(changed - flagged)


def named(page: Page) -> Page:
    """Every block gets its number as its line, which serves as its name."""
    return replace(page, blocks=tuple(block._replace(line=1000 + at) for at, block in enumerate(page.blocks)))


def ours(found: Freshness, before: Page, after: Page) -> set[int]:
    return {pair.passage.line for pair in found.behind if pair.passage.block}


def raw(block: Block) -> tuple[object, ...]:
    return block.kind, block.text, block.id, block.citations


def by_page(found: Freshness, before: Page, after: Page) -> set[int]:
    same = [raw(block) for block in before.blocks] == [raw(block) for block in after.blocks]
    return set() if same else {block.line for block in (*before.blocks, *after.blocks)}


def by_section(found: Freshness, before: Page, after: Page) -> set[int]:
    flagged: set[int] = set()
    for section in {block.section for block in (*before.blocks, *after.blocks)}:
        old, new = ([block for block in page.blocks if block.section == section] for page in (before, after))
        if [raw(block) for block in old] != [raw(block) for block in new]:
            flagged |= {block.line for block in (*old, *new)}
    return flagged


def by_place(found: Freshness, before: Page, after: Page) -> set[int]:
    """Blocks compared one by one in their order, as written."""
    flagged = {b.line for a, b in zip(before.blocks, after.blocks, strict=False) if raw(a) != raw(b)}
    shorter = min(len(before.blocks), len(after.blocks))
    return flagged | {block.line for block in (*before.blocks[shorter:], *after.blocks[shorter:])}


RULES: dict[str, Callable[[Freshness, Page, Page], set[int]]] = {
    "page": by_page,
    "section": by_section,
    "block by place, as written": by_place,
    "ours, typos not waived": ours,
    "ours": ours,
}


def histories(count: int, seed: int) -> Iterator[tuple[Page, Page, Draft, list[str]]]:
    """(original before, translation, draft after, edits) until `count` edits are made."""
    random = Random(seed)
    handbook = handbook_in(ROOT).handbook
    assert handbook
    pages = [(named(original), named(page)) for original, page in pairs(handbook) if page.name.startswith("playbooks/")]
    made = 0
    while made < count:
        original, translation = random.choice(pages)
        draft = Draft(original, random)
        edits = []
        for edit in random.choices([edit for edit, _ in EDITS], [weight for _, weight in EDITS], k=random.choice(BATCHES)):
            if edit(draft):
                edits.append(edit.__name__)
        made += len(edits)
        if edits:
            yield original, translation, draft, edits


def run(count: int, seed: int = 7) -> dict[str, Any]:
    tallies = {name: Tally() for name in RULES}
    kinds: Counter[str] = Counter()
    histories_seen, seconds = 0, 0.0
    for original, translation, draft, edits in histories(count, seed):
        lock = Lock("x", stamped(freshness(original, translation, None), Stamp(DAY)))
        started = perf_counter()
        found = freshness(draft.page, translation, lock)
        seconds += perf_counter() - started
        kinds.update(edits)
        histories_seen += 1
        for name, rule in RULES.items():
            flagged = rule(found, original, draft.page)
            before = tallies[name].needless, tallies[name].missed
            tallies[name].add(flagged, draft.changed, draft.typos if name == "ours" else set())
            if (tallies[name].needless, tallies[name].missed) != before:
                tallies[name].kinds.update(edits)
    rows = {
        name: {
            "flags": tally.flags,
            "needless": tally.needless,
            "needless_percent": round(100 * tally.needless / tally.flags, 2) if tally.flags else 0.0,
            "missed": tally.missed,
            "troubled_by": dict(tally.kinds.most_common(4)),
        }
        for name, tally in tallies.items()
    }
    return {
        "edits": sum(kinds.values()),
        "kinds": dict(kinds),
        "histories": histories_seen,
        "milliseconds_a_page": round(1000 * seconds / max(histories_seen, 1), 2),
        "rules": rows,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    made = run(options.edits, options.seed)
    if options.json:
        print(json.dumps(made, indent=1))
        return
    print(f"{made['edits']} edits in {made['histories']} histories, {made['milliseconds_a_page']} ms a page: {made['kinds']}\n")
    print("| Rule | Flags | Needless | % | Missed |\n|---|---|---|---|---|")
    for name, row in made["rules"].items():
        print(f"| {name} | {row['flags']} | {row['needless']} | {row['needless_percent']} | {row['missed']} |")


if __name__ == "__main__":
    main()
