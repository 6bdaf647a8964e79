"""Two states of the handbook in, what a change means for translators, readers and the register out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.freshness.meaning import meaning
from handbook.freshness.pages import fresh, originals
from handbook.freshness.states import Pair
from handbook.freshness.stubs import stub
from handbook.model.handbook import Handbook
from handbook.model.playbook import FrontMatter, Page
from handbook.model.problem import Problem
from handbook.register import Register


@dataclass(frozen=True, slots=True)
class Task:
    """A passage that a translator has to look at."""

    lang: str
    page: str
    path: str
    line: int
    state: str
    block: str
    original: str
    """What the original says now; empty if it no longer has the passage."""
    translation: str
    stub: str
    """Markdown to put into the translation, in the words of the original."""


@dataclass(frozen=True, slots=True)
class Impact:
    """What a change brings about."""

    tasks: tuple[Task, ...]
    """Passages that were fine before the change and are behind after it."""
    done: tuple[tuple[str, str, int], ...]
    """(language, page, how many passages came up to date)."""
    checklists: tuple[tuple[str, str], ...]
    """(language, slug) of checklists and their PDFs that say something else."""
    claims: tuple[str, ...]
    concepts: tuple[str, ...]
    coverage: Mapping[str, tuple[int, int, int]]
    """Source → (points cited before, after, all)."""
    reviews: tuple[str, ...]
    """Originals whose meaning changed while their review date did not."""
    problems: tuple[Problem, ...]
    """Mistakes that the change brings in."""


Problems = tuple[Problem, ...]


def impact(before: Handbook, after: Handbook, old_problems: Problems = (), problems: Problems = ()) -> Impact:
    """`problems` are those after the change; the old ones among them are left out."""
    known = {(p.path, p.code, tuple(p.values.items())) for p in old_problems}
    was, now = fresh(before), fresh(after)
    late = {key: {_mark(pair) for pair in found.behind} for key, found in was.items()}
    tasks = [
        _task(lang, found.translation, pair)
        for (lang, name), found in now.items()
        for pair in found.behind
        if _mark(pair) not in late.get((lang, name), set())
    ]
    done = [
        (lang, name, count)
        for (lang, name), found in now.items()
        if (count := len(late.get((lang, name), set()) - {_mark(pair) for pair in found.behind}))
    ]
    return Impact(
        tasks=tuple(tasks),
        done=tuple(done),
        checklists=tuple(_checklists(before, after)),
        claims=_changed(before.claims, after.claims),
        concepts=_changed({id: c.entry for id, c in before.concepts.items()}, {id: c.entry for id, c in after.concepts.items()}),
        coverage=_coverage(before, after),
        reviews=tuple(_unreviewed(before, after)),
        problems=tuple(p for p in problems if (p.path, p.code, tuple(p.values.items())) not in known),
    )


def _mark(pair: Pair) -> tuple[str, str, str]:
    """What makes two states of a passage the same task."""
    return pair.state, pair.entry.key if pair.entry else pair.name, pair.original.hash if pair.original else ""


def _task(lang: str, page: Page, pair: Pair) -> Task:
    original, translation = pair.original, pair.translation
    return Task(
        lang,
        page.name,
        page.path,
        translation.line if translation else 0,
        pair.state,
        pair.name,
        original.text if original else "",
        translation.text if translation else "",
        stub(original.block) if original and original.block else "",
    )


def _checklists(before: Handbook, after: Handbook) -> Iterator[tuple[str, str]]:
    for slug, twins in after.playbooks.items():
        for lang, playbook in twins.items():
            old = before.playbooks.get(slug, {}).get(lang)
            if [meaning(s.text) for s in playbook.steps] != ([meaning(s.text) for s in old.steps] if old else []):
                yield lang, slug


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key)))


def _coverage(before: Handbook, after: Handbook) -> dict[str, tuple[int, int, int]]:
    old, new = Register(before), Register(after)
    return {
        id: (old.coverage(id).cited if id in before.sources else 0, new.coverage(id).cited, new.coverage(id).points)
        for id in after.sources
    }


def _unreviewed(before: Handbook, after: Handbook) -> Iterator[str]:
    old = originals(before)
    for name, page in originals(after).items():
        was = old.get(name)
        if was and isinstance(page.matter, FrontMatter) and isinstance(was.matter, FrontMatter):
            changed = [meaning(b.text) for b in page.blocks] != [meaning(b.text) for b in was.blocks]
            if changed and page.matter.reviewed == was.matter.reviewed:
                yield name
