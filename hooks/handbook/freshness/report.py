"""An impact in, a pull request's comment in Markdown or a tree for JSON out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from handbook import messages
from handbook.freshness.impact import Impact, Task
from handbook.messages import Translate

MARK = "<!-- handbook report -->"
"""By this line the comment is found again, so that it is updated and not repeated."""


def as_tree(impact: Impact) -> dict[str, Any]:
    """Everything, for other programs."""
    tree = {**asdict(impact), "problems": [_problem(problem.place, messages.words(problem)) for problem in impact.problems]}
    return {
        **tree,
        "coverage": {id: {"before": was, "after": now, "points": points} for id, (was, now, points) in impact.coverage.items()},
    }


def _problem(place: str, words: tuple[str, str]) -> dict[str, str]:
    return {"place": place, "message": words[0], "cure": words[1]}


def as_markdown(impact: Impact, translate: Translate = str) -> str:
    """The comment."""
    return "\n".join(
        (MARK, "## What this change means", "", *_summary(impact), *_tasks(impact.tasks), *_rest(impact, translate), "")
    )


def _summary(impact: Impact) -> Iterator[str]:
    by_lang = {lang: len(list(tasks)) for lang, tasks in groupby(sorted(impact.tasks, key=_lang), key=_lang)}
    if not by_lang:
        yield "No translation falls behind."
    for lang, count in by_lang.items():
        yield f"- **{lang}**: {count} {'passage falls' if count == 1 else 'passages fall'} behind"
    for lang, page, count in impact.done:
        yield f"- **{lang}**: {count} {'passage' if count == 1 else 'passages'} of {page} came up to date"
    if impact.checklists:
        yield f"- checklists and PDFs that change: {', '.join(f'{slug} ({lang})' for lang, slug in impact.checklists)}"


def _lang(task: Task) -> str:
    return task.lang


def _tasks(tasks: tuple[Task, ...]) -> Iterator[str]:
    for lang, found in groupby(sorted(tasks, key=lambda task: (task.lang, task.page)), key=_lang):
        mine = list(found)
        yield from ("", f"<details><summary>To do in {lang} ({len(mine)})</summary>", "")
        for page, blocks in groupby(mine, key=lambda task: task.page):
            names = []
            for task in blocks:
                yield from _task(task)
                names.append(task.block)
            chosen = " ".join(f"--block {name}" for name in names)
            yield f"When it is done: `handbook translations stamp {page} --lang {lang} {chosen}`"
        yield from ("", "</details>")


def _task(task: Task) -> Iterator[str]:
    place = f"{task.path}:{task.line}" if task.line else task.path
    yield f"- [ ] {task.state}: `{task.block}` in {place}"
    fence = "~~~~"
    if task.translation:
        yield from ("", f"  {fence}", *(f"  {line}" for line in task.translation.split("\n")), f"  {fence}")
    if task.stub or task.original:
        yield from ("", f"  {fence}markdown", *(f"  {line}" for line in (task.stub or task.original).split("\n")), f"  {fence}")
    yield ""


def _rest(impact: Impact, translate: Translate) -> Iterator[str]:
    rows = (
        ("Claims that change", impact.claims),
        ("Concepts that change", impact.concepts),
        ("Changed in meaning, with the old review date", impact.reviews),
        (
            "Coverage that changes",
            tuple(f"{id}: {was} → {now} of {all}" for id, (was, now, all) in impact.coverage.items() if was != now),
        ),
        ("New problems", tuple(messages.line(problem, translate) for problem in impact.problems)),
    )
    for title, found in rows:
        if found:
            yield from ("", f"### {title}", "", *(f"- {one}" for one in found))
