"""Rules for pairs: a translation says what its original says.

A difference is a mistake only where the translation counts as made from the original's present text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from handbook.model.handbook import Handbook
from handbook.model.playbook import Block, Playbook
from handbook.model.problem import Problem
from handbook.scan import inline

SHARED_KEYS = ("situation", "checklist", "owner", "aliases")


def pairs(handbook: Handbook) -> Iterator[tuple[Playbook, Playbook]]:
    """Each original with each of its translations."""
    for slug, twins in handbook.playbooks.items():
        original = twins[handbook.originals[slug]]
        for translation in twins.values():
            if translation.matter.translated_from:
                yield original, translation


def front_matter(handbook: Handbook) -> Iterator[Problem]:
    """What does not depend on the language is the same in all of them."""
    for original, translation in pairs(handbook):
        for key in SHARED_KEYS:
            expected, found = getattr(original.matter, key), getattr(translation.matter, key)
            if expected != found:
                values = {"key": key, "original": f"{original.lang}: {expected or '–'}"}
                yield Problem(translation.path, translation.lines.get(key, 1), "differs-from-original", values)


def blocks(handbook: Handbook) -> Iterator[Problem]:
    """Blocks come in the same order, with the same ids, citations and references."""
    for original, translation in pairs(handbook):
        yield from _sequence(original, translation)


def _sequence(original: Playbook, translation: Playbook) -> Iterator[Problem]:
    """Compares block by block; after the first difference of kind only a summary is given."""
    for expected, found in zip_longest(original.blocks, translation.blocks):
        values = {"original": original.lang}
        if found is None:
            values |= {"expected": _name(expected), "line": str(expected.line)}
            yield Problem(translation.path, translation.blocks[-1].line if translation.blocks else 1, "block-missing", values)
            return
        if expected is None:
            yield Problem(translation.path, found.line, "block-added", values | {"found": _name(found)})
            return
        if _shape(expected) != _shape(found):
            values |= {"expected": _name(expected), "line": str(expected.line), "found": _name(found)}
            yield Problem(translation.path, found.line, "blocks-differ", values)
            return
        for code, of in DIFFERENCES:
            if of(expected) != of(found):
                yield Problem(translation.path, found.line, code, values | {"expected": of(expected) or "–", "found": of(found) or "–"})


def _shape(block: Block) -> tuple[str, int, str]:
    return block.kind, block.level, block.box


def _name(block: Block) -> str:
    return f"{block.kind} #{block.id}" if block.id else block.kind


def _targets(block: Block) -> str:
    found = (reference.target for reference in inline.references(block.text) if reference.kind != "concept")
    figure = (block.text,) if block.kind == "figure" else ()
    return ", ".join(sorted((*found, *figure)))


DIFFERENCES: tuple[tuple[str, Callable[[Block], str]], ...] = (
    ("id-differs", lambda block: block.id),
    ("citations-differ", lambda block: "; ".join(sorted(f"@{point}" for point in block.citations))),
    ("references-differ", _targets),
)
