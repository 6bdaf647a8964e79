"""The handbook's folder in, what its mkdocs.yml tells the plug-in for languages out; without MkDocs, so in an instant."""

from __future__ import annotations

from pathlib import Path

import yaml

from handbook.checks.configuration import CONFIGURATION, Configured

TRUE = ("true", "yes", "on")
"""As YAML 1.1 writes it."""


def configured(root: Path) -> Configured | None:
    """None where the file alone does not tell, such as one that inherits from another: then a build does."""
    path = root / CONFIGURATION
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader) if path.is_file() else None
        rows = _under(_plugin(_under(node, "plugins")), "languages")
        codes = [_text(_under(row, "locale")) for row in rows.value]
        defaults = [code for code, row in zip(codes, rows.value, strict=True) if _is_true(row)]
    except (OSError, ValueError, RecursionError, yaml.YAMLError):
        return None
    return Configured(codes, next(iter(defaults), ""), rows.start_mark.line + 1)


def _under(node: yaml.Node | None, key: str) -> yaml.Node:
    """What stands under a key. Raises ValueError."""
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if name.value == key and isinstance(value, yaml.Node):
            return value
    raise ValueError(key)


def _plugin(plugins: yaml.Node) -> yaml.Node:
    """The options of the plug-in; plug-ins are a list or a mapping. Raises ValueError."""
    rows = plugins.value if isinstance(plugins, yaml.SequenceNode) else (plugins,)
    found = (value for row in rows if isinstance(row, yaml.MappingNode) for name, value in row.value if name.value == "i18n")
    return next(found, plugins)


def _text(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise ValueError(node)
    return str(node.value)


def _is_true(row: yaml.Node) -> bool:
    """Whether it is the default language."""
    return any(name.value == "default" and str(value.value).lower() in TRUE for name, value in row.value)
