"""The commands `new playbook | concept | site`: first files, ready to be filled in."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import click
from babel import Locale, UnknownLocaleError

from handbook import scaffold
from handbook.model.lock import lock_path
from handbook.naming import Named, unfit
from handbook.parse.page import page as parse_page
from handbook_cli import asked
from handbook_cli.main import fail, main, say
from handbook_cli.writing import Changes, write

ENGINE = (
    *("hooks", "overrides", "print", "requirements", "Makefile", "pyproject.toml", "babel.cfg", "mkdocs.yml"),
    *("LICENSE", ".gitignore", ".gitattributes", ".editorconfig"),
)
"""What a new handbook needs of this one, beside the tables of its languages."""
GUIDE = "CONTRIBUTING.md"
WATCHED = ("catalogues", "glossary", "rules", "sources", "translations", "words")
"""Folders that may be empty at first."""
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
"""Of a language, perhaps with its script and country, as BCP 47 writes it: sv, zh-Hans, pt-BR."""
LONGEST_CODE = 2
"""Letters of a language's code that the plug-in for languages knows."""
LANGUAGE_ROWS = re.compile(r"(?m)^ +- \{locale: .*\n")


@main.group()
def new() -> None:
    """Start a playbook, a concept or a whole handbook."""


def _free(root: Path, changes: Changes) -> Changes:
    for name in changes:
        if (root / name).exists():
            raise click.UsageError(f"{name} exists already.")
    return changes


def _good(name: str, named: Named) -> str:
    if reason := unfit(name, named):
        raise click.BadParameter(f"{reason}.")
    return name


@new.command()
@click.argument("slug")
@click.option("--lang", required=True, metavar="LANG", help="The language that it is written in first.")
@click.option("--title", type=asked.Text(), default="", help="Its title in that language.")
@click.option("--situation", default="", help="A key of situations in handbook.yml (default: the first).")
@click.option("--owner", default="", help="A key of owners in handbook.yml (default: the first).")
@click.option(
    "--checklist", type=click.Choice(["read-do", "do-confirm", "none"]), default="none", show_default=True, help="Its kind."
)
@click.option("--stubs", is_flag=True, help="Also a stub in every other language, marked as not translated until it is.")
@asked.day_option
@asked.dry_run_option
@click.pass_obj
def playbook(
    root: Path,
    slug: str,
    lang: str,
    title: str,
    situation: str,
    owner: str,
    checklist: str,
    stubs: bool,
    day: date | None,
    dry_run: bool,
) -> None:
    """Write a first original of the playbook SLUG."""
    handbook = asked.handbook_at(root)
    asked.languages(handbook, (lang,))
    for typed, known, option in (
        (situation, handbook.settings.situations, "--situation"),
        (owner, handbook.settings.owners, "--owner"),
    ):
        if typed and typed not in known:
            raise click.BadParameter(f"{typed!r} is not in handbook.yml: {', '.join(known)}", param_hint=option)
    situation = situation or next(iter(handbook.settings.situations))
    owner = owner or next(iter(handbook.settings.owners))
    name = f"playbooks/{_good(slug, 'page')}"
    today = day or date.today()
    path = f"docs/{lang}/{name}.md"
    text = scaffold.playbook(slug, title or slug.replace("-", " ").capitalize(), situation, checklist, owner, today)
    changes: dict[str, str | None] = {path: text}
    original, _ = parse_page(path, lang, name, text)
    for other in handbook.languages if stubs and original else ():
        if original and other != lang:
            changes[f"docs/{other}/{name}.md"] = scaffold.translation(original)
            changes[lock_path(f"{other}/{name}")] = scaffold.stub_lock(original, today)
    write(root, _free(root, changes), dry_run)


@new.command()
@click.argument("id")
@asked.dry_run_option
@click.pass_obj
def concept(root: Path, id: str, dry_run: bool) -> None:
    """Write a first file for the concept ID of the glossary, with room for every language."""
    handbook = asked.handbook_at(root)
    write(root, _free(root, {f"glossary/{_good(id, 'file')}.yml": scaffold.concept(handbook.languages)}), dry_run)


@new.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--languages", required=True, metavar="CODES", help="Its languages, such as fi,pt-BR,zh-Hans. The first is the default."
)
@asked.dry_run_option
@click.pass_obj
def site(root: Path, folder: Path, languages: str, dry_run: bool) -> None:
    """Write an empty handbook for another organisation into FOLDER, ready to be built."""
    rows = _rows(languages)
    codes = tuple(rows)
    if any(Path(os.path.realpath(folder)).is_relative_to(root / name) for name in ENGINE):
        raise click.UsageError(f"{folder} lies in the generator, which would be copied into itself: choose another folder.")
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty.")
    changes: dict[str, str | None] = {"handbook.yml": scaffold.settings(rows)}
    changes["mkdocs.yml"] = _configuration(root, rows)
    if (root / GUIDE).is_file():
        changes[GUIDE] = scaffold.guide((root / GUIDE).read_text("utf-8", "replace"))
    changes |= {f"{name}/.keep": "" for name in WATCHED}
    for code in codes:
        changes[f"docs/{code}/index.md"] = scaffold.home("Handbook", "" if code == codes[0] else codes[0])
    example = scaffold.playbook("first-steps", "First steps", "first", "none", "team", date.today())
    changes[f"docs/{codes[0]}/playbooks/first-steps.md"] = example
    is_new = not folder.exists()
    try:
        if not dry_run:
            _copy(root, folder, codes)
        write(folder, changes, dry_run)
    except KeyboardInterrupt:
        _empty(folder, is_new)
        raise
    except OSError as error:
        _empty(folder, is_new)
        fail(f"{folder} can’t be written ({_reason(error)}): nothing was left there")
    say(f"Build it with: cd {folder} && make site")


def _rows(languages: str) -> dict[str, Locale]:
    """Code → locale of each language that was named."""
    rows: dict[str, Locale] = {}
    for tag in dict.fromkeys(tag.strip() for tag in languages.split(",") if tag.strip()):
        try:
            code, locale = scaffold.spoken(tag) if TAG.fullmatch(tag) else ("", None)
        except (UnknownLocaleError, ValueError) as error:
            raise click.BadParameter(str(error), param_hint="--languages") from None
        if locale is None:
            raise click.BadParameter(f"{tag!r} is no language: write codes such as sv, pt-BR, zh-Hans", param_hint="--languages")
        if len(locale.language) > LONGEST_CODE:
            raise click.BadParameter(f"{tag!r} can’t be built: MkDocs knows codes of two letters only", param_hint="--languages")
        if code in rows:
            raise click.BadParameter(f"{tag!r} would be a second {code!r}: name one of them", param_hint="--languages")
        rows[code] = locale
    if not rows:
        raise click.BadParameter("name at least one language", param_hint="--languages")
    return rows


def _configuration(root: Path, rows: dict[str, Locale]) -> str:
    """The generator's mkdocs.yml with other languages."""
    try:
        config = (root / "mkdocs.yml").read_text("utf-8")
    except UnicodeDecodeError as error:
        fail(f"mkdocs.yml is not UTF-8 (byte {error.start}): save it as UTF-8")
    named = "\n".join(scaffold.site_rows(rows))
    return LANGUAGE_ROWS.sub("", config).replace("      languages:\n", f"      languages:\n{named}\n", 1)


def _empty(folder: Path, is_new: bool) -> None:
    """Takes away a handbook that is half made; a folder that was there before stays."""
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
    if is_new and folder.is_dir():
        folder.rmdir()


def _reason(error: OSError) -> str:
    """Of the first file that could not be copied: a folder's error lists all of them."""
    return str(error.args[0][0][2]) if isinstance(error, shutil.Error) else error.strerror or str(error)


def _copy(root: Path, folder: Path, codes: tuple[str, ...]) -> None:
    """The generator itself, and what it knows of these languages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ENGINE:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*_cache", "*.egg-info"))
        elif source.is_file():
            shutil.copy2(source, folder / name)
    for code in codes:
        for source in (*root.glob(f"words/{code}.*"), *root.glob(f"rules/{code}.yml"), *root.glob(f"catalogues/{code}.po")):
            target = folder / source.relative_to(root)
            target.parent.mkdir(exist_ok=True)
            shutil.copy2(source, target)
