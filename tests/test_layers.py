"""Who may import whom: read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
CORE = HOOKS / "handbook"
EDGE_MODULES = {
    "mkdocs",
    "mkdocs_static_i18n",
    "logging",
    "subprocess",
    "os",
    "pathlib",
    "shutil",
    "git",
    "click",
    "bridge",
    "handbook_io",
    "handbook_build",
    "handbook_cli",
}
PACKAGES = ("handbook", "handbook_io", "bridge", "handbook_build", "handbook_cli")
"""Lower ones first, as the layers below."""
LAYERS = (
    ("handbook.model",),
    (
        "handbook.scan",
        "handbook.words",
        "handbook.collation",
        "handbook.addresses",
        "handbook.bare",
        "handbook.bundle",
        "handbook.hashed",
        "handbook.lazy",
        "handbook.plain",
        "handbook.recall",
        "handbook.typography",
        "handbook.glossary_terms",
    ),
    (
        "handbook.schema",
        "handbook.json_schema",
        "handbook.locale",
        "handbook.messages",
        "handbook.problem_texts",
        "handbook.parse",
        "handbook.search",
    ),
)
"""Lower layers first; a module of one imports nothing of a later one."""


STARTERS = {"handbook_build/engine.py", "handbook_build/preview.py"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


def layer(module: str) -> int | None:
    for number, prefixes in enumerate(LAYERS):
        if any(module == prefix or module.startswith(f"{prefix}.") for prefix in prefixes):
            return number
    return len(LAYERS) if module.startswith("handbook.") else None


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=module_name)
def test_the_core_knows_no_edge(path: Path) -> None:
    edges = {name for name in imported(path) if name.partition(".")[0] in EDGE_MODULES}
    assert not {name for name in edges if not name.startswith("os.path") and name != "posixpath"}


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=module_name)
def test_a_lower_layer_imports_no_higher_one(path: Path) -> None:
    own = layer(module_name(path))
    if own is not None:
        higher = {name for name in imported(path) if (other := layer(name)) is not None and other > own}
        assert not higher


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_no_higher_one(package: str) -> None:
    found = {name.partition(".")[0] for path in (HOOKS / package).rglob("*.py") for name in imported(path)}
    assert found & {*PACKAGES} <= {*PACKAGES[: PACKAGES.index(package) + 1]}


@pytest.mark.parametrize("path", sorted(HOOKS.glob("*.py")), ids=lambda path: path.name)
def test_hooks_are_tiny(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 15


def test_only_the_bridge_knows_what_mkdocs_is_made_of() -> None:
    """Whole builds know how it is started, and its preview."""
    knowing = {
        path.relative_to(HOOKS)
        for path in HOOKS.rglob("*.py")
        if {"mkdocs", "mkdocs_static_i18n"} & {name.partition(".")[0] for name in imported(path)}
    }
    assert {path.as_posix() for path in knowing if path.parts[0] != "bridge"} == STARTERS


@pytest.mark.parametrize("path", sorted((HOOKS.parent / "benchmarks").rglob("*.py")), ids=lambda path: path.stem)
def test_a_benchmark_imports_what_is_there(path: Path) -> None:
    for name in imported(path):
        if name.partition(".")[0] in PACKAGES:
            resolve_name(name)
