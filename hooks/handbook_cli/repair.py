"""The commands `fix` and `rename`: what can be changed everywhere without a person reading it all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from handbook.freshness.mending import aligned, ordered, tidy
from handbook.freshness.pages import fresh
from handbook.freshness.renaming import Renaming, renamed
from handbook.model.settings import SETTINGS
from handbook_cli import asked
from handbook_cli.main import FINE, FOUND, main, say
from handbook_cli.writing import write
from handbook_io.disk import handbook_in, source_files


def _texts(root: Path) -> dict[str, str]:
    """Every file that is UTF-8; the others are left to `handbook check`."""
    found: dict[str, str] = {}
    for file in source_files(root):
        try:
            found[file.path] = file.data.decode("utf-8")
        except UnicodeDecodeError:
            continue
    return found


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@asked.dry_run_option
@click.pass_obj
def fix(root: Path, paths: tuple[str, ...], dry_run: bool) -> None:
    """Mend what is safe: byte order marks, loose accents, trailing spaces, the order of front matter; in translations also ids,
    citations, situation, kind and owner.

    With PATHs (files or folders, relative to the handbook's folder) only those. Run it again until it says that nothing is left;
    then `handbook check` lists what needs a person.
    """
    places = asked.places(root, paths)
    texts = _texts(root)
    handbook = handbook_in(root).handbook if SETTINGS in texts else asked.handbook_at(root)
    by_path = {found.translation.path: found for found in fresh(handbook).values()} if handbook else {}
    changes: dict[str, str | None] = {}
    for path, text in texts.items():
        if not asked.is_among(path, places):
            continue
        new = tidy(text)
        if path in by_path and new == text:
            new = aligned(new, by_path[path])
        changes[path] = ordered(new) if path.startswith("docs/") else new
    count = write(root, changes, dry_run)
    say(f"{'Files that would be mended' if dry_run else 'Files mended'}: {count}")
    sys.exit(FINE)


@main.command()
@click.argument("old")
@click.argument("new")
@asked.dry_run_option
@click.pass_obj
def rename(root: Path, old: str, new: str, dry_run: bool) -> None:
    """Rename the playbook OLD, or the section, step or phrase OLD#ID, in every language.

    Files, links and lock files follow. The old name stays as an alias, so that printed addresses and ticks keep working.
    Examples: `handbook rename handle-a-complaint take-a-complaint`, `handbook rename handle-a-complaint#listen hear-out`.
    """
    handbook = asked.handbook_at(root)
    slug, _, id = old.partition("#")
    if slug not in handbook.playbooks:
        slug = asked.names(handbook, (slug,))[0].removeprefix("playbooks/")
    if slug not in handbook.playbooks:
        raise click.BadParameter(f"{slug!r} is no playbook: only playbooks, and what stands in them, can be renamed")
    twins = handbook.playbooks[slug].values()
    known = {block.id for page in twins for block in page.ids}
    if id and id not in known:
        raise click.BadParameter(f"{slug} has no id {id!r}")
    if new in (known if id else handbook.playbooks):
        raise click.UsageError(f"{new} exists already.")
    try:
        renaming = Renaming(slug, new.removeprefix("playbooks/").removeprefix("#"), id)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    changes = renamed(_texts(root), renaming)
    for target in (Path(name).with_stem(renaming.new) for name, text in changes.items() if text is None):
        if os.path.lexists(root / target):
            raise click.UsageError(f"{target.as_posix()} exists already.")
    write(root, changes, dry_run)
    if not dry_run and (errors := handbook_in(root).errors):
        say(f"{len(errors)} problems are left: run handbook check")
        sys.exit(FOUND)
