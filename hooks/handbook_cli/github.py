"""The commands `github pull-request` and `github digest`: what workflows tell on GitHub. They need GitHub's own command gh."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from handbook.freshness.digest import digest as digest_of
from handbook.freshness.report import MARK
from handbook_cli import asked
from handbook_cli.main import fail, main, say
from handbook_cli.voices import locale
from handbook_io.github import LABEL, GitHubError, Repository

DIGEST = "digest"
repository_option = click.option(
    "--repository", required=True, envvar="GITHUB_REPOSITORY", metavar="OWNER/NAME", help="Where (default: GITHUB_REPOSITORY)."
)


@main.group()
def github() -> None:
    """What workflows tell on GitHub: the report of a pull request, one digest for each language."""


@github.command("pull-request")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--head", required=True, envvar="HEAD_SHA", metavar="SHA", help="The commit that was checked (default: HEAD_SHA).")
@repository_option
@click.pass_obj
def pull_request(root: Path, folder: Path, head: str, repository: str) -> None:
    """Write FOLDER/report.md as the one comment of the pull request FOLDER/number, and label it by language.

    FOLDER comes from a run of the pull request's own files: its number counts only if that pull request proposes the commit SHA.
    """
    handbook, place = asked.handbook_at(root), Repository(repository)
    text = (folder / "report.md").read_text("utf-8", "replace")
    number = (folder / "number").read_text("utf-8", "replace").strip()
    if not number.isdecimal() or not text.startswith(MARK):
        fail(f"{folder} holds no report")
    try:
        if place.head(int(number)) != head:
            fail(f"pull request {number} does not propose {head}")
        place.comment(int(number), MARK, text)
        place.label(int(number), handbook.languages)
    except GitHubError as error:
        fail(str(error))


@github.command()
@repository_option
@asked.lang_option
@click.option("--dry-run", is_flag=True, help="Print the digests; tell GitHub nothing.")
@click.option("--date", "day", type=asked.Day(), default=None, help="The day to speak of (default: today).")
@click.pass_obj
def digest(root: Path, repository: str, langs: tuple[str, ...], dry_run: bool, day: date | None) -> None:
    """Keep one open issue for each language that says what waits for its people; close it when nothing does."""
    handbook = asked.handbook_at(root)
    for lang in asked.languages(handbook, langs):
        voice = locale(root, handbook, lang)
        text = digest_of(handbook, lang, voice, day or date.today())
        title = voice.t("What waits for you in the handbook") + f" ({lang})"
        if dry_run:
            click.echo(f"# {title}\n\n{text}" if text else f"# {title}: –")
            continue
        try:
            Repository(repository).keep_issue(f"<!-- handbook digest: {lang} -->", title, text, (DIGEST, LABEL + lang))
        except GitHubError as error:
            fail(str(error))
        say(title)
