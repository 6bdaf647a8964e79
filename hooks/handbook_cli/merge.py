"""The command `handbook merge`: a site from parts that several machines have built."""

from __future__ import annotations

from pathlib import Path

import click

from handbook_build.merging import merge as merged
from handbook_build.target import BuildError
from handbook_cli.main import fail, main, say


@main.command()
@click.argument("parts", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site goes (default: site in the handbook's folder).",
)
@click.pass_obj
def merge(root: Path, parts: tuple[Path, ...], site_dir: Path | None) -> None:
    """Put the parts of a site together that `handbook build --part` has made, one for each language.

    The site is the same, byte for byte, that one machine would have built. Parts that were made from different files, are
    damaged, missing or there twice are refused; then what is published stays as it is.
    """
    try:
        say(merged(parts, site_dir or root / "site", root))
    except BuildError as error:
        fail(str(error))
