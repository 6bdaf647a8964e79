"""A Problem and what else was found in; whether it is only there because of that out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.model.problem import Problem
from handbook.model.settings import SETTINGS

Explains = Callable[[Problem, str], bool]
"""Whether the file at a path would have to be mended first."""


def independent(problems: Collection[Problem], unread: Collection[str]) -> Iterator[Problem]:
    """Those that are there whatever becomes of the others, and of the files at these paths, which can't be used."""
    told = _Told.of(problems)
    for problem in problems:
        if not (_is_of_unread(problem, unread) or _is_of_block(problem, told) or _is_of_page(problem, told)):
            yield problem


def _is_of_unread(problem: Problem, unread: Collection[str]) -> bool:
    """Whether one of these files explains it: nobody can tell before that one is mended."""
    explains = EXPLAINS.get(problem.code)
    return explains is not None and any(explains(problem, path) for path in unread)


@dataclass(frozen=True)
class _Told:
    """Errors by where they are; a warning explains nothing."""

    of_line: Mapping[tuple[str, int], Collection[str]]
    of_file: Mapping[str, Collection[Problem]]

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> _Told:
        of_line: dict[tuple[str, int], set[str]] = {}
        of_file: dict[str, list[Problem]] = {}
        for problem in problems:
            if problem.severity == "error":
                of_line.setdefault((problem.path, problem.line), set()).add(problem.code)
                of_file.setdefault(problem.path, []).append(problem)
        return cls(of_line, of_file)

    def any(self, path: str, codes: Collection[str]) -> bool:
        """Whether a file has one of these mistakes."""
        return any(problem.code in codes for problem in self.of_file.get(path, ()))


def _is_of_block(problem: Problem, told: _Told) -> bool:
    """Whether another mistake in the same block explains it, or one in the block of the original that it is compared with."""
    causes = CAUSES.get(problem.code, frozenset())
    here = told.of_line.get((problem.path, problem.line), ())
    if not causes.isdisjoint(here):
        return True
    line = problem.values.get("line", "")
    there = told.of_line.get((_original_path(problem), int(line)), ()) if line.isdecimal() else ()
    return not (causes | ORIGINAL_CAUSES.get(problem.code, frozenset())).isdisjoint(there)


def _is_of_page(problem: Problem, told: _Told) -> bool:
    """Whether mistakes elsewhere on the page explain it, or on the page that it speaks of."""
    values = problem.values
    if problem.code in PAIRED:
        return told.any(problem.path, UNPAIRED) or told.any(_original_path(problem), UNPAIRED)
    if problem.code == "differs-from-original":
        causes = VALUE_CAUSES.get(values["key"], ())
        return any(told.any(path, causes) for path in (problem.path, _original_path(problem)))
    if problem.code == "unknown-anchor":
        pages = [path for path in told.of_file if path.endswith(f"/{values['page']}.md")]
        here = (values["id"], f"heading #{values['id']}")
        renamed = (other.values.get("expected") in here for other in told.of_file.get(problem.path, ()))
        return any(told.any(path, NAMELESS) for path in pages) or (problem.path in pages and any(renamed))
    if problem.code == "orphan-lock":
        lang, _, name = problem.path.removeprefix("translations/").removesuffix(".lock").partition("/")
        missing = (other for path, found in told.of_file.items() if path.endswith(f"/{name}.md") for other in found)
        return any(other.code == "no-fallback" and other.values["lang"] == lang for other in missing)
    return False


def _original_path(problem: Problem) -> str:
    """Of the page that a page is compared with. The value may say more than the language."""
    lang = problem.values.get("original", "").partition(":")[0]
    return "/".join(("docs", lang, *problem.path.split("/")[2:]))


def _original(problem: Problem, path: str) -> bool:
    return path.endswith(f"/playbooks/{problem.values['slug']}.md")


def _twin(problem: Problem, path: str) -> bool:
    return path.split("/")[:2] == ["docs", problem.values["lang"]] and path.split("/")[2:] == problem.path.split("/")[2:]


def _locked(problem: Problem, path: str) -> bool:
    name = problem.path.removeprefix("translations/").removesuffix(".lock")
    return path.lower() in (f"docs/{name}.md", f"{name}.yml")


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


def _settings(problem: Problem, path: str) -> bool:
    return path == SETTINGS


EXPLAINS: Mapping[str, Explains] = {
    "no-original": _original,
    "no-fallback": _twin,
    "orphan-lock": _locked,
    "unknown-playbook": _page,
    "uncovered-point": _any_page,
    "unused-concept": _any_page,
    "unknown-point": _point,
    "unknown-source": _source,
    "unknown-concept": _concept,
    "unknown-situation": _settings,
    "unknown-owner": _settings,
    "unknown-policy": _settings,
}
"""Code of a Problem that an unread file can cause → which file does."""

NAMELESS = frozenset({"bad-id", "missing-id"})
CAUSES: Mapping[str, frozenset[str]] = {
    "bad-yaml": frozenset({"control-character"}),
    "missing-id": frozenset({"bad-id", "phrase-parts"}),
    "id-differs": NAMELESS | {"blocks-differ", "duplicate-id", "empty-block"},
    "missing-citation": frozenset({"bad-citation", "misplaced-citation", "citations-differ"}),
    "citations-differ": frozenset({"bad-citation", "misplaced-citation", "unknown-point"}),
    "references-differ": frozenset(
        {
            "bad-link",
            "bad-placeholder",
            "stray-bracket",
            "unknown-anchor",
            "unknown-figure",
            "unknown-playbook",
            "unknown-policy",
        }
    ),
    "blocks-differ": frozenset({"heading-level"}),
    "block-added": frozenset({"image", "raw-html", "tab"}),
}
"""Code → mistakes of the same block that cause it."""
ORIGINAL_CAUSES: Mapping[str, frozenset[str]] = {"citations-differ": frozenset({"missing-citation"})}
"""The same, of the original's block alone."""
VALUE_CAUSES: Mapping[str, Collection[str]] = {
    "situation": ("unknown-situation",),
    "owner": ("unknown-owner",),
    "checklist": ("step-without-checklist", "checklist-without-steps"),
    "aliases": ("alias-taken",),
}
"""Key of front matter → mistakes that may come from the same wrong value."""
PAIRED = frozenset({"blocks-differ", "block-missing", "block-added", "order-differs", "not-stamped"})
UNPAIRED = frozenset(
    {
        "bad-box",
        "bad-table",
        "duplicate-id",
        "empty-box",
        "indented",
        "line-too-long",
        "missing-blank-line",
        "nested-list",
        "not-in-grammar",
        "too-many-blocks",
    }
)
"""Mistakes that hide a block: which blocks a page has can be told (PAIRED) once each of them can be read."""
