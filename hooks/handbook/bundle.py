"""ES modules in, one classic script out: browsers load modules neither from a folder nor under every policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

from handbook.bare import bare

IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)
EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def bundle(entry: str, modules: Mapping[str, str]) -> str:
    """The module `entry` with everything that it imports, as one script that leaks no name.

    `modules` maps path → text; comments and indentation are left out. Supported: named imports from relative paths,
    exported functions, constants and classes. Raises KeyError if an imported module is missing.
    """
    modules = {path: bare(text) for path, text in modules.items()}
    order: list[str] = []
    _visit(entry, modules, order)
    names = {path: f"m{at}" for at, path in enumerate(order)}
    parts = [_wrapped(path, modules[path], names) for path in order]
    return '"use strict";(() => {\n' + "".join(parts) + "})();\n"


def _visit(path: str, modules: Mapping[str, str], order: list[str]) -> None:
    if path in order:
        return
    for match in IMPORT.finditer(modules[path]):
        _visit(_resolved(path, match[2]), modules, order)
    order.append(path)


def _resolved(path: str, target: str) -> str:
    return normpath(join(dirname(path), target))


def _wrapped(path: str, text: str, names: Mapping[str, str]) -> str:
    exports = ", ".join(EXPORTED.findall(text))
    body = IMPORT.sub(lambda match: f"const {{{_aliases(match[1])}}} = {names[_resolved(path, match[2])]};\n", text)
    body = EXPORT.sub("", body)
    return f"const {names[path]} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _aliases(imported: str) -> str:
    """`a as b` of an import is `a: b` in a destructuring."""
    return re.sub(r"(\w+) as (\w+)", r"\1: \2", imported)
