"""A handbook and what is fresh in it in; figures for a table or for other programs out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from handbook.freshness.pages import PageKey, fresh, originals
from handbook.freshness.states import Freshness, PageState
from handbook.freshness.suspects import suspects
from handbook.model.handbook import Handbook
from handbook.model.playbook import FrontMatter, Page
from handbook.register import Register

DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class Cell(NamedTuple):
    """A page in one language."""

    state: PageState
    current: int
    """Passages whose translation is current."""
    total: int
    """Passages of the original."""

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return 100 * self.current // self.total if self.total else 0


class Row(NamedTuple):
    """A page in all languages."""

    name: str
    original: str
    title: str
    cells: Mapping[str, Cell]


def rows(handbook: Handbook, found: Mapping[PageKey, Freshness] | None = None) -> Iterator[Row]:
    """Pages in the handbook's order: playbooks first."""
    known = fresh(handbook) if found is None else found
    written = originals(handbook)
    slugs = [f"playbooks/{slug}" for slug in handbook.playbooks]
    for name in [*slugs, *sorted(written.keys() - set(slugs))]:
        if name in written:
            page = written[name]
            yield Row(name, page.lang, page.matter.title, {lang: _cell(page, lang, known) for lang in handbook.languages})


def _cell(page: Page, lang: str, known: Mapping[PageKey, Freshness]) -> Cell:
    total = page.outline.count + 2
    if lang == page.lang:
        return Cell("original", total, total)
    if found := known.get((lang, page.name)):
        return Cell(found.state, found.tally.current, found.tally.total)
    return Cell("fallback", 0, total)


def due(page: Page) -> date | None:
    """The day on which a playbook should have been reviewed again; None for other pages."""
    if not isinstance(page.matter, FrontMatter):
        return None
    count, _, period = page.matter.review_in.partition(" ")
    return page.matter.reviewed + timedelta(days=int(count) * DAYS[period.rstrip("s")])


def open_policies(handbook: Handbook) -> tuple[str, ...]:
    """Local rules that the organisation has not agreed on yet."""
    return tuple(key for key, rule in handbook.settings.policy.items() if not all(rule.text(lang) for lang in handbook.languages))


def as_dict(handbook: Handbook, found: Mapping[PageKey, Freshness] | None = None) -> dict[str, Any]:
    """status.json: nothing in it depends on the day."""
    register = Register(handbook)
    table = list(rows(handbook, found))
    return {
        "version": 1,
        "languages": {
            lang: {"current": sum(row.cells[lang].current for row in table), "total": sum(row.cells[lang].total for row in table)}
            for lang in handbook.languages
        },
        "pages": [
            {
                "name": row.name,
                "original": row.original,
                "languages": {
                    lang: {"state": cell.state, "current": cell.current, "total": cell.total} for lang, cell in row.cells.items()
                },
            }
            for row in table
        ],
        "sources": [
            {"id": id, "points": coverage.points, "cited": coverage.cited, "waived": coverage.waived}
            for id in handbook.sources
            for coverage in (register.coverage(id),)
        ],
        "reviews": [
            {"name": page.name, "owner": page.matter.owner, "reviewed": page.matter.reviewed.isoformat(), "due": day.isoformat()}
            for page in originals(handbook).values()
            if isinstance(page.matter, FrontMatter) and (day := due(page))
        ],
        "suspects": [
            {"page": s.page.name, "line": s.block.line, "block": s.block.id, "point": s.point} for s in suspects(handbook)
        ],
        "open_policies": list(open_policies(handbook)),
    }
