"""The command `report`: what a pull request means."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from handbook.freshness.impact import impact
from handbook.freshness.report import as_markdown, as_tree
from handbook.read import read
from handbook_io.cli import FINE, FOUND, fail, main
from handbook_io.disk import handbook_in
from handbook_io.history import NoHistoryError, files_at


@main.command()
@click.option("--base", required=True, metavar="REF", help="The commit, branch or tag to compare with, for example origin/main.")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True, help="What to write."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.pass_obj
def report(root: Path, base: str, form: str, as_json: bool) -> None:
    """Show what the changes since REF mean: translations that fall behind, checklists, claims, terms, coverage, reviews.

    A shallow clone is enough, as long as it holds REF. Exit status 1 if the changes bring in mistakes.
    """
    new = handbook_in(root)
    try:
        old = read(files_at(root, base), with_checks=bool(new.errors))
    except NoHistoryError as error:
        raise click.BadParameter(f"{base!r} can’t be read from git: {error}", param_hint="--base") from None
    before, after = old.handbook, new.handbook
    if before is None or after is None:
        fail("handbook.yml can’t be read: run handbook check")
        return
    found = impact(before, after, old.problems, new.errors)
    click.echo(json.dumps(as_tree(found), ensure_ascii=False, indent=1) if as_json or form == "json" else as_markdown(found))
    sys.exit(FOUND if found.problems else FINE)
