"""The nouns of wayfinding: a link, the same page in another language, a situation with its playbooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Alternate(NamedTuple):
    """The same page in a language."""

    lang: str
    name: str
    href: str
    """Relative to the page."""
    url: str
    """Relative to the site's root."""
    translated: bool
    """False: the page exists there only as a fallback."""


class Link(NamedTuple):
    title: str
    href: str
    lang: str = ""
    slug: str = ""
    """Of the playbook that it leads to."""


@dataclass(frozen=True, slots=True)
class Card:
    """A situation with the playbooks that help in it."""

    key: str
    icon: str
    title: str
    href: str
    """Of the situation's own page."""
    count: int
    """How many playbooks it has."""
    links: tuple[Link, ...]
    """The first of them."""
