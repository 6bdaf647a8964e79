"""`handbook words`, `handbook search` and `handbook print`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from handbook_cli.main import FOUND, fail, main, say


@main.group()
def words() -> None:
    """Look after the word tables that search and glossary links use."""


@words.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a table is out of date.")
@click.pass_obj
def update(root: Path, check: bool) -> None:
    """Renew words/ from the words that occur in the handbook.

    Needs the analysers of requirements/words.txt (make words); building and checking never do.
    """
    from handbook_io.words.vocabulary import renewed

    try:
        changed = renewed(root, write=not check, say=say)
    except ModuleNotFoundError as error:
        fail(f"the analyser {error.name} is not installed: run make words")
    for name in changed:
        click.echo(name)
    sys.exit(FOUND if check and changed else 0)


@main.command()
@click.argument("text")
@click.option("--lang", default="", metavar="LANG", help="Language to search in (default: the handbook's first).")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many results.")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
@click.pass_obj
def search(root: Path, text: str, lang: str, limit: int, as_json: bool) -> None:
    """Find TEXT as a reader's search box would: the site's own search, in the terminal."""
    from handbook_cli.finding import UnknownLanguage, found

    try:
        hits = found(root, text, lang, limit)
    except UnknownLanguage as error:
        fail(str(error))
    if as_json:
        click.echo(json.dumps(hits, ensure_ascii=False, indent=1))
        return
    for hit in hits:
        click.echo(f"{hit['title']}  ({hit['kind']})  {hit['url']}")
        click.echo(f"    {hit['definition'] or hit['snippet']['text']}")
    say(f"{len(hits)} results")


@main.command("print")
@click.argument("slugs", nargs=-1, metavar="[SLUG]…")
@click.option("--lang", "languages", multiple=True, metavar="LANG", help="Only PDFs in this language (may be repeated).")
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), default=Path("print-out"), show_default=True, help="Where they go."
)
@click.pass_obj
def print_(root: Path, slugs: tuple[str, ...], languages: tuple[str, ...], to: Path) -> None:
    """Make the PDFs of all checklists, or of the playbooks SLUG…, without building the site."""
    from handbook_cli.finding import UnknownLanguage, site_of
    from handbook_io.cache import cache_of
    from handbook_io.printing.pdfs import MissingFont, PrintingFailed, write_pdfs

    try:
        site = site_of(root)
        unknown = [slug for slug in slugs if slug not in site.handbook.playbooks]
        unknown += [lang for lang in languages if lang not in site.handbook.languages]
        if unknown:
            fail(f"not in this handbook: {', '.join(unknown)}")
        say("Setting PDFs …")
        made = write_pdfs(site, to, cache_of(root), 2, slugs=slugs, languages=languages)
    except (UnknownLanguage, MissingFont, PrintingFailed) as error:
        fail(str(error))
    for pdf in made:
        click.echo(str(to / pdf.url))
    say(f"{len(made)} PDFs, {sum(pdf.bytes for pdf in made) / 1e6:.1f} MB")
