"""The commands `check` and `explain`: every mistake, in the editor's language, for people and for review tools."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from handbook.addresses import Addresses
from handbook.annotations import Speak, as_dict, as_github, as_sarif, as_text
from handbook.checks.close import close
from handbook.checks.terms import deprecated
from handbook.locale import catalogue
from handbook.messages import MESSAGES, Translate
from handbook.model.problem import Problem
from handbook.read import Reading, located
from handbook_io.cli import FINE, FOUND, main, say
from handbook_io.disk import handbook_in, site_in, source_files

OF_FILE = "file"
ENVIRONMENT = ("HANDBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
ui_option = click.option(
    "--ui-lang",
    default="",
    metavar="LANG",
    help="Language of the messages; 'file': each in that of its file (default: from HANDBOOK_LANG or the system, else English).",
)


def speaker(root: Path, typed: str) -> Speak:
    """Who tells the problems of a file. Ends the command at a language without a catalogue."""
    catalogues = {path.stem: path for path in sorted((root / "catalogues").glob("*.po"))}

    def voice(lang: str) -> Translate:
        if lang not in catalogues:
            return str
        found, _ = catalogue(catalogues[lang].name, catalogues[lang].read_bytes())
        return found.ugettext

    if typed == OF_FILE:
        voices = {lang: voice(lang) for lang in catalogues}
        return lambda path: voices.get(path.split("/")[1] if "/" in path else "", str)
    if typed and typed != "en" and typed not in catalogues:
        raise click.BadParameter(f"there is no catalogue for {typed!r}: {', '.join(('en', *catalogues))}", param_hint="--ui-lang")
    found = voice(
        typed or next((word for name in ENVIRONMENT if (word := os.environ.get(name, "").partition("_")[0]) in catalogues), "en")
    )
    return lambda path: found


Write = Callable[[list[Problem], Speak], str]
FORMATS: Mapping[str, Write] = {
    "text": lambda found, speak: "\n".join(as_text(problem, speak) for problem in found),
    "json": lambda found, speak: json.dumps([as_dict(problem, speak) for problem in found], ensure_ascii=False, indent=1),
    "github": lambda found, speak: "\n".join(as_github(problem, speak) for problem in found),
    "sarif": lambda found, speak: json.dumps(as_sarif(found, speak), ensure_ascii=False, indent=1),
}


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How mistakes are written."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@ui_option
@click.pass_obj
def check(root: Path, paths: tuple[str, ...], form: str, as_json: bool, ui_lang: str) -> None:
    """Read everything and list every mistake, with file, line and cure.

    With PATHs (files or folders, relative to the handbook's folder) only their mistakes are listed; everything is read.
    """
    speak = speaker(root, ui_lang)
    reading = handbook_in(root)
    everything = (*reading.problems, *_words_to_avoid(root, reading))
    found = [problem for problem in everything if not paths or _under(problem.path, paths)]
    if text := FORMATS["json" if as_json else form](found, speak):
        click.echo(text)
    if form == "text" and not as_json:
        say(_summary(reading, found))
    sys.exit(FOUND if any(problem.severity == "error" for problem in found) else FINE)


def _words_to_avoid(root: Path, reading: Reading) -> tuple[Problem, ...]:
    """What only the word tables can tell."""
    if reading.handbook is None:
        return ()
    found = tuple(deprecated(site_in(root, reading.handbook, Addresses(reading.handbook.settings.default))))
    return located(found, source_files(root)) if found else ()


@main.command()
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
@ui_option
@click.pass_obj
def explain(root: Path, code: str | None, as_json: bool, ui_lang: str) -> None:
    """Explain the problem CODE, the word in brackets at the end of a message; without CODE, all of them as a Markdown table."""
    if code and code not in MESSAGES:
        raise click.BadParameter(f"there is no problem {code!r}; did you mean {close(code, MESSAGES)!r}?")
    translate = speaker(root, "" if ui_lang == OF_FILE else ui_lang)("")
    rows = {key: (translate(MESSAGES[key].wrong), translate(MESSAGES[key].cure)) for key in ([code] if code else MESSAGES)}
    if as_json:
        click.echo(
            json.dumps(
                [{"code": key, "message": wrong, "cure": cure} for key, (wrong, cure) in rows.items()],
                ensure_ascii=False,
                indent=1,
            )
        )
    elif code:
        click.echo("\n".join(rows[code]))
    else:
        click.echo("| Code | Problem | Cure |\n|---|---|---|")
        click.echo("\n".join(f"| `{key}` | {_cell(wrong)} | {_cell(cure)} |" for key, (wrong, cure) in rows.items()))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{{", "{").replace("}}", "}")


def _under(path: str, wanted: tuple[str, ...]) -> bool:
    names = (Path(name).as_posix().removeprefix("./").rstrip("/") for name in wanted)
    return any(path == name or path.startswith(f"{name}/") or name == "." for name in names)


def _summary(reading: Reading, found: list[Problem]) -> str:
    if reading.handbook is None:
        return f"{len(found)} problems"
    handbook = reading.handbook
    errors = sum(problem.severity == "error" for problem in found)
    cited = {point for page in handbook.pages for block in page.blocks for point in block.citations}
    covered = sum(id in cited or bool(point.waived) for id, point in handbook.points.items())
    return (
        f"{len(handbook.playbooks)} playbooks in {len(handbook.languages)} languages, {len(handbook.concepts)} concepts, "
        f"{covered} of {len(handbook.points)} source points cited or waived: {errors} errors, {len(found) - errors} warnings"
    )
