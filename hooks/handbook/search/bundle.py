"""The engine's modules in, one classic script out, small enough for a slow network."""

import re
from collections.abc import Iterator, Mapping

IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?:\{\};\n)?", re.MULTILINE)
COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
INLINE = re.compile(r"/\*\* @type(?:[^*]|\*(?!/))*\*/ ?")
TOP_LEVEL = re.compile(r"^(?:export )?(?:const|let|class|(?:async )?function\*?) (\w+)", re.MULTILINE)
INDENT = re.compile(r"\n\s*")


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """File name → source in, one script out. Raises ValueError if two modules use one top-level name."""
    ordered = list(_ordered(modules, entry, set()))
    names = [name for module in ordered for name in TOP_LEVEL.findall(modules[module])]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"top-level names in two modules: {', '.join(twice)}")
    return '"use strict";(()=>{' + "".join(_stripped(modules[module]) for module in ordered) + "})();\n"


def _ordered(modules: Mapping[str, str], module: str, seen: set[str]) -> Iterator[str]:
    """Every module after those it imports."""
    if module not in seen:
        seen.add(module)
        for imported in IMPORT.findall(modules[module]):
            yield from _ordered(modules, imported, seen)
        yield module


def _stripped(source: str) -> str:
    bare = INLINE.sub("", COMMENT.sub("", EXPORT.sub("", IMPORT.sub("", source))))
    return INDENT.sub("\n", bare).strip() + "\n"
