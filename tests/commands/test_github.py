"""What workflows tell on GitHub, against a GitHub of a few lines: updated, never repeated, and nobody else's words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from handbook.freshness.digest import digest
from handbook.freshness.report import MARK
from handbook.model.handbook import Handbook
from handbook_cli import github as cli_github
from handbook_cli.main import main
from handbook_cli.voices import locale
from handbook_io.github import Repository, languages_of

HEAD = "0123abcd"
BOT, PERSON = {"type": "Bot"}, {"type": "User"}


class Forge:
    """Pull request 7 and some issues, behind the words of `gh api`."""

    def __init__(self, files: Sequence[str] = ()) -> None:
        self.comments: list[dict[str, Any]] = [{"id": 1, "user": PERSON, "body": f"{MARK} quoted by a person"}]
        self.labels = [{"name": "lang: kk"}, {"name": "question"}]
        self.issues: list[dict[str, Any]] = []
        self.files = [{"filename": name} for name in files]

    def __call__(self, words: Sequence[str], given: str = "") -> str:
        path = next(word for word in words if word.startswith("repos/")).removeprefix("repos/o/r/").partition("?")[0]
        method = words[words.index("--method") + 1] if "--method" in words else "GET"
        value = json.loads(given) if given else {}
        match method, path.split("/"):
            case "GET", ["pulls", "7"]:
                return json.dumps({"head": {"sha": HEAD}})
            case "GET", [*_, "files"]:
                return json.dumps([self.files])
            case "GET", [*_, "comments"]:
                return json.dumps([self.comments[:1], self.comments[1:]])
            case "GET", [*_, "labels"]:
                return json.dumps([self.labels])
            case "GET", ["issues"]:
                return json.dumps([[one for one in self.issues if one["state"] == "open"]])
            case "POST", ["issues", "7", "comments"]:
                self.comments.append({"id": len(self.comments) + 1, "user": BOT, **value})
            case "PATCH", ["issues", "comments", id]:
                self.comments[int(id) - 1] |= value
            case "POST", ["issues", "7", "labels"]:
                self.labels += [{"name": name} for name in value["labels"]]
            case "DELETE", [*_, name]:
                self.labels = [label for label in self.labels if label["name"] != name.replace("%20", " ")]
            case "POST", ["issues"]:
                self.issues.append({"number": len(self.issues) + 1, "user": BOT, "state": "open", **value})
            case "PATCH", ["issues", number]:
                self.issues[int(number) - 1] |= value
        return ""


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Forge:
    made = Forge(["docs/et/index.md", "translations/fa/index.lock", "catalogues/xx.po", "Makefile"])
    monkeypatch.setattr(cli_github, "Repository", lambda name: Repository(name, made))
    return made


def run(project: Path, *words: str) -> int:
    result = CliRunner().invoke(main, ["-C", str(project), "github", *words, "--repository", "o/r"])
    return result.exit_code


def handed_over(project: Path, text: str, number: str = "7") -> str:
    folder = project / ".cache/report"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(text, "utf-8")
    (folder / "number").write_text(f"{number}\n", "utf-8")
    return str(folder)


def test_the_report_is_one_comment(project: Path, forge: Forge) -> None:
    for text in ("one", "two"):
        assert run(project, "pull-request", handed_over(project, f"{MARK}\n{text}"), "--head", HEAD) == 0
    assert [comment["body"] for comment in forge.comments] == [f"{MARK} quoted by a person", f"{MARK}\ntwo"]


def test_the_labels_are_the_languages_that_were_touched(project: Path, forge: Forge) -> None:
    assert run(project, "pull-request", handed_over(project, MARK), "--head", HEAD) == 0
    assert {label["name"] for label in forge.labels} == {"question", "lang: et", "lang: fa"}


@pytest.mark.parametrize(
    ("text", "number", "head"), [(MARK, "7", "another"), (MARK, "7; rm", HEAD), ("something else", "7", HEAD)]
)
def test_what_was_handed_over_is_not_believed(project: Path, forge: Forge, text: str, number: str, head: str) -> None:
    assert run(project, "pull-request", handed_over(project, text, number), "--head", head) == 1
    assert len(forge.comments) == 1


def test_a_report_that_is_no_text_is_told_with_marks_in_its_place(project: Path, forge: Forge) -> None:
    """Whoever proposes a change has made it."""
    folder = handed_over(project, MARK)
    Path(folder, "report.md").write_bytes(f"{MARK}\n".encode() + b"\xff")
    assert run(project, "pull-request", folder, "--head", HEAD) == 0
    assert forge.comments[-1]["body"] == f"{MARK}\n\ufffd"


def test_one_digest_a_language_until_nothing_waits(project: Path, forge: Forge) -> None:
    assert run(project, "digest", "--date", "2040-01-01") == 0
    assert run(project, "digest", "--date", "2040-01-02") == 0
    assert [(issue["labels"], issue["state"]) for issue in forge.issues] == [
        (["digest", "lang: et"], "open"),
        (["digest", "lang: fa"], "open"),
    ]
    assert "playbooks/greet-a-guest" in forge.issues[0]["body"]
    assert run(project, "digest", "--date", "2000-01-01", "--lang", "fa") == 0
    assert [issue["state"] for issue in forge.issues] == ["open", "closed"]


def test_a_digest_says_what_waits(handbook: Handbook, root: Path) -> None:
    text = digest(handbook, "pl", locale(root, handbook, "pl"), date(2028, 1, 1))
    assert text.startswith("## Przeglądy\n\n- [ ] `playbooks/")


def test_languages_of_files() -> None:
    paths = ["docs/fi/a.md", "words/pl.lemmas.tsv", "rules/kk.yml", "catalogues/xx.po", "docs/assets/a.png", "README.md"]
    assert languages_of(paths, ("en", "fi", "pl", "kk")) == {"fi", "pl", "kk"}
