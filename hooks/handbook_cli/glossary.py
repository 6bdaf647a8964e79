"""The commands `glossary export | import`: terms to and from spreadsheet programs and terminology tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from handbook.annotations import Speak, as_dict, as_text
from handbook.exchange.files import FORMATS
from handbook.exchange.importing import READERS, Plan, plan
from handbook.exchange.incoming import Change, Value
from handbook_cli import asked
from handbook_cli.finding import UnknownLanguage, site_of
from handbook_cli.main import FINE, FOUND, fail, main, say
from handbook_cli.voices import speaker, ui_option
from handbook_cli.writing import write
from handbook_io.disk import source_files
from handbook_io.whole import write_named


@main.group()
def glossary() -> None:
    """Take the glossary's terms to other programs, and back."""


@glossary.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), default=None, help="Where it goes (default: the terminal)."
)
@click.pass_obj
def export(root: Path, form: str, to: Path | None) -> None:
    """Write the glossary as FORMAT: csv for spreadsheet programs, tbx for terminology tools, jsonld (SKOS) for linked data."""
    try:
        data = FORMATS[form](site_of(root)).encode()
    except UnknownLanguage as error:
        fail(str(error))
    if to:
        write_named(to, data)
        say(f"{to}: {len(data)} bytes")
    else:
        click.echo(data, nl=False)


@glossary.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@asked.dry_run_option
@asked.json_option
@ui_option
@click.pass_obj
def import_(root: Path, file: Path, dry_run: bool, as_json: bool, ui_lang: str) -> None:
    """Show what FILE (.csv or .tbx) would change in glossary/, and change it.

    What the file does not mention stays as it is: concepts, languages, columns, comments. A file with mistakes changes nothing.
    Exit status: 0 done (or nothing to do), 1 the file has mistakes, 2 used wrongly.
    """
    ending = file.suffix.lower().removeprefix(".")
    if ending not in READERS:
        raise click.BadParameter(f"{file.name} must end in .{' or .'.join(READERS)}")
    speak = speaker(root, ui_lang)
    found = plan(str(file), file.read_bytes(), ending, asked.handbook_at(root), source_files(root))
    if as_json:
        click.echo(json.dumps(_facts(found, speak), ensure_ascii=False, indent=1))
    else:
        for line in (*_told(found.changes), *(as_text(problem, speak) for problem in found.problems)):
            click.echo(line)
    if not found.is_possible:
        say("Nothing was written: mend the file first.")
        sys.exit(FOUND)
    count = write(root, found.texts, dry_run)
    say(f"{len(found.changes)} values in {count} files {'would change' if dry_run else 'changed'}.")
    sys.exit(FINE)


def _told(changes: tuple[Change, ...]) -> Iterator[str]:
    """A difference as people read it."""
    concept = ""
    for change in changes:
        if change.concept != concept:
            yield (concept := change.concept)
        yield f"  {change.name}"
        yield from (f"    {sign} {_text(value)}" for sign, value in (("-", change.old), ("+", change.new)) if value)


def _text(value: Value) -> str:
    return value if isinstance(value, str) else " | ".join(value)


def _facts(found: Plan, speak: Speak) -> dict[str, Any]:
    rows = [
        {"concept": row.concept, "language": row.lang, "field": row.field, "old": row.old, "new": row.new}
        for row in found.changes
    ]
    return {"changes": rows, "files": sorted(found.texts), "problems": [as_dict(problem, speak) for problem in found.problems]}
