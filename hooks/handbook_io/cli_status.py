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
from handbook.freshness.stamping import untouched
from handbook.freshness.states import Freshness, Pair
from handbook.freshness.summary import Row, as_dict, rows
from handbook.freshness.wording import changed_words
from handbook.model.handbook import Handbook
from handbook_io import asked
from handbook_io.cli import FINE, FOUND, main
from handbook_io.history import old_texts

MARKS = {"original": "original", "current": "100 %", "fallback": "–"}


@main.command()
@asked.lang_option
@asked.json_option
@click.pass_obj
def status(root: Path, langs: tuple[str, ...], as_json: bool) -> None:
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
        click.echo("\n".join(_table(table, wanted)))
        click.echo("\n".join(_facts(facts, overdue)))
    behind = any(row.cells[lang].state not in ("original", "current") for row in table for lang in wanted)
    sys.exit(FOUND if behind or overdue or facts["suspects"] else FINE)


def _table(table: list[Row], langs: tuple[str, ...]) -> Iterator[str]:
    width = max((len(row.name) for row in table), default=4)
    yield " ".join(("page".ljust(width), *(lang.rjust(9) for lang in langs)))
    for row in table:
        yield " ".join((row.name.ljust(width), *(_mark(row, lang).rjust(9) for lang in langs)))
    totals = ((sum(row.cells[lang].current for row in table), sum(row.cells[lang].total for row in table)) for lang in langs)
    yield " ".join(
        ("all passages".ljust(width), *(f"{100 * current // total if total else 0} %".rjust(9) for current, total in totals))
    )


def _mark(row: Row, lang: str) -> str:
    cell = row.cells[lang]
    return MARKS.get(cell.state) or f"{cell.percent} %{' !' if cell.state == 'stale' else ''}"


def _facts(facts: dict[str, Any], overdue: list[dict[str, str]]) -> Iterator[str]:
    yield ""
    for source in facts["sources"]:
        yield f"source {source['id']}: {source['cited']} of {source['points']} points cited, {source['waived']} waived"
    next_review = min((review["due"] for review in facts["reviews"]), default="–")
    yield f"reviews: {len(overdue)} overdue of {len(facts['reviews'])}; the next is due on {next_review}"
    yield from (f"  overdue since {review['due']}: {review['name']} ({review['owner']})" for review in overdue)
    yield f"suspect: {len(facts['suspects'])} blocks cite a point that was changed"
    yield from (f"  {found['page']} #{found['block'] or found['line']}: {found['point']}" for found in facts["suspects"])
    if facts["open_policies"]:
        yield f"still to be agreed on: {', '.join(facts['open_policies'])}"


@main.command()
@click.argument("page")
@asked.lang_option
@asked.json_option
@click.pass_obj
def diff(root: Path, page: str, langs: tuple[str, ...], as_json: bool) -> None:
    """Show what changed in the original since PAGE was translated, block by block.

    The old wording comes from git where its history holds it; elsewhere you see which blocks differ. Exit status 1 if any does.
    """
    handbook = asked.handbook_at(root)
    (name,) = asked.names(handbook, (page,))
    wanted = asked.languages(handbook, langs or asked.typed_language((page,)))
    found = [pages for (lang, key), pages in fresh(handbook).items() if key == name and lang in wanted]
    shown = [_shown(root, handbook, one) for one in found]
    if as_json:
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    for one in shown if not as_json else ():
        click.echo("\n".join(_lines(one)))
    sys.exit(FOUND if any(one.behind for one in found) else FINE)


def _shown(root: Path, handbook: Handbook, found: Freshness) -> dict[str, Any]:
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


def _lines(shown: dict[str, Any]) -> Iterator[str]:
    yield f"{shown['page']} ← {shown['original']}: {shown['state']}"
    for block in shown["blocks"]:
        yield ""
        yield f"  {block['state']}: {block['block']}" + (f" (line {block['line']})" if block["line"] else "")
        if block["changes"]:
            yield f"    original:    {block['changes']}"
        elif block["now"]:
            yield f"    original:    {block['now']}"
        elif block["was"]:
            yield f"    original:    [-{block['was']}-]"
        if block["translation"]:
            yield f"    translation: {block['translation']}" + (
                "" if block["untouched"] or block["state"] != "stale" else "  (touched, not stamped)"
            )
