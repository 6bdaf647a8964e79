"""A file of glossary/ and changes of its values in, the file with these values out; everything else stays as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from handbook.exchange.incoming import Change, Value

ORDER = (
    *("pos", "related", "sources", "languages"),
    *("preferred", "admitted", "deprecated", "definition", "attested", "forms", "unlike", "link", "note"),
)
"""Of keys, where a new one is put in."""
FLAGS = frozenset({"attested"})
WIDE = 1_000_000


def edited(text: str, changes: Iterable[Change]) -> str:
    """Comments, order and spelling of all other values survive."""
    for change in changes:
        keys = ("languages", change.lang, change.field) if change.lang else (change.field,)
        text = _removed(text, keys) if not change.new else _set(text, keys, change.new)
    return text


def written(changes: Iterable[Change]) -> str:
    """A new file that says what the changes say."""
    rows = sorted(changes, key=lambda change: (bool(change.lang), ORDER.index(change.field) if not change.lang else 0))
    return edited("", (row for row in rows if row.new))


def _set(text: str, keys: tuple[str, ...], value: Value) -> str:
    """The value of a key put in or exchanged, with the mappings that lead to it."""
    found = _mapping(text)
    for depth, key in enumerate(keys):
        pairs = _pairs(found)
        if key not in pairs:
            return _added(text, found, keys[depth:], depth, value)
        name, node = pairs[key]
        if depth < len(keys) - 1:
            found = node
    line = _line(key, value, is_inside=bool(found and found.flow_style))
    between = text[name.end_mark.index : node.start_mark.index]
    if "#" in between:
        return text[: node.start_mark.index] + line.partition(": ")[2] + text[_end(text, node) :]
    return text[: name.start_mark.index] + line + text[_end(text, node) :]


def _added(text: str, found: Any, keys: tuple[str, ...], depth: int, value: Value) -> str:
    """A new key after those that usually come before it."""
    pairs = _pairs(found)
    column = found.value[0][0].start_mark.column if pairs else 2 * depth
    if found is not None and found.flow_style:
        before = _before(keys[0], pairs)
        at = _end(text, pairs[before][1])
        inner = _line(keys[-1], value, is_inside=True)
        for key in reversed(keys[:-1]):
            inner = f"{key}: {{{inner}}}"
        return f"{text[:at]}, {inner}{text[at:]}"
    lines = [f"{' ' * (column + 2 * at)}{key}:\n" for at, key in enumerate(keys[:-1])]
    lines.append(f"{' ' * (column + 2 * (len(keys) - 1))}{_line(keys[-1], value, is_inside=False)}\n")
    end = _end(text, pairs[_before(keys[0], pairs)][1]) if pairs else len(text)
    at = text.find("\n", end) + 1 or len(text)
    head = text[:at] if not text[:at] or text[:at].endswith("\n") else f"{text[:at]}\n"
    return head + "".join(lines) + text[at:]


def _before(key: str, pairs: Mapping[str, Any]) -> str:
    """The key after which a new one belongs."""
    earlier = [name for name in pairs if key in ORDER and name in ORDER and ORDER.index(name) < ORDER.index(key)]
    return max(earlier, key=ORDER.index) if earlier else list(pairs)[-1]


def _removed(text: str, keys: tuple[str, ...]) -> str:
    found = _mapping(text)
    for key in keys[:-1]:
        found = _pairs(found)[key][1]
    name, node = _pairs(found)[keys[-1]]
    start, end = name.start_mark.index, _end(text, node)
    if not found.flow_style:
        return text[: text.rfind("\n", 0, start) + 1] + text[text.find("\n", end) + 1 or len(text) :]
    rest = text[end:].lstrip()
    if rest.startswith(","):
        return text[:start] + rest[1:].lstrip()
    return text[:start].rstrip().removesuffix(",") + text[end:]


def _mapping(text: str) -> Any:
    return yaml.compose(text, Loader=yaml.SafeLoader) if text else None


def _pairs(node: Any) -> dict[str, Any]:
    return {name.value: (name, value) for name, value in node.value} if node is not None else {}


def _end(text: str, node: Any) -> int:
    """Where a value ends. A block ends with its last line that says something, not where the next one begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def _line(key: str, value: Value, is_inside: bool) -> str:
    """`key: value` as it is written in a block, or inside braces."""
    if not isinstance(value, str):
        return f"{key}: {_dumped(list(value), True)}"
    if key in FLAGS:
        return f"{key}: {value}"
    return f"{key}: {_dumped([value], True)[1:-1] if is_inside else _dumped({'k': value}, False)[3:]}"


def _dumped(value: object, is_flow: bool) -> str:
    return yaml.safe_dump(value, allow_unicode=True, width=WIDE, default_flow_style=is_flow).removesuffix("\n")
