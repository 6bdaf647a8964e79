"""Faults of the theme that no block reaches, mended while its templates load."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import BaseLoader, Environment

TOGGLE = '<input class="md-toggle" data-md-toggle="{0}" type="checkbox" id="__{0}" autocomplete="off">'

PATCHES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "base.html": (
        (TOGGLE.format("drawer"), ""),
        (TOGGLE.format("search"), ""),
        ('<label class="md-overlay" for="__drawer"></label>', ""),
        ('<div data-md-component="announce">', '<div data-md-component="announce" hidden>'),
        ("{% set skip = page.toc | first %}", ""),
        ("{% if page.toc | first is defined %}", "{% if true %}"),
        ('<a href="{{ skip.url | url }}" class="md-skip">', '<a href="#hb-main" class="md-skip hb-skip">'),
        ('<div class="md-dialog" data-md-component="dialog">', '<div class="md-dialog" data-md-component="dialog" hidden>'),
    ),
}
"""Template → (what stands there exactly once, what stands there instead)."""


class Patched(BaseLoader):
    """A loader that mends what it loads. Raises LookupError if a patch does not fit the theme any more."""

    def __init__(self, loader: BaseLoader) -> None:
        self.loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, fresh = self.loader.get_source(environment, template)
        return patched(template, source), path, fresh

    def list_templates(self) -> list[str]:
        return self.loader.list_templates()


def patched(template: str, source: str) -> str:
    """The template's text with its faults mended."""
    for old, new in PATCHES.get(template, ()):
        if source.count(old) != 1:
            raise LookupError(f"{template}: expected exactly once, found {source.count(old)} times: {old}")
        source = source.replace(old, new)
    return source
