"""A page in; the passages that are translated one by one out: title, description and every block."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from handbook.freshness.meaning import fingerprint, frame_hash
from handbook.model.playbook import Block, FrontMatter, Page
from handbook.scan import inline

SHARED_KEYS = ("situation", "checklist", "owner", "aliases")
"""Front matter that is the same in every language."""
KEY_DIGITS = 6


class Passage(NamedTuple):
    """A piece of a page that goes stale on its own."""

    id: str
    """The block's id, `title` and `description` with a slash in front; empty for a block without id."""
    kind: str
    section: str
    line: int
    text: str
    """Inline Markdown."""
    hash: str
    block: Block | None = None
    """None for title and description."""
    shared: tuple[str, ...] = ()
    """Of a title: what front matter says in the same way in every language."""
    joined: bool = False
    """Part or union of blocks that were merged or split after the stamp without a change of words."""

    @property
    def frame(self) -> str:
        """Hash of what stands around the text. Few ask for it."""
        block = self.block
        if block is None:
            return frame_hash(*self.shared)
        citations = " ".join(sorted(block.citations))
        return frame_hash(block.kind, str(block.level), block.box, block.id, citations, *targets(block))

    @property
    def name(self) -> str:
        """What a person calls it: its id or, without one, its line."""
        return self.id.removeprefix("/") or str(self.line)

    @property
    def title(self) -> str:
        """Its kind and id."""
        return f"{self.kind} #{self.id}" if self.id and self.block else self.kind

    @property
    def key(self) -> str:
        """What it is called in a new line of a lock file."""
        return self.id or f"{self.section}/{self.kind}/{self.hash[:KEY_DIGITS]}"


def passages(page: Page) -> tuple[Passage, ...]:
    """In the order of the page."""
    return (*_matter(page), *(_passage(block) for block in page.blocks))


def _matter(page: Page) -> Iterator[Passage]:
    for key in ("title", "description"):
        text = getattr(page.matter, key)
        shared = shared_values(page) if key == "title" else ()
        yield Passage(f"/{key}", key, "", page.lines.get(key, 1), text, fingerprint(text), shared=shared)


def shared_values(page: Page) -> tuple[str, ...]:
    """What front matter says in the same way in every language."""
    matter = page.matter
    return tuple(str(getattr(matter, key)) for key in SHARED_KEYS) if isinstance(matter, FrontMatter) else ()


@lru_cache(maxsize=1_024)
def _passage(block: Block) -> Passage:
    """Of an original that is compared with its translations one after the other: made once."""
    return Passage(block.id, block.kind, block.section, block.line, block.text, fingerprint(block.text), block)


def targets(block: Block) -> tuple[str, ...]:
    """What a block points at: links and placeholders, sorted."""
    found = (reference.target for reference in inline.references(block.text) if reference.kind != "concept")
    figure = (block.text,) if block.kind == "figure" else ()
    return tuple(sorted((*found, *figure)))
