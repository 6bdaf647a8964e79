"""A page's clean HTML in, the same with our own drawings and controls in their places out."""

from __future__ import annotations

import re
import textwrap

from jinja2 import Environment, PackageLoader, StrictUndefined

from handbook.pageview import PageView

SLOT = re.compile(r'<div class="hb-figure" data-figure="([a-z.-]+)"></div>')
ENVIRONMENT = Environment(
    loader=PackageLoader("handbook", "drawings"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
ENVIRONMENT.filters["lines"] = textwrap.wrap
KNOWN = frozenset(name.removesuffix(".html.j2") for name in ENVIRONMENT.list_templates() if not name.startswith("_"))
"""Names of figures: `diagram.service-cycle`, `filter.glossary` …"""


def inserted(html: str, view: PageView) -> str:
    """Each empty slot filled from the template of its name; an unknown one stays empty."""
    if "data-figure=" not in html:
        return html
    return SLOT.sub(lambda match: drawn(match[1], view) if match[1] in KNOWN else "", html)


def drawn(name: str, view: PageView) -> str:
    """One figure with its words in the page's language."""
    return ENVIRONMENT.get_template(f"{name}.html.j2").render(view=view, t=view.t, locale=view.locale)
