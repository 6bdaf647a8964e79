"""The name of a diagram in, its picture with words in a language out: for paper, which has no page around it."""

from __future__ import annotations

import re
import textwrap
from html import unescape
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from handbook.locale import Locale

DIAGRAM = "diagram."
"""What names of diagrams begin with; the other drawings are controls, which need a screen."""
ENVIRONMENT = Environment(
    loader=PackageLoader("handbook", "drawings"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
ENVIRONMENT.filters["lines"] = textwrap.wrap
PARTS = re.compile(r"<svg.*?<title[^>]*>(?P<title>.*?)</title><desc[^>]*>(?P<description>.*?)</desc>.*</svg>", re.DOTALL)


class Diagram(NamedTuple):
    """A picture without any style: what sets it says how its classes look."""

    svg: str
    title: str
    description: str


def diagram(name: str, locale: Locale) -> Diagram:
    found = PARTS.search(ENVIRONMENT.get_template(f"{name}.html.j2").render(t=locale.t, locale=locale))
    assert found, name
    return Diagram(found[0], unescape(found["title"]), unescape(found["description"]))
