"""The schemas that editors' autocompletion reads say what the model says, and fit every file that we have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from handbook.model.handbook import Handbook
from handbook.parse.page import front_matter
from handbook_io.cli import main
from handbook_io.cli_schemas import MODELS, SNIPPETS, files

ROOT = Path(__file__).parent.parent
FILES = (
    ("front-matter", "docs/*/playbooks/*.md"),
    ("page", "docs/*/*.md"),
    ("concept", "glossary/*.yml"),
    ("source", "sources/[!c]*.yml"),
    ("claims", "sources/claims.yml"),
    ("settings", "handbook.yml"),
)
REAL = [(name, path) for name, pattern in FILES for path in sorted(ROOT.glob(pattern))]


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is text, and only true and false are truth values."""


Core.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for letter, word in (("t", "true"), ("f", "false")):
    Core.yaml_implicit_resolvers.setdefault(letter, []).append(("tag:yaml.org,2002:bool", __import__("re").compile(word)))


def contents(path: Path) -> Any:
    text = path.read_text("utf-8")
    return yaml.load(front_matter(path.name, text)[0] if path.suffix == ".md" else text, Core)


def schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.json").read_text("utf-8"))


def mistakes(name: str, data: Any) -> list[str]:
    found = Draft202012Validator(schema(name), format_checker=FormatChecker()).iter_errors(data)
    return sorted(f"{error.json_path}: {error.validator}" for error in found)


def test_the_committed_files_are_what_the_model_says(handbook: Handbook) -> None:
    made = dict(files(handbook.settings))
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").iterdir()} | {SNIPPETS} == set(made)
    assert {path: (ROOT / path).read_text("utf-8") for path in made} == made


@pytest.mark.parametrize("name", [name for name, *_ in MODELS])
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("name", "path"), REAL, ids=lambda value: value.relative_to(ROOT).as_posix() if isinstance(value, Path) else "")
def test_every_file_of_the_handbook_fits_its_schema(name: str, path: Path) -> None:
    assert mistakes(name, contents(path)) == []


def test_every_kind_of_file_is_tried() -> None:
    assert {name for name, _ in REAL} == {name for name, *_ in MODELS}


COMPLAINT = ROOT / "docs/fi/playbooks/handle-a-complaint.md"
BROKEN: tuple[tuple[str, str, dict[str, Any], list[str]], ...] = (
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"situation": "nowhere"}, ["$.situation: enum"]),
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"owner": "nobody"}, ["$.owner: enum"]),
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"checklist": "yes"}, ["$.checklist: enum"]),
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"reviewed": "2026-02-30"}, ["$.reviewed: format"]),
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"review_in": "soon"}, ["$.review_in: pattern"]),
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"colour": "red"}, ["$: additionalProperties"]),
    ("front-matter", "docs/fi/playbooks/handle-a-complaint.md", {"title": None}, ["$.title: type"]),
    ("page", "docs/fi/about.md", {"translated_from": "xx"}, ["$.translated_from: enum"]),
    ("concept", "glossary/complaint.yml", {"pos": "thing"}, ["$.pos: enum"]),
    ("concept", "glossary/complaint.yml", {"related": "trust"}, ["$.related: type"]),
    ("concept", "glossary/complaint.yml", {"languages": {"fi": {"preferred": "valitus"}}}, ["$.languages.fi: required"]),
    ("source", "sources/kk-klientter.yml", {"points": {"1": {"place": "a", "gist": "b"}}}, ["$.points: propertyNames"]),
    ("claims", "sources/claims.yml", {"claims": {"x": {"status": "true", "text": {}, "values": []}}}, ["$.claims.x.status: enum"]),
    ("settings", "handbook.yml", {"source_url": "http://example.org/"}, ["$.source_url: pattern"]),
    ("settings", "handbook.yml", {"languages": {"fi": {"name": "suomi", "locale": "fi_FI"}}}, ["$.languages.fi: required"]),
)


@pytest.mark.parametrize(("name", "path", "change", "expected"), BROKEN)
def test_a_broken_file_is_refused(name: str, path: str, change: dict[str, Any], expected: list[str]) -> None:
    assert [text.partition(": ")[0].partition("['")[0] + ": " + text.partition(": ")[2] for text in mistakes(name, contents(ROOT / path) | change)] == expected


def test_a_missing_key_is_refused() -> None:
    data = contents(ROOT / "docs/fi/playbooks/handle-a-complaint.md")
    del data["owner"]
    assert mistakes("front-matter", data) == ["$: required"]


def test_the_command_writes_what_is_stale_and_says_so(project: Path) -> None:
    def run(*arguments: str) -> tuple[int, int]:
        result = CliRunner().invoke(main, ["-C", str(project), "schemas", *arguments])
        return result.exit_code, len(result.stderr.splitlines())

    assert run("--check") == (1, len(MODELS) + 1)
    assert run() == (0, len(MODELS) + 1)
    assert run("--check") == (0, 0)
    situation = json.loads((project / "schemas/front-matter.json").read_text("utf-8"))["properties"]["situation"]
    assert situation["enum"] == ["guest"]
    settings = project / "handbook.yml"
    settings.write_text(settings.read_text("utf-8").replace("  guest:\n", "  visitor:\n"), "utf-8")
    assert run("--check") == (1, 2)


def test_a_settings_file_that_cannot_be_read_is_named(project: Path) -> None:
    (project / "handbook.yml").write_text("title: x\n", "utf-8")
    result = CliRunner().invoke(main, ["-C", str(project), "schemas"])
    assert result.exit_code == 1
    assert "handbook.yml:1: " in result.output


def test_the_snippet_offers_the_choices(handbook: Handbook) -> None:
    body = json.loads((ROOT / SNIPPETS).read_text("utf-8"))["Playbook"]["body"]
    assert f"situation: ${{3|{','.join(handbook.settings.situations)}|}}" in body
    assert (body[0], body[-2:]) == ("---", ["---", "$0"])


def test_vs_code_uses_every_schema() -> None:
    wired = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(wired) == {f"./schemas/{name}.json" for name, *_ in MODELS}
    for address, patterns in wired.items():
        name = Path(address).stem
        matched = {path for pattern in patterns for path in ROOT.glob(pattern)}
        assert {path for known, path in REAL if known == name} <= matched
