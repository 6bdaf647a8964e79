"""An impact in, a pull request's comment in Markdown or a tree for JSON out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any

from handbook import messages
from handbook.freshness.impact import Impact, Task
from handbook.locale import N_, Locale

PASSAGES = {"stale": N_("stale"), "missing": N_("missing"), "obsolete": N_("obsolete")}
"""State of a passage → how a translator knows it (catalogue messages)."""
FENCE = "~~~~"
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


def as_markdown(impact: Impact, voice: Locale, voices: Mapping[str, Locale] | None = None) -> str:
    """The comment, in the language of `voice`; with `voices`, each translator's part in their own."""
    title = voice.t("What this change means")
    tasks = _tasks(impact.tasks, voice, voices or {})
    return "\n".join((MARK, f"## {title}", "", *_summary(impact, voice), *tasks, *_rest(impact, voice), ""))


def _summary(impact: Impact, voice: Locale) -> Iterator[str]:
    by_lang = {lang: len(list(tasks)) for lang, tasks in groupby(sorted(impact.tasks, key=_lang), key=_lang)}
    if not by_lang:
        yield voice.t("No translation falls behind.")
    for lang, count in by_lang.items():
        yield f"- **{lang}**: " + voice.n("{count} passage falls behind", "{count} passages fall behind", count)
    for lang, page, count in impact.done:
        yield f"- **{lang}**: {page}: " + voice.n(
            "{count} passage brought up to date", "{count} passages brought up to date", count
        )
    if impact.checklists:
        named = ", ".join(f"{slug} ({lang})" for lang, slug in impact.checklists)
        yield "- " + voice.t("checklists and PDFs that change: {names}", names=named)


def _lang(task: Task) -> str:
    return task.lang


def _tasks(tasks: tuple[Task, ...], voice: Locale, voices: Mapping[str, Locale]) -> Iterator[str]:
    for lang, found in groupby(sorted(tasks, key=lambda task: (task.lang, task.page)), key=_lang):
        mine, own = list(found), voices.get(lang, voice)
        title = own.t("To do in this language: {language} ({count})", language=own.language_name(lang), count=len(mine))
        yield from ("", f"<details><summary>{title}</summary>", "")
        for page, blocks in groupby(mine, key=lambda task: task.page):
            names = []
            for task in blocks:
                yield from _task(task, own)
                names.append(task.block)
            chosen = " ".join(f"--block {name}" for name in names)
            command = f"`handbook translations stamp {page} --lang {lang} {chosen}`"
            yield from (own.t("When it is done: {command}", command=command), "")
        yield "</details>"


def _task(task: Task, voice: Locale) -> Iterator[str]:
    place = f"{task.path}:{task.line}" if task.line else task.path
    state = voice.t(PASSAGES[task.state])
    yield f"- [ ] {state}: `{task.block}` – {place}"
    for name, text in (("", task.translation), ("markdown", task.stub or task.original)):
        if text:
            yield from ("", f"  {FENCE}{name}", *(f"  {line}" for line in text.split("\n")), f"  {FENCE}")
    yield ""


def _rest(impact: Impact, voice: Locale) -> Iterator[str]:
    coverage = (f"{id}: {was} → {now} / {points}" for id, (was, now, points) in impact.coverage.items() if was != now)
    rows = (
        (voice.t("Claims that change"), impact.claims),
        (voice.t("Concepts that change"), impact.concepts),
        (voice.t("Changed in meaning, with the old review date"), impact.reviews),
        (voice.t("Coverage of sources that changes"), tuple(coverage)),
        (voice.t("New problems"), tuple(messages.line(problem, voice.translations.ugettext) for problem in impact.problems)),
    )
    for title, found in rows:
        if found:
            yield from ("", f"### {title}", "", *(f"- {one}" for one in found))
