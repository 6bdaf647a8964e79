"""The commands `status` and `diff`: what is out of date, and what changed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from handbook.freshness.pages import fresh
from handbook.freshness.report import PASSAGES
from handbook.freshness.stamping import untouched
from handbook.freshness.states import Freshness, Pair
from handbook.freshness.summary import Row, as_dict, rows
from handbook.freshness.wording import changed_words
from handbook.locale import Locale
from handbook.render.status import STATES
from handbook_cli import asked
from handbook_cli.main import FINE, FOUND, main
from handbook_cli.voices import language, locale, ui_option
from handbook_io.history import old_texts

NARROWEST = 9


@main.command()
@asked.lang_option
@asked.json_option
@ui_option
@click.pass_obj
def status(root: Path, langs: tuple[str, ...], as_json: bool, ui_lang: str) -> None:
    """Show how fresh every page is in every language, and what else waits for somebody.

    Exit status 1 if a translation is behind, a review is overdue or a block is suspect.
    """
    handbook = asked.handbook_at(root)
    wanted = asked.languages(handbook, langs)
    found = fresh(handbook)
    facts = as_dict(handbook, found)
    table = list(rows(handbook, found))
    overdue = [review for review in facts["reviews"] if date.fromisoformat(review["due"]) < date.today()]
    if as_json:
        click.echo(json.dumps({**facts, "overdue": [review["name"] for review in overdue]}, ensure_ascii=False, indent=1))
    else:
        voice = locale(root, handbook, language(root, ui_lang))
        click.echo("\n".join((*_table(table, wanted, voice), "", *_facts(facts, overdue, voice))))
    behind = any(row.cells[lang].state not in ("original", "current") for row in table for lang in wanted)
    sys.exit(FOUND if behind or overdue or facts["suspects"] else FINE)


def _table(table: list[Row], langs: tuple[str, ...], voice: Locale) -> Iterator[str]:
    """Columns as wide as their widest cell."""
    totals = ((sum(row.cells[lang].current for row in table), sum(row.cells[lang].total for row in table)) for lang in langs)
    lines = [
        (voice.t("Page"), *langs),
        *((row.name, *(_mark(row, lang, voice) for lang in langs)) for row in table),
        (voice.t("all passages"), *(voice.percent(100 * current // total if total else 0) for current, total in totals)),
    ]
    first, *others = (max(map(len, column)) for column in zip(*lines, strict=True))
    for name, *cells in lines:
        marks = (cell.rjust(max(width, NARROWEST)) for cell, width in zip(cells, others, strict=True))
        yield " ".join((name.ljust(first), *marks))


def _mark(row: Row, lang: str, voice: Locale) -> str:
    cell = row.cells[lang]
    if cell.state == "original":
        return voice.t("original")
    return "–" if cell.state == "fallback" else voice.percent(cell.percent) + (" !" if cell.state == "stale" else "")


def _facts(facts: dict[str, Any], overdue: list[dict[str, str]], voice: Locale) -> Iterator[str]:
    for source in facts["sources"]:
        yield voice.t("source {id}: {cited} of {points} points cited, {waived} waived", **source)
    first = min((review["due"] for review in facts["reviews"]), default="")
    day = voice.date(date.fromisoformat(first)) if first else "–"
    counts = {"count": len(overdue), "all": len(facts["reviews"])}
    yield voice.t("reviews overdue: {count} of {all}; the next is due on {date}", date=day, **counts)
    for review in overdue:
        since = voice.date(date.fromisoformat(review["due"]))
        yield "  " + voice.t("overdue since {date}: {page} ({owner})", date=since, page=review["name"], owner=review["owner"])
    yield voice.t("blocks that cite a changed point: {count}", count=len(facts["suspects"]))
    yield from (f"  {found['page']} #{found['block'] or found['line']}: {found['point']}" for found in facts["suspects"])
    if facts["open_policies"]:
        yield voice.t("still to be agreed on: {rules}", rules=", ".join(facts["open_policies"]))


@main.command()
@click.argument("page")
@asked.lang_option
@asked.json_option
@ui_option
@click.pass_obj
def diff(root: Path, page: str, langs: tuple[str, ...], as_json: bool, ui_lang: str) -> None:
    """Show what changed in the original since PAGE was translated, block by block.

    The old wording comes from git where its history holds it; elsewhere you see which blocks differ. Exit status 1 if any does.
    """
    handbook = asked.handbook_at(root)
    (name,) = asked.names(handbook, (page,))
    wanted = asked.languages(handbook, langs or asked.typed_language((page,)))
    asked.expect(handbook, (name,), wanted)
    found = [pages for (lang, key), pages in fresh(handbook).items() if key == name and lang in wanted]
    shown = [_shown(root, one) for one in found]
    if as_json:
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    voice = locale(root, handbook, language(root, ui_lang))
    for one in shown if not as_json else ():
        click.echo("\n".join(_lines(one, voice)))
    sys.exit(FOUND if any(one.behind for one in found) else FINE)


def _shown(root: Path, found: Freshness) -> dict[str, Any]:
    stale = [pair.entry.original for pair in found.behind if pair.entry]
    old = old_texts(root, found.original.path, found.original.lang, found.original.name, frozenset(stale))
    waiting = set(map(id, untouched(found, ())))
    return {
        "page": found.translation.path,
        "original": found.original.path,
        "state": found.state,
        "blocks": [_block(pair, old, id(pair) in waiting) for pair in found.behind],
    }


def _block(pair: Pair, old: dict[str, str], is_untouched: bool) -> dict[str, Any]:
    before = old.get(pair.entry.original, "") if pair.entry else ""
    return {
        "block": pair.name,
        "state": pair.state,
        "line": pair.translation.line if pair.translation else 0,
        "was": before,
        "now": pair.original.text if pair.original else "",
        "changes": changed_words(before, pair.original.text) if before and pair.original else "",
        "translation": pair.translation.text if pair.translation else "",
        "untouched": is_untouched,
    }


def _lines(shown: dict[str, Any], voice: Locale) -> Iterator[str]:
    yield f"{shown['page']} ← {shown['original']}: {voice.t(STATES[shown['state']])}"
    for block in shown["blocks"]:
        line = " (" + voice.t("line {line}", line=block["line"]) + ")" if block["line"] else ""
        yield from ("", f"  {voice.t(PASSAGES[block['state']])}: {block['block']}{line}")
        said = block["changes"] or block["now"] or (f"[-{block['was']}-]" if block["was"] else "")
        names = (voice.t("original:"), voice.t("translation:"))
        width = max(map(len, names))
        if said:
            yield f"    {names[0].ljust(width)} {said}"
        if block["translation"]:
            touched = block["state"] == "stale" and not block["untouched"]
            note = "  (" + voice.t("touched, not stamped") + ")" if touched else ""
            yield f"    {names[1].ljust(width)} {block['translation']}{note}"
