"""The furniture of the repository: workflows, templates, owners, and documents that say what is true."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from click import Command, Context, Group
from golden import GOLDEN, parts

from handbook.model.handbook import Handbook
from handbook.model.playbook import FrontMatter
from handbook.parse.page import page
from handbook.parse.register import claims, concept, source
from handbook.scan import inline, markdown
from handbook.schema import yaml_name
from handbook_cli.main import main
from handbook_cli.schemas import MODELS

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
DOCUMENTS = sorted(
    path for pattern in ("*.md", "docs-dev/*.md", "docs-dev/decisions/*.md", "benchmarks/*/*.md") for path in ROOT.glob(pattern)
)

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
DEBIAN = "apt-get update && apt-get install --yes --no-install-recommends "
MATCHER = 'echo "::add-matcher::.github/problem-matcher.json"'
"""The two steps that are no make target: what the README asks a fresh Debian for, and how GitHub reads our messages."""

TARGET = re.compile(r"^([a-z]+):.*##", re.MULTILINE)
CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PLACE = re.compile(r"`([a-z]+(?:-[a-z]+)+)#([a-z-]+)`")
POINT = re.compile(r"`([a-z]{2}-[a-z]+-\d{3})`")


def steps(workflow: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs what Git holds")
def test_lines_end_alike_on_every_system() -> None:
    """Else Git on Windows changes them, and parts that two machines have built of one commit don't fit together."""
    assert "* text=auto eol=lf" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()
    ends = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert ends
    assert not re.search(r"(?m)^i/(?:crlf|mixed)", ends)


def targets() -> set[str]:
    return {target for name in ("Makefile", "tests/tests.mk") for target in TARGET.findall((ROOT / name).read_text("utf-8"))}


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("github-workflows", "workflows/*.yml"),
        ("dependabot", "dependabot.yml"),
        ("github-issue-forms", "ISSUE_TEMPLATE/problem.*.yml"),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml"),
    ],
)
def test_github_understands_the_file(kind: str, pattern: str) -> None:
    files = [str(path) for path in sorted(GITHUB.glob(pattern))]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert files
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_an_action_is_pinned_to_a_commit(workflow: Path) -> None:
    assert [step["uses"] for step in steps(workflow) if "uses" in step and not PINNED.fullmatch(step["uses"])] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_step_is_a_make_target_that_runs_anywhere(workflow: Path) -> None:
    runs = [step["run"] for step in steps(workflow) if "run" in step]
    unknown = [run for run in runs if run not in {f"make {target}" for target in targets()}]
    assert [run for run in unknown if run != MATCHER and not run.startswith(DEBIAN)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_unless_a_job_asks_for_more(workflow: Path) -> None:
    assert yaml.safe_load(workflow.read_text("utf-8"))["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow.read_text("utf-8")


def test_every_language_is_built_on_a_machine_of_its_own(handbook: Handbook) -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/site.yml").read_text("utf-8"))["jobs"]
    assert jobs["part"]["strategy"]["matrix"]["lang"] == list(handbook.languages)
    assert {"debian", "elsewhere", "merge"} == set(jobs["publish"]["needs"])


def test_every_message_becomes_a_note_on_its_line() -> None:
    matchers = json.loads((GITHUB / "problem-matcher.json").read_text("utf-8"))["problemMatcher"]
    patterns = [re.compile(matcher["pattern"][0]["regexp"]) for matcher in matchers]
    lines = [line for case in (GOLDEN / "problems").glob("*.txt") for line in parts(case)["problems"].splitlines()]
    assert len(lines) > 90
    for line in lines:
        assert sum(bool(pattern.match(line)) for pattern in patterns) == 1, line


@pytest.mark.parametrize(
    ("line", "owner", "found"),
    [
        ("docs/fi/a.md:7: “x: y” can’t stand here; write z  (bad-value)", "error", ("docs/fi/a.md", "7", "bad-value")),
        ("warning: sources/a.yml:9: not cited; cite it  (uncovered-point)", "warning", ("sources/a.yml", "9", "uncovered-point")),
        ("docs/fi/a.md: this page is missing in pl; translate it  (no-fallback)", "file", ("docs/fi/a.md", "no-fallback")),
    ],
)
def test_the_note_has_file_line_and_code(line: str, owner: str, found: tuple[str, ...]) -> None:
    matchers = json.loads((GITHUB / "problem-matcher.json").read_text("utf-8"))["problemMatcher"]
    pattern = next(matcher["pattern"][0] for matcher in matchers if matcher["owner"] == f"handbook-{owner}")
    match = re.match(pattern["regexp"], line)
    assert match is not None
    assert tuple(match[pattern[part]] for part in ("file", "line", "code") if part in pattern) == found


def test_every_language_has_its_owners_and_templates(handbook: Handbook) -> None:
    owners = (GITHUB / "CODEOWNERS").read_text("utf-8")
    template = (GITHUB / "pull_request_template.md").read_text("utf-8")
    for lang, row in handbook.languages.items():
        assert f"/docs/{lang}/ " in owners
        assert (GITHUB / f"ISSUE_TEMPLATE/problem.{lang}.yml").is_file()
        assert f"<summary>{row.name[0].upper()}{row.name[1:]}</summary>" in template


def test_owners_have_something_to_own() -> None:
    patterns = [line.split()[0] for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] not in ("", "#")]
    gone = [pattern for pattern in patterns if not any(ROOT.glob(pattern.strip("/")))]
    assert [pattern for pattern in gone if not pattern.startswith("/translations/")] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_link_in_a_document_leads_somewhere(path: Path) -> None:
    prose = CODE.sub("", FENCED.sub("", path.read_text("utf-8")))
    links = [link.partition("#") for link in LINK.findall(prose) if "://" not in link]
    there = [(path.parent / target if target else path, anchor) for target, _, anchor in links]
    assert [target for target, _ in there if not target.exists()] == []
    assert [f"{target}#{anchor}" for target, anchor in there if anchor and anchor not in anchors(target)] == []


def anchors(document: Path) -> set[str]:
    """Of its headings, as GitHub makes them."""
    headings = HEADING.findall(FENCED.sub("", document.read_text("utf-8")))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_command_in_a_document_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    shown = [line for kind, block in FENCED.findall(text) if kind == "sh" for line in block.splitlines()]
    written = [*CODE.findall(FENCED.sub("", text)), *shown]
    words = [code.split() for code in written if re.match(r"(?:make|handbook) [a-z]", code)]
    assert [line for line in words if line[0] == "make" and line[1] not in targets()] == []
    assert [line for line in words if line[0] == "handbook" and not is_known(main, line[1:])] == []


def is_known(command: Command, words: list[str]) -> bool:
    """Whether a command has the subcommand and every option that a line names."""
    if isinstance(command, Group):
        found = command.get_command(Context(command), words[0]) if words else command
        return found is not None and (found is command or is_known(found, words[1:]))
    known = {option for param in command.params for option in param.opts}
    return {word for word in words if word.startswith("--")} <= known


def contributing() -> str:
    return (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def keys(model: Any) -> set[str]:
    """Every key that a model and the models in it know."""
    if isinstance(model, type) and is_dataclass(model):
        hints = get_type_hints(model, include_extras=True)
        return {name for field in fields(model) for name in ({yaml_name(field)} | keys(hints[field.name]))}
    return {name for argument in get_args(model) for name in keys(argument)}


@pytest.mark.parametrize(("name", "model"), [(name, model) for name, model, _ in MODELS])
def test_contributing_explains_every_key(name: str, model: type) -> None:
    assert keys(model) - set(CODE.findall(contributing())) == set()


def examples(language: str) -> list[str]:
    return [block for kind, block in FENCED.findall(contributing()) if kind == language]


def test_the_examples_of_contributing_follow_the_grammar() -> None:
    whole, *pieces = examples("markdown")
    made, problems = page("docs/en/playbooks/example.md", "en", "playbooks/example", whole)
    assert problems == []
    assert made is not None
    assert isinstance(made.matter, FrontMatter)
    kinds = {block.kind for block in made.blocks}
    for piece in pieces:
        blocks, wrong = markdown.blocks("CONTRIBUTING.md", piece)
        assert wrong == (), piece
        kinds |= {block.kind for block in blocks}
    assert kinds == {"heading", "paragraph", "step", "phrase", "item", "numbered", "row", "box", "figure"}


def test_the_examples_cite_and_link_what_exists(handbook: Handbook) -> None:
    _, *pieces = examples("markdown")
    blocks = [block for piece in pieces for block in markdown.blocks("CONTRIBUTING.md", piece)[0]]
    assert {point for block in blocks for point in block.citations} <= handbook.points.keys()
    targets = {reference for block in blocks for reference in inline.references(block.text)}
    assert {reference.target for reference in targets if reference.kind == "concept"} <= handbook.concepts.keys()
    for reference in targets:
        if reference.kind == "link" and ".md" in reference.target:
            slug, _, anchor = reference.target.partition(".md#")
            assert anchor in {block.id for block in handbook.playbook(slug, "en").blocks}


def test_the_yaml_examples_of_contributing_are_read() -> None:
    term, register, figures = examples("yaml")[:3]
    assert concept("glossary/example.yml", "example", term)[1] == []
    assert source("sources/en-example.yml", "en-example", register)[1] == []
    assert claims("sources/claims.yml", figures)[2] == []


def test_the_editorial_decisions_name_places_and_points_that_exist() -> None:
    text = (ROOT / "docs-dev/editorial-decisions.md").read_text("utf-8")
    pages = {slug: (ROOT / f"docs/en/playbooks/{slug}.md").read_text("utf-8") for slug, _ in PLACE.findall(text)}
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "sources").glob("*.yml"))
    assert [f"{slug}#{id}" for slug, id in PLACE.findall(text) if f"{{ #{id} }}" not in pages[slug]] == []
    assert [point for point in POINT.findall(text) if f"  {point}:\n" not in sources] == []


def test_every_lock_file_is_renewed() -> None:
    renewed = re.search(r"^LOCKS := ([a-z ]+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert renewed
    assert sorted(renewed[1].split()) == sorted(path.stem for path in (ROOT / "requirements").glob("*.in"))


LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
LICENCE = re.compile(r"^\| ([a-z0-9-]+) \| ([^|]+) \| ([a-z, ]+) \|$", re.MULTILINE)


def test_the_licence_of_every_dependency_is_told() -> None:
    locks = {path.stem: LOCKED.findall(path.read_text("utf-8")) for path in sorted((ROOT / "requirements").glob("*.txt"))}
    expected = {(name, lock) for lock, names in locks.items() for name in names}
    told = LICENCE.findall((ROOT / "docs-dev/licences.md").read_text("utf-8"))
    assert {(name, lock) for name, _, used in told for lock in used.split(", ")} == expected
