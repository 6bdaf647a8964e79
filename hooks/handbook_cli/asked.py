"""What a person typed in; the handbook, pages and days that they mean out."""

from __future__ import annotations

import os
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


def expect(handbook: Handbook, wanted: Sequence[str], langs: Sequence[str]) -> None:
    """Ends the command at a page that none of these languages has, or has with mistakes that hide it."""
    there = {page.name for page in pages(handbook, wanted, langs)}
    for name in wanted:
        if name not in there:
            raise click.BadParameter(f"{name!r} is not there in {', '.join(langs)}, or can’t be read: run handbook check")


def places(root: Path, typed: Sequence[str]) -> tuple[str, ...]:
    """Files and folders typed, as problems name them: from the handbook's folder, `.` for itself. Ends the command at one that is
    not there."""
    return tuple(_place(root, word) for word in typed)


def _place(root: Path, word: str) -> str:
    path = Path(os.path.normpath(root / word))
    path = Path(os.path.realpath(path.parent), path.name)
    if not os.path.lexists(path):
        raise click.BadParameter(f"there is no file or folder {word!r} in {root}")
    if not path.is_relative_to(root):
        raise click.BadParameter(f"{word!r} is not in the handbook's folder {root}")
    return path.relative_to(root).as_posix()


def is_among(path: str, places: Sequence[str]) -> bool:
    """Whether a path is one of the places, or beneath one; where none is named, every path is."""
    return not places or any(place in (".", path) or path.startswith(f"{place}/") for place in places)


class Text(click.ParamType[str]):
    """Words that will stand in a file."""

    name = "TEXT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        if text != text.encode("utf-8", "replace").decode("utf-8"):
            self.fail(f"{text!r} is not UTF-8: set the terminal to UTF-8 and type it again", param, ctx)
        return text


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
