"""The command `report`: what a pull request means."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from handbook.freshness.impact import impact
from handbook.freshness.report import as_markdown, as_tree
from handbook.read import read
from handbook_cli.main import FINE, FOUND, fail, main
from handbook_cli.voices import OF_FILE, language, locale, ui_option
from handbook_io.disk import handbook_in
from handbook_io.history import NoHistoryError, files_at


@main.command()
@click.option("--base", required=True, metavar="REF", help="The commit, branch or tag to compare with, for example origin/main.")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True, help="What to write."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@ui_option
@click.pass_obj
def report(root: Path, base: str, form: str, as_json: bool, ui_lang: str) -> None:
    """Show what the changes since REF mean: translations that fall behind, checklists, claims, terms, coverage, reviews.

    A shallow clone is enough, as long as it holds REF. With --ui-lang file each translator's part speaks their language.
    Exit status 1 if the changes bring in mistakes.
    """
    new = handbook_in(root)
    try:
        old = read(files_at(root, base), with_checks=bool(new.errors))
    except NoHistoryError as error:
        raise click.BadParameter(f"{base!r} can’t be read from git: {error}", param_hint="--base") from None
    before, after = old.handbook, new.handbook
    if before is None or after is None:
        fail("handbook.yml can’t be read: run handbook check")
    found = impact(before, after, old.problems, new.errors)
    if as_json or form == "json":
        click.echo(json.dumps(as_tree(found), ensure_ascii=False, indent=1))
    else:
        voices = {lang: locale(root, after, lang) for lang in after.languages} if ui_lang == OF_FILE else {}
        click.echo(as_markdown(found, locale(root, after, language(root, ui_lang)), voices))
    sys.exit(FOUND if found.problems else FINE)
