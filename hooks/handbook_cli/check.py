"""The commands `check` and `explain`: every mistake, in the editor's language, for people and for review tools."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from handbook.addresses import Addresses
from handbook.annotations import Speak, as_dict, as_github, as_sarif, as_text
from handbook.checks.close import asking
from handbook.checks.configuration import languages
from handbook.checks.renderings import renderings
from handbook.checks.terms import deprecated
from handbook.following import independent
from handbook.messages import Translate, pattern
from handbook.model.problem import Problem, has_errors
from handbook.problem_texts import MESSAGES
from handbook.read import Reading, located
from handbook.render.problems import NAME as PROBLEMS
from handbook_cli import asked
from handbook_cli.main import FINE, FOUND, main, say
from handbook_cli.voices import language, speaker, translator, ui_option
from handbook_io.configuration import configured
from handbook_io.disk import handbook_in, site_in, site_url, source_files
from handbook_io.words.tables import wrong_tables

Write = Callable[[list[Problem], Speak, str], str]
FORMATS: Mapping[str, Write] = {
    "text": lambda found, speak, _: "\n".join(as_text(problem, speak) for problem in found),
    "json": lambda found, speak, page: _json([as_dict(problem, speak, page) for problem in found]),
    "github": lambda found, speak, _: "\n".join(as_github(problem, speak) for problem in found),
    "sarif": lambda found, speak, page: _json(as_sarif(found, speak, page)),
}
"""Format → how problems are written. The last argument is the address of the page that explains the codes; empty if unknown."""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def explained_at(root: Path, reading: Reading, lang: str) -> str:
    """Where the site explains the codes in a language, or else in its default one."""
    if reading.handbook is None or not (base := site_url(root)):
        return ""
    default, known = reading.handbook.settings.default, reading.handbook.languages
    return Addresses(default, site_url=base).absolute(Addresses(default).page(lang if lang in known else default, PROBLEMS))


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
    places = asked.places(root, paths)
    speak = speaker(root, ui_lang)
    reading = handbook_in(root)
    everything = (*reading.problems, *configuration_problems(root, reading), *term_problems(root, reading))
    found = [problem for problem in everything if asked.is_among(problem.path, places)]
    page = explained_at(root, reading, language(root, ui_lang))
    if text := FORMATS["json" if as_json else form](found, speak, page):
        click.echo(text)
    if form == "text" and not as_json:
        say(_summary(reading, found, translator(root, language(root, ui_lang))))
    sys.exit(FOUND if has_errors(found) else FINE)


def term_problems(root: Path, reading: Reading) -> tuple[Problem, ...]:
    """What only the word tables can tell, or why they can't."""
    if reading.handbook is None:
        return ()
    if broken := tuple(found for lang in reading.handbook.languages for found in wrong_tables(root / "words", lang)):
        return broken
    site = site_in(root, reading.handbook, Addresses(reading.handbook.settings.default))
    found = (*independent((*deprecated(site), *renderings(site)), reading.unread),)
    return located(found, source_files(root)) if found else ()


def configuration_problems(root: Path, reading: Reading) -> tuple[Problem, ...]:
    """What a build would stop at."""
    found = configured(root)
    return (*languages(reading.handbook, found),) if found and reading.handbook else ()


@main.command()
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
@ui_option
@click.pass_obj
def explain(root: Path, code: str | None, as_json: bool, ui_lang: str) -> None:
    """Explain the problem CODE, the word in brackets at the end of a message; without CODE, all of them as a Markdown table."""
    if code and code not in MESSAGES:
        raise click.BadParameter(f"there is no problem {code!r}{asking(code, MESSAGES)}")
    translate = translator(root, language(root, ui_lang))
    chosen = {key: MESSAGES[key] for key in ([code] if code else MESSAGES)}
    rows = {key: (pattern(text.wrong, translate), pattern(text.cure, translate)) for key, text in chosen.items()}
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
    return text.replace("|", "\\|")


def _summary(reading: Reading, found: list[Problem], t: Translate) -> str:
    errors = sum(problem.severity == "error" for problem in found)
    counts = t("errors: {errors}, warnings: {warnings}").format(errors=errors, warnings=len(found) - errors)
    if reading.handbook is None:
        return counts
    handbook = reading.handbook
    cited = {point for page in handbook.pages for block in page.blocks for point in block.citations}
    covered = sum(id in cited or bool(point.waived) for id, point in handbook.points.items())
    sizes = (len(handbook.playbooks), len(handbook.languages), len(handbook.concepts))
    size = t("playbooks: {0}, languages: {1}, concepts: {2}").format(*sizes)
    sources = t("source points cited or waived: {covered} of {points}").format(covered=covered, points=len(handbook.points))
    return f"{size}, {sources}; {counts}"
