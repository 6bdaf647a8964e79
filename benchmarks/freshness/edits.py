"""Realistic edits of a page: each knows which passages changed their meaning. A block's line serves as its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from handbook.model.playbook import Block, Page

NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w.,])")
WORD = re.compile(r"[^\W\d_]{4,}")
SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_])")


@dataclass
class Draft:
    """A page that is being edited, and the truth about it."""

    page: Page
    random: Random
    changed: set[int] = field(default_factory=set)
    """Names of the passages whose meaning is not what was translated."""
    typos: set[int] = field(default_factory=set)
    """Passages in which a slip was mended: other letters, the same meaning."""
    next_name: int = 100_000

    @property
    def blocks(self) -> list[Block]:
        return list(self.page.blocks)

    def put(self, blocks: list[Block]) -> None:
        self.page = replace(self.page, blocks=tuple(blocks))

    def pick(self, suits: Callable[[Block], object]) -> int | None:
        """A block that was not edited yet."""
        touched = self.changed | self.typos
        found = [
            at
            for at, block in enumerate(self.page.blocks)
            if block.line not in touched and block.kind != "figure" and suits(block)
        ]
        return self.random.choice(found) if found else None

    def fresh_name(self) -> int:
        self.next_name += 1
        return self.next_name


Edit = Callable[[Draft], bool]
"""Changes the draft; False where the page has nothing that suits."""


def _change(draft: Draft, suits: Callable[[Block], object], text: Callable[[Block], str], names: set[int] | None) -> bool:
    at = draft.pick(suits)
    if at is None:
        return False
    blocks = draft.blocks
    blocks[at] = blocks[at]._replace(text=text(blocks[at]))
    if names is not None:
        names.add(blocks[at].line)
    draft.put(blocks)
    return True


def wording(draft: Draft) -> bool:
    words = WORD.findall(" ".join(block.text for block in draft.page.blocks))

    def text(block: Block) -> str:
        old = draft.random.choice(WORD.findall(block.text))
        new = draft.random.choice([word for word in words if word != old])
        return block.text.replace(old, new, 1)

    return _change(
        draft, lambda block: WORD.search(block.text) and "](" not in block.text and "{{" not in block.text, text, draft.changed
    )


def number(draft: Draft) -> bool:
    return _change(
        draft,
        lambda block: NUMBER.search(block.text),
        lambda block: NUMBER.sub(lambda match: str(int(match[0]) + 1), block.text, count=1),
        draft.changed,
    )


def negation(draft: Draft) -> bool:
    """One short word turns a sentence round."""
    return _change(draft, lambda block: " " in block.text, lambda block: block.text.replace(" ", " ei ", 1), draft.changed)


def typo(draft: Draft) -> bool:
    def text(block: Block) -> str:
        old = draft.random.choice([word for word in WORD.findall(block.text) if word[1] != word[2]])
        return block.text.replace(old, old[0] + old[2] + old[1] + old[3:], 1)

    def suits(block: Block) -> bool:
        has_slip = any(word[1] != word[2] for word in WORD.findall(block.text))
        return has_slip and "](" not in block.text and "{{" not in block.text

    return _change(draft, suits, text, draft.typos)


def formatting(draft: Draft) -> bool:
    """Bold, another quote or dash, a no-break space, a citation, an id."""
    at = draft.pick(lambda block: WORD.search(block.text) and "[" not in block.text and "{{" not in block.text)
    if at is None:
        return False
    blocks = draft.blocks
    block = blocks[at]
    kinds = [
        lambda: block._replace(text=WORD.sub(lambda match: f"**{match[0]}**", block.text, count=1)),
        lambda: block._replace(text=block.text.replace("”", "»").replace("„", "«").replace("“", "«").replace("’", "'")),
        lambda: block._replace(text=block.text.replace(" – ", " - ")),
        lambda: block._replace(text=block.text.replace(" ", "\u00a0", 1)),
        lambda: block._replace(citations=(*block.citations, "pl-obsluga-001")),
        lambda: block._replace(id=f"{block.id}-renamed" if block.id else "", text=block.text.replace("**", "")),
    ]
    blocks[at] = draft.random.choice(kinds)()
    draft.put(blocks)
    return True


def reorder(draft: Draft) -> bool:
    at = draft.pick(lambda block: block.kind in ("step", "paragraph", "item", "phrase") and not block.box)
    if at is None:
        return False
    blocks = draft.blocks
    block = blocks.pop(at)
    same = [index for index, other in enumerate(blocks) if other.kind == block.kind and other.section == block.section]
    blocks.insert(draft.random.choice(same) + draft.random.choice((0, 1)) if same else at, block)
    draft.put(blocks)
    return True


def insert(draft: Draft) -> bool:
    at = draft.pick(lambda block: block.kind in ("step", "paragraph", "item"))
    if at is None:
        return False
    blocks = draft.blocks
    near = blocks[at]
    name = draft.fresh_name()
    words = draft.random.sample(WORD.findall(" ".join(block.text for block in blocks)), 6)
    blocks.insert(at + 1, near._replace(line=name, text=f"{' '.join(words)}.", id=f"new-{name}" if near.id else ""))
    draft.changed.add(name)
    draft.put(blocks)
    return True


def delete(draft: Draft) -> bool:
    at = draft.pick(lambda block: block.kind in ("step", "paragraph", "item", "phrase"))
    if at is None:
        return False
    blocks = draft.blocks
    draft.changed.add(blocks.pop(at).line)
    draft.put(blocks)
    return True


def split(draft: Draft) -> bool:
    at = draft.pick(lambda block: block.kind == "paragraph" and SENTENCE.search(block.text))
    if at is None:
        return False
    blocks = draft.blocks
    block = blocks[at]
    cut = draft.random.choice(list(SENTENCE.finditer(block.text)))
    rest = block._replace(line=draft.fresh_name(), text=block.text[cut.end() :], id="")
    blocks[at : at + 1] = [block._replace(text=block.text[: cut.start()]), rest]
    draft.put(blocks)
    return True


def merge(draft: Draft) -> bool:
    touched = draft.changed | draft.typos
    blocks = draft.blocks
    found = [
        at
        for at, (one, other) in enumerate(pairwise(blocks))
        if (one.kind, other.kind) == ("paragraph", "paragraph")
        and (one.section, one.box) == (other.section, other.box)
        and not {one.line, other.line} & touched
        and one.text.endswith((".", "!", "?"))
    ]
    if not found:
        return False
    at = draft.random.choice(found)
    blocks[at : at + 2] = [blocks[at]._replace(text=f"{blocks[at].text} {blocks[at + 1].text}")]
    draft.put(blocks)
    return True


EDITS: tuple[tuple[Edit, int], ...] = (
    (wording, 30),
    (formatting, 20),
    (typo, 12),
    (insert, 10),
    (delete, 7),
    (reorder, 8),
    (number, 5),
    (negation, 3),
    (split, 3),
    (merge, 2),
)
"""Edit and how often it happens among a hundred."""
