"""The command `handbook`: one verb or noun for each thing that a person wants done."""

from __future__ import annotations

import gc
import os
import re
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from handbook_io.unusable import UnusableFile

FINE, FOUND, WRONG_USE = 0, 1, 2
"""Exit statuses: nothing to mend; problems found; the command was used wrongly (click's own)."""

HIGHEST_PORT = 65_535

OBJECTS = 100_000
"""How many are made between two searches for rubbish. A handbook is frozen data: there is none to find."""


class Commands(click.Group):
    """The commands beside `build` and `serve` are imported when one of them is wanted: a build with nothing to do is quick."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.commands:
            _import_others()
        return super().get_command(context, name)

    def list_commands(self, context: click.Context) -> list[str]:
        _import_others()
        return super().list_commands(context)

    def invoke(self, context: click.Context) -> object:
        """Where a file can't be used, a command ends with one clear text. A pipe that nobody reads is click's."""
        if not _is_zone():
            raise click.UsageError(f"TZ={os.environ['TZ']} is no time zone: set it to one such as Europe/Helsinki, or unset it.")
        try:
            return super().invoke(context)
        except BrokenPipeError:
            raise
        except UnusableFile as error:
            fail(str(error))
        except OSError as error:
            fail(f"{error.filename or 'a file'} can’t be read or written ({error.strerror or error})")
        except MemoryError:
            fail("there is not enough memory: end other programs, or lower --jobs")


def _is_zone() -> bool:
    """Whether Babel, which asks for the computer's time zone as it is imported, can use the one that is set."""
    if "TZ" in os.environ:
        try:
            datetime.now(import_module("babel.dates").LOCALTZ)
        except (OSError, ValueError, LookupError):
            return False
    return True


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C", "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The handbook's folder."
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Build, check and look after a multilingual service handbook.

    Start with `handbook serve` to see it, `handbook check` before you send changes, and `handbook build` to publish.
    Every command: exit status 0 when all is well, 1 when there is something to mend, 2 when it was used wrongly.
    """
    gc.set_threshold(OBJECTS)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not _is_moment(os.environ.get("SOURCE_DATE_EPOCH", "0")):
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds since 1970: set it to one, or unset it.")
    context.obj = root.resolve()


def _is_moment(seconds: str) -> bool:
    """Whether MkDocs and the makers of fonts can read and write a time of the build: gzip has 32 bits for it."""
    return bool(re.fullmatch("[0-9]{1,10}", seconds)) and int(seconds) < 2**32


@main.command()
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=None,
    help="Where the site goes (default: site in the handbook's folder).",
)
@click.option("--jobs", type=click.IntRange(1), default=None, help="Languages built at a time (default: one for each core).")
@click.option(
    "--zip",
    "archive",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Also write the site as a zip that opens without a server: unpack it, open index.html.",
)
@click.option(
    "--part",
    "lang",
    metavar="LANG",
    help="Build one language's part of the site for `handbook merge`, into parts/LANG or the folder --site-dir.",
)
@click.pass_obj
def build(root: Path, site_dir: Path | None, jobs: int | None, archive: Path | None, lang: str | None) -> None:
    """Build the whole site, or one language's part of it.

    The new site is made beside the old one and swapped in at the end: if anything fails, what is published stays as it is.
    """
    from handbook_build.build import BuildError, build_site

    if lang == "":
        raise click.UsageError("--part needs the code of a language.")
    if lang and archive:
        raise click.UsageError("A zip holds the whole site: pack what `handbook merge` has put together.")
    try:
        if lang:
            from handbook_build.parts import build_part

            return say(build_part(root, site_dir or root / "parts" / Path(lang).name, lang, say, jobs or 0))
        say(build_site(root, site_dir or root / "site", say, jobs or 0, archive=archive))
    except BuildError as error:
        fail(str(error))
    return None


class Address(click.ParamType[str]):
    """Where something is served, as HOST:PORT."""

    name = "HOST:PORT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        match = re.fullmatch(r"[\w.:-]{1,100}:([0-9]{1,5})", str(value))
        if not match or int(match[1]) > HIGHEST_PORT:
            self.fail(f"{value!r} is not an address: write HOST:PORT, such as 127.0.0.1:8000", param, ctx)
        return str(value)


@main.command()
@click.option("-a", "--address", type=Address(), default="127.0.0.1:8000", show_default=True, help="Where to serve the preview.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the handbook and reload the page whenever a file changes."""
    from handbook_build.preview import preview
    from handbook_build.target import BuildError

    try:
        preview(root, address, say)
    except BuildError as error:
        fail(str(error))


def say(text: str) -> None:
    """Tells the person at the terminal; results for programs go to standard output."""
    click.echo(text, err=True)


def fail(text: str) -> NoReturn:
    """Ends with status 1 and one clear text, never a traceback."""
    click.echo(text, err=True)
    sys.exit(FOUND)


OTHERS = (
    "check",
    "github",
    "glossary",
    "new",
    "merge",
    "repair",
    "report",
    "schemas",
    "status",
    "translations",
    "words",
)
"""Modules that add their commands to `main`."""


def _import_others() -> None:
    for name in OTHERS:
        import_module(f"handbook_cli.{name}")
