"""A page in, the script that hands it to its twins in other languages out.

Over the network a page fetches its twin; from a folder browsers allow no fetching, only scripts. See docs-dev/decisions/0300.
"""

from __future__ import annotations

import json

from markupsafe import escape

from handbook.pageview import PageView


def address(view: PageView) -> str:
    """Where the script stands, relative to the site's root: beside the page."""
    return f"{view.url.rpartition('/')[0]}/twin.js".removeprefix("/")


def twin(view: PageView, html: str) -> bytes:
    """The page's own text as one call. The page that asked for it listens to `handbook.twin`."""
    head = f"<h1>{escape(view.title)}</h1>"
    if view.playbook:
        head += f'<p class="hb-description">{escape(view.playbook.matter.description)}</p>'
    direction = view.site.handbook.languages[view.content_lang].direction
    facts = {"lang": view.content_lang, "dir": direction, "html": head + html}
    return f"handbook.twin({json.dumps(facts, ensure_ascii=False)});\n".encode()
