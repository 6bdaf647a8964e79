"""A page in, what is worth remembering of it out, as a Recall can hold it; and back, its text parsed when somebody asks."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from handbook.lazy import Deferred
from handbook.model.playbook import Block, FrontMatter, Outline, Page, PageMatter, Playbook
from handbook.parse.page import front_matter, is_playbook
from handbook.scan import markdown


def row(page: Page) -> dict[str, Any]:
    """Everything but the blocks."""
    matter = asdict(page.matter)
    if isinstance(page.matter, FrontMatter):
        matter["reviewed"] = page.matter.reviewed.isoformat()
    return {"matter": matter, "lines": page.lines, "outline": asdict(page.outline)}


def page(path: str, lang: str, name: str, text: str, row: dict[str, Any]) -> Page:
    """The page that `row` was made of, from the same text."""

    def blocks() -> tuple[Block, ...]:
        _, body, first_line, _ = front_matter(path, text)
        return markdown.blocks(path, body, first_line)[0]

    fields: dict[str, Any] = {key: _frozen(value) for key, value in row["outline"].items()}
    outline = Outline(**fields)
    if not is_playbook(name):
        return Page(path, lang, name, PageMatter(**row["matter"]), row["lines"], Deferred(blocks), outline)
    matter = row["matter"]
    own = FrontMatter(
        **{
            **matter,
            "reviewed": date.fromisoformat(matter["reviewed"]),
            "aliases": tuple(matter["aliases"]),
            "unlinked": tuple(matter["unlinked"]),
            "asked": {id: tuple(words) for id, words in matter["asked"].items()},
        }
    )
    return Playbook(path, lang, name, own, row["lines"], Deferred(blocks), outline)


def _frozen(value: Any) -> Any:
    """Lists as the tuples that they were."""
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value
