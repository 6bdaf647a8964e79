"""A handbook in, its playbooks by situation out."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.model.handbook import Handbook


def by_situation(handbook: Handbook, lang: str) -> Mapping[str, tuple[str, ...]]:
    """Situation → the slugs of its playbooks as readers of a language meet them, in order; those without any are left out."""
    found: dict[str, list[str]] = {key: [] for key in handbook.settings.situations}
    for slug in handbook.playbooks:
        found[handbook.playbook(slug, lang).matter.situation].append(slug)
    return {key: tuple(slugs) for key, slugs in found.items() if slugs}
