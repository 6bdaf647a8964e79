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
from handbook_cli.main import main
from handbook_cli.schemas import MODELS, SNIPPETS, files

ROOT = Path(__file__).parent.parent
FILES = (
    ("front-matter", "docs/*/playbooks/*.md"),
    ("page", "docs/*/*.md"),
    ("concept", "glossary/*.yml"),
    ("source", "sources/*-*.yml"),
    ("claims", "sources/claims.yml"),
    ("settings", "handbook.yml"),
    ("rules", "rules/*.yml"),
)
REAL = [(name, path.relative_to(ROOT).as_posix()) for name, pattern in FILES for path in sorted(ROOT.glob(pattern))]


DATE = "tag:yaml.org,2002:timestamp"


class Core(yaml.SafeLoader):
    """YAML as editors read it (1.2): a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [resolver for resolver in resolvers if resolver[0] != DATE]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def contents(path: str) -> Any:
    text = (ROOT / path).read_text("utf-8")
    found = yaml.load(front_matter(path, text)[0] if path.endswith(".md") else text, Core)
    return json.loads(json.dumps(found))  # an editor takes every key for text


def schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.json").read_text("utf-8"))


def mistakes(name: str, data: Any) -> list[str]:
    """`place: kind` of every mistake, the place as keys joined with dots."""
    found = Draft202012Validator(schema(name), format_checker=FormatChecker()).iter_errors(data)
    return sorted(f"{'.'.join(str(key) for key in error.absolute_path)}: {error.validator}" for error in found)


def test_the_committed_files_are_what_the_model_says(handbook: Handbook) -> None:
    made = dict(files(handbook.settings))
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").iterdir()} | {SNIPPETS} == set(made)
    assert {path: (ROOT / path).read_text("utf-8") for path in made} == made


@pytest.mark.parametrize("name", [name for name, *_ in MODELS])
def test_a_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(("name", "path"), REAL)
def test_every_file_of_the_handbook_fits_its_schema(name: str, path: str) -> None:
    assert mistakes(name, contents(path)) == []


def test_every_kind_of_file_is_tried() -> None:
    assert {name for name, _ in REAL} == {name for name, *_ in MODELS}


PLAYBOOK = "docs/fi/playbooks/handle-a-complaint.md"
BROKEN: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("front-matter", PLAYBOOK, {"situation": "nowhere"}, "situation: enum"),
    ("front-matter", PLAYBOOK, {"owner": "nobody"}, "owner: enum"),
    ("front-matter", PLAYBOOK, {"checklist": "yes"}, "checklist: enum"),
    ("front-matter", PLAYBOOK, {"reviewed": "2026-02-30"}, "reviewed: format"),
    ("front-matter", PLAYBOOK, {"review_in": "soon"}, "review_in: pattern"),
    ("front-matter", PLAYBOOK, {"colour": "red"}, ": additionalProperties"),
    ("front-matter", PLAYBOOK, {"title": None}, "title: type"),
    ("page", "docs/fi/about.md", {"translated_from": "xx"}, "translated_from: enum"),
    ("concept", "glossary/complaint.yml", {"pos": "thing"}, "pos: enum"),
    ("concept", "glossary/complaint.yml", {"related": "trust"}, "related: type"),
    ("concept", "glossary/complaint.yml", {"languages": {"fi": {"preferred": "valitus"}}}, "languages.fi: required"),
    ("source", "sources/kk-klientter.yml", {"points": {"1": {"place": "a", "gist": "b"}}}, "points: pattern"),
    ("claims", "sources/claims.yml", {"claims": {"x": {"status": "true", "text": {}, "values": []}}}, "claims.x.status: enum"),
    ("rules", "rules/fi.yml", {"numbers": {"two": ["kaksi"]}}, "numbers: pattern"),
    ("rules", "rules/fi.yml", {"forms": {"question": {}}}, "forms: enum"),
    ("settings", "handbook.yml", {"source_url": "http://example.org/"}, "source_url: pattern"),
    ("settings", "handbook.yml", {"languages": {"fi": {"name": "suomi", "locale": "fi_FI"}}}, "languages.fi: required"),
)


@pytest.mark.parametrize(("name", "path", "change", "expected"), BROKEN)
def test_a_broken_file_is_refused(name: str, path: str, change: dict[str, Any], expected: str) -> None:
    assert mistakes(name, contents(path) | change) == [expected]


def test_a_missing_key_is_refused() -> None:
    data = contents(PLAYBOOK)
    del data["owner"]
    assert mistakes("front-matter", data) == [": required"]


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
        matched = {path.relative_to(ROOT).as_posix() for pattern in patterns for path in ROOT.glob(pattern)}
        assert matched == {path for name, path in REAL if name == Path(address).stem}


def test_a_schema_that_is_no_text_is_written_again(project: Path) -> None:
    (project / "schemas").mkdir()
    (project / "schemas/concept.json").write_bytes(b"\xff")
    for words, status in ((["--check"], 1), ([], 0), (["--check"], 0)):
        assert CliRunner().invoke(main, ["-C", str(project), "schemas", *words]).exit_code == status
    assert (project / "schemas/concept.json").read_text("utf-8").startswith("{")
