"""What a person typed in; the handbook, pages and days that they mean out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from handbook import messages
from handbook.checks.close import asking
from handbook.freshness.pages import originals
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook_io.disk import handbook_in

TYPED = re.compile(r"(?:\./)?(?:(?:docs|translations)/([^/]+)/)?(.+?)(?:\.md|\.lock)?")


def handbook_at(root: Path) -> Handbook:
    """The handbook even if it has mistakes; ends the command if there is none."""
    reading = handbook_in(root)
    if reading.handbook is None:
        for problem in reading.problems:
            click.echo(messages.line(problem), err=True)
        raise click.exceptions.Exit(1)
    return reading.handbook


def languages(handbook: Handbook, typed: Sequence[str]) -> tuple[str, ...]:
    """The languages named with --lang; all of them if none is. Ends the command at an unknown one."""
    for lang in typed:
        if lang not in handbook.languages:
            raise click.BadParameter(
                f"{lang!r} is not a language of this handbook: {', '.join(handbook.languages)}", param_hint="--lang"
            )
    return tuple(typed) or tuple(handbook.languages)


def names(handbook: Handbook, typed: Sequence[str]) -> tuple[str, ...]:
    """Pages' names from slugs, names or paths: `x`, `playbooks/x`, `docs/pl/playbooks/x.md`; all if none is typed."""
    known = originals(handbook)
    return tuple(dict.fromkeys(_name(list(known), word) for word in typed)) if typed else tuple(known)


def _name(known: list[str], word: str) -> str:
    match = TYPED.fullmatch(word)
    wanted = match[2] if match else word
    for name in (wanted, f"playbooks/{wanted}"):
        if name in known:
            return name
    raise click.BadParameter(f"there is no page {word!r}{asking(wanted, known)}")


def typed_language(typed: Sequence[str]) -> tuple[str, ...]:
    """Languages that stand in typed paths: `docs/pl/playbooks/x.md`."""
    return tuple(dict.fromkeys(match[1] for word in typed if (match := TYPED.fullmatch(word)) and match[1]))


def pages(handbook: Handbook, wanted: Sequence[str], langs: Sequence[str]) -> Iterator[Page]:
    """The pages of these names in these languages, as far as they exist."""
    found = {(page.name, page.lang): page for page in handbook.pages}
    return (found[name, lang] for name in wanted for lang in langs if (name, lang) in found)


class Day(click.ParamType[date]):
    """A day typed as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day: write YYYY-MM-DD", param, ctx)


lang_option = click.option("--lang", "langs", multiple=True, metavar="LANG", help="Only this language (may be repeated).")
json_option = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
dry_run_option = click.option("--dry-run", is_flag=True, help="Name what would be written; write nothing.")
day_option = click.option("--date", "day", type=Day(), default=None, help="The day to write down (default: today).")
