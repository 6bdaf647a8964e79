"""A page in, what is worth remembering of it out, as a Recall can hold it; and back, its text parsed when somebody asks."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from handbook.lazy import Deferred
from handbook.model.playbook import Block, FrontMatter, Outline, Page, PageMatter, Playbook
from handbook.parse.page import front_matter, is_playbook
from handbook.scan import markdown


def row(page: Page) -> dict[str, Any]:
    """Everything but the blocks."""
    matter = {field.name: getattr(page.matter, field.name) for field in fields(page.matter)}
    if isinstance(page.matter, FrontMatter):
        matter["reviewed"] = page.matter.reviewed.isoformat()
    outline = tuple(getattr(page.outline, field.name) for field in fields(Outline))
    return {"matter": matter, "lines": page.lines, "outline": outline}


def page(path: str, lang: str, name: str, text: str, row: dict[str, Any]) -> Page:
    """The page that `row` was made of, from the same text."""

    def blocks() -> tuple[Block, ...]:
        _, body, first_line, _ = front_matter(path, text)
        return markdown.blocks(path, body, first_line)[0]

    outline, matter = Outline(*row["outline"]), row["matter"]
    if not is_playbook(name):
        return Page(path, lang, name, PageMatter(**matter), row["lines"], Deferred(blocks), outline)
    own = FrontMatter(**{**matter, "reviewed": date.fromisoformat(matter["reviewed"])})
    return Playbook(path, lang, name, own, row["lines"], Deferred(blocks), outline)
