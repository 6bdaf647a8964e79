"""What `handbook check` reads of mkdocs.yml: a build would stop there, minutes later."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.messages import line
from handbook_cli.check import configuration_problems
from handbook_io.disk import handbook_in

ROW = "        - {locale: fa, name: فارسی}\n"


def told(project: Path, *changes: tuple[str, str]) -> list[str]:
    config = project / "mkdocs.yml"
    for old, new in changes:
        text = config.read_text("utf-8")
        assert old in text
        config.write_text(text.replace(old, new), "utf-8")
    return [line(problem) for problem in configuration_problems(project, handbook_in(project))]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (ROW, "", "languages et; default: et"),
        ("locale: fa", "locale: sv", "languages et, sv; default: et"),
        (", default: true", "", "languages et, fa; default: "),
        ("default: true", "default: no", "languages et, fa; default: "),
    ],
)
def test_other_languages_than_those_of_the_handbook_are_told(old: str, new: str, found: str, project: Path) -> None:
    at = (project / "mkdocs.yml").read_text("utf-8").split("\n").index("      languages:") + 2
    wrong = f"“i18n: {found}” can’t be used here; write i18n: languages et, fa; default: et"
    assert told(project, (old, new)) == [f"mkdocs.yml:{at}: {wrong}  (bad-value)"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("strict: true", "strict: true"),
        ("locale: et,", "locale: !ENV [FIRST, et],"),
        ("plugins:\n  - i18n:", "plugins:\n    i18n:"),
        ("plugins:\n", "INHERIT: base.yml\nother:\n"),
        ("      languages:\n", "      languages: *rows\n      others:\n"),
        ("site_url:", "site_url: ["),
    ],
)
def test_what_the_file_alone_does_not_tell_is_left_to_the_build(old: str, new: str, project: Path) -> None:
    assert told(project, (old, new)) == []


def test_a_project_without_configuration_is_left_to_the_build(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert told(project) == []
    (project / "mkdocs.yml").write_text("[" * 5_000, "utf-8")
    assert told(project) == []
