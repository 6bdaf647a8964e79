"""A Problem and the files that can't be used in; whether it is only there because of them out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from handbook.model.problem import Problem

Explains = Callable[[Problem, str], bool]
"""Whether the file at a path would have to be mended first."""


def follows(problem: Problem, unread: Collection[str]) -> bool:
    """Whether one of the files at these paths explains it: nobody can tell before that one is mended."""
    explains = EXPLAINS.get(problem.code)
    return explains is not None and any(explains(problem, path) for path in unread)


def _original(problem: Problem, path: str) -> bool:
    return path.endswith(f"/playbooks/{problem.values['slug']}.md")


def _twin(problem: Problem, path: str) -> bool:
    return path.split("/")[:2] == ["docs", problem.values["lang"]] and path.split("/")[2:] == problem.path.split("/")[2:]


def _locked(problem: Problem, path: str) -> bool:
    name = problem.path.removeprefix("translations/").removesuffix(".lock")
    return path in (f"docs/{name}.md", f"{name}.yml")


def _page(problem: Problem, path: str) -> bool:
    target = problem.values["target"].rpartition("/")[2].removesuffix(".md")
    return path.startswith("docs/") and path.endswith(f"/{target}.md")


def _any_page(problem: Problem, path: str) -> bool:
    return path.startswith("docs/")


def _point(problem: Problem, path: str) -> bool:
    return path.startswith("sources/") and f"sources/{problem.values['id']}".startswith(f"{path.removesuffix('.yml')}-")


def _source(problem: Problem, path: str) -> bool:
    return path == f"sources/{problem.values['id']}.yml"


def _concept(problem: Problem, path: str) -> bool:
    return path == f"glossary/{problem.values['id']}.yml"


EXPLAINS: Mapping[str, Explains] = {
    "no-original": _original,
    "no-fallback": _twin,
    "orphan-lock": _locked,
    "unknown-playbook": _page,
    "uncovered-point": _any_page,
    "unknown-point": _point,
    "unknown-source": _source,
    "unknown-concept": _concept,
}
"""Code of a Problem that an unread file can cause → which file does."""
