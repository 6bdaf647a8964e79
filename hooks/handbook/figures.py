"""A page's clean HTML in, the same with our own drawings and controls in their places out."""

from __future__ import annotations

import re

from handbook.diagrams import ENVIRONMENT
from handbook.drawings import NAMES
from handbook.pageview import PageView

SLOT = re.compile(r'<div class="hb-figure" data-figure="([a-z.-]+)"></div>')


def inserted(html: str, view: PageView) -> str:
    """Each empty slot filled from the template of its name; an unknown one stays empty."""
    if "data-figure=" not in html:
        return html
    return SLOT.sub(lambda match: drawn(match[1], view) if match[1] in NAMES else "", html)


def drawn(name: str, view: PageView) -> str:
    """One figure with its words in the page's language."""
    return ENVIRONMENT.get_template(f"{name}.html.j2").render(view=view, t=view.t, locale=view.locale)
