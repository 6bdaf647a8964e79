"""The commands `translations stamp` and `sources review`: what a person vouches for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from handbook.checks.close import asking
from handbook.freshness.lockfile import written
from handbook.freshness.pages import lock_name, originals
from handbook.freshness.stamping import Stamp, chosen, names, stamped, untouched
from handbook.freshness.states import Freshness, freshness
from handbook.freshness.suspects import changed_points, reviewed
from handbook.model.handbook import Handbook
from handbook.model.lock import lock_path
from handbook_cli import asked
from handbook_cli.main import FINE, FOUND, main, say
from handbook_cli.voices import language, locale, ui_option
from handbook_cli.writing import write


@main.group()
def translations() -> None:
    """Look after translations: say which ones are up to date."""


@translations.command()
@click.argument("pages", nargs=-1, metavar="[PAGE]…")
@asked.lang_option
@click.option("--all", "everything", is_flag=True, help="Every page of the handbook.")
@click.option(
    "--block", "blocks", multiple=True, metavar="ID", help="Only this block: its id, lock key, or line in the translation."
)
@click.option("--meaning-unchanged", is_flag=True, help="The original was changed, but what it says was not. Needs --why.")
@click.option("--why", type=asked.Text(), default="", help="The reason, for the record (with --meaning-unchanged).")
@asked.day_option
@asked.dry_run_option
@ui_option
@click.pass_obj
def stamp(
    root: Path,
    pages: tuple[str, ...],
    langs: tuple[str, ...],
    everything: bool,
    blocks: tuple[str, ...],
    meaning_unchanged: bool,
    why: str,
    day: date | None,
    dry_run: bool,
    ui_lang: str,
) -> None:
    """Vouch that PAGE says in your language what its original says now.

    Writes translations/LANG/PAGE.lock. Stamp after translating; commit the lock file with the page. Stamping an original
    (name its language with --lang) dates its changes for readers. A block that was not touched since its original changed
    is refused: translate it, or say --meaning-unchanged --why "…" if the change does not matter to it.
    """
    if bool(pages) == everything:
        raise click.UsageError("Name the pages to stamp, or say --all.")
    if meaning_unchanged != bool(why.strip()):
        raise click.UsageError("--meaning-unchanged and --why belong together.")
    handbook = asked.handbook_at(root)
    wanted = asked.languages(handbook, langs or asked.typed_language(pages))
    changes: dict[str, str] = {}
    refused: list[str] = []
    known: set[str] = set()
    typed = asked.names(handbook, pages)
    if not everything:
        asked.expect(handbook, typed, wanted)
    for found in _found(handbook, typed, wanted, is_whole=not blocks):
        known |= {name for pair in chosen(found, ()) for name in names(pair)}
        late = untouched(found, blocks) if not meaning_unchanged and found.original is not found.translation else ()
        refused += [f"{found.translation.path}:{pair.passage.line}: {pair.name}" for pair in late]
        entries = stamped(found, Stamp(day or date.today(), frozenset(blocks), " ".join(why.split())))
        changes[lock_path(lock_name(found.translation))] = written(entries)
    for block in blocks:
        if block not in known:
            raise click.BadParameter(f"no block {block!r} with a translation there{asking(block, known)}", param_hint="--block")
    voice = locale(root, handbook, language(root, ui_lang))
    if refused:
        say("\n".join((voice.t("Not touched since the original changed:"), *refused)))
        say(voice.t("Translate them (handbook diff shows the changes), or say --meaning-unchanged --why “…”."))
        sys.exit(FOUND)
    count = write(root, changes, dry_run)
    if dry_run:
        say(voice.t("Lock files that would change: {count} of {all}", count=count, all=len(changes)))
    else:
        say(voice.t("Lock files written: {count} of {all}", count=count, all=len(changes)))
    sys.exit(FINE)


def _found(handbook: Handbook, wanted: tuple[str, ...], langs: tuple[str, ...], is_whole: bool) -> Iterator[Freshness]:
    """Translations, and originals where whole pages are stamped."""
    written_first = originals(handbook)
    for page in asked.pages(handbook, wanted, langs):
        original = written_first[page.name]
        if page is not original or is_whole or len(langs) == 1:
            yield freshness(original, page, handbook.locks.get(lock_name(page)))


@main.group()
def sources() -> None:
    """Look after the register of sources."""


@sources.command()
@click.argument("points", nargs=-1, metavar="[POINT]…")
@click.option("--all", "everything", is_flag=True, help="Every point that was changed.")
@click.option("--why", type=asked.Text(), default="", help="What was found, for the record. Needed to clear a point.")
@asked.day_option
@asked.dry_run_option
@click.pass_obj
def review(root: Path, points: tuple[str, ...], everything: bool, why: str, day: date | None, dry_run: bool) -> None:
    """List the blocks that cite a changed point; with POINTs and --why, clear them.

    Points that are new to the register are written down as they are. Exit status 1 if a point is left to be reviewed.
    """
    handbook = asked.handbook_at(root)
    changed = {point for source in handbook.sources.values() for point in changed_points(handbook, source)}
    for point in points:
        if point not in handbook.points:
            raise click.BadParameter(f"there is no point {point!r}{asking(point, handbook.points)}")
    cleared = frozenset(changed if everything else points) & changed
    if cleared and not why.strip():
        raise click.UsageError("Say with --why what you found.")
    changes = {
        lock_path(f"sources/{source.id}"): written(
            reviewed(handbook, source, day or date.today(), cleared, " ".join(why.split()))
        )
        for source in handbook.sources.values()
    }
    for point in sorted(changed - cleared):
        say(f"{handbook.sources[handbook.source_of[point]].path}: {point}: {handbook.points[point].gist}")
        for page in handbook.pages:
            for block in page.blocks if not page.matter.translated_from else ():
                if point in block.citations:
                    say(f"  {page.path}:{block.line}")
    write(root, changes, dry_run)
    sys.exit(FOUND if changed - cleared else FINE)
