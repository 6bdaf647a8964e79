"""Our own drawings and controls: one template each, named as pages name them."""

from __future__ import annotations

from importlib.resources import files

SUFFIX = ".html.j2"
NAMES = frozenset(
    entry.name.removesuffix(SUFFIX) for entry in files(__name__).iterdir() if entry.name.endswith(SUFFIX) and entry.name[0] != "_"
)
"""`diagram.service-cycle`, `calculator.customer-lifetime-value`, `filter.glossary` …"""
