"""The model in, JSON Schemas and a snippet for editors' autocompletion out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from handbook import messages
from handbook.json_schema import json_schema
from handbook.model.concept import ConceptEntry
from handbook.model.playbook import FrontMatter, PageMatter
from handbook.model.rules import Rules
from handbook.model.settings import Settings
from handbook.model.source import ClaimsFile, SourceEntry
from handbook_cli.main import FINE, FOUND, main, say
from handbook_io.disk import handbook_in

MODELS: tuple[tuple[str, type, str], ...] = (
    ("front-matter", FrontMatter, "Front matter of a playbook"),
    ("page", PageMatter, "Front matter of any other page"),
    ("concept", ConceptEntry, "A concept of the glossary"),
    ("source", SourceEntry, "A source and its points"),
    ("claims", ClaimsFile, "Figures that sources claim"),
    ("settings", Settings, "handbook.yml"),
    ("rules", Rules, "How the checks read a language"),
)
"""File name without .json, model, title."""
SNIPPETS = ".vscode/handbook.code-snippets"
"""VS Code completes front matter inside Markdown from snippets only, not from schemas."""


def files(settings: Settings) -> Iterator[tuple[str, str]]:
    """(path in the handbook's folder, text) of every file, with the present keys of handbook.yml as the values to choose from."""
    closed = {
        "situation": tuple(settings.situations),
        "owner": tuple(settings.owners),
        "translated_from": tuple(settings.languages),
    }
    for name, model, title in MODELS:
        yield f"schemas/{name}.json", _written(json_schema(model, title, closed))
    yield SNIPPETS, _written(snippets(json_schema(FrontMatter, "", closed)))


def snippets(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The snippet `playbook`: every required key, with its choices or what it is for."""
    keys = (_line(at, key, schema["properties"][key]) for at, key in enumerate(schema["required"], 1))
    text = "What a new playbook starts with"
    return {"Playbook": {"scope": "markdown", "prefix": "playbook", "description": text, "body": ["---", *keys, "---", "$0"]}}


def _line(at: int, key: str, schema: Mapping[str, Any]) -> str:
    value = f"${{{at}|{','.join(schema['enum'])}|}}" if "enum" in schema else f"${{{at}:{schema['description']}}}"
    return f"{key}: {value}"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; end with status 1 if a file is out of date.")
@click.pass_obj
def schemas(root: Path, check: bool) -> None:
    """Write schemas/*.json, from which an editor such as VS Code completes and checks YAML while you type.

    They follow from the model and from the situations, owners and languages of handbook.yml: run this after changing those.
    """
    reading = handbook_in(root)
    if reading.handbook is None:
        sys.exit("\n".join(messages.line(problem) for problem in reading.problems))
    stale = [(path, text) for path, text in files(reading.handbook.settings) if not _says(root / path, text)]
    for path, text in stale:
        if not check:
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(text, "utf-8", newline="\n")
        say(f"{path}: {'out of date; run: handbook schemas' if check else 'written'}")
    sys.exit(FOUND if stale and check else FINE)


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
