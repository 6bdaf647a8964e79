"""Small pages and locks for the tests of freshness."""

from __future__ import annotations

from datetime import date

from handbook.freshness.lockfile import lock, written
from handbook.freshness.stamping import Stamp, stamped
from handbook.freshness.states import Freshness, freshness
from handbook.model.lock import Lock
from handbook.model.playbook import Page
from handbook.parse.page import page

DAY = date(2026, 11, 21)
HEAD = """---
title: {title}
description: {description}
situation: phone
checklist: read-do
owner: team
reviewed: 2026-11-21
review_in: 6 months
{more}---
"""


def example(body: str, lang: str = "fi", translated_from: str = "", title: str = "Title", description: str = "Text.") -> Page:
    """A playbook with this body."""
    more = f"translated_from: {translated_from}\n" if translated_from else ""
    made, problems = page(
        f"docs/{lang}/playbooks/x.md", lang, "playbooks/x", HEAD.format(title=title, description=description, more=more) + body
    )
    assert made, problems
    assert not problems, problems
    return made


def locked(original: Page, translation: Page, day: date = DAY) -> Lock:
    """The lock of a translation that was just stamped as a whole, written and read again."""
    text = written(stamped(freshness(original, translation, None), Stamp(day)))
    made, problems = lock(f"{translation.lang}/{translation.name}", text)
    assert not problems
    return made


def states(found: Freshness) -> str:
    """One line a pair, as golden files show it; front matter only where it is not current."""
    rows = (
        f"{pair.state}{'' if pair.entry or pair.state in ('missing', 'added') else ' (not stamped)'}: {pair.passage.text}"
        for pair in found.pairs
        if pair.passage.block or pair.state != "current"
    )
    return "\n".join((*rows, f"page: {found.state}"))
