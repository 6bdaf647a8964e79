"""Recall and precision of glossary links on the hand-marked samples: `.venv/bin/python benchmarks/glossary/run.py [--all]`."""

from __future__ import annotations

import sys
from pathlib import Path

from sample import LANGUAGES
from scoring import score

from handbook.addresses import Addresses
from handbook.site import Site
from handbook_io.disk import handbook_in, site_in

ROOT = Path(__file__).parents[2]


def site() -> Site:
    handbook = handbook_in(ROOT).handbook
    assert handbook is not None
    return site_in(ROOT, handbook, Addresses(handbook.settings.default))


def main() -> None:
    found = site()
    made = {lang: score(lang, found) for lang in LANGUAGES}
    if "--all" in sys.argv:
        print(*(remark for one in made.values() for remark in one.remarks), sep="\n")
    print("| Language | Marked | Recall | Precision | Look-alikes | Linked |\n|---|---|---|---|---|---|")
    for lang, one in made.items():
        print(
            f"| {lang} | {one.marked} | {one.recall:.1%} | {one.precision:.1%} | {one.look_alikes} | {one.linked_look_alikes} |"
        )


if __name__ == "__main__":
    main()
