"""A site in, the page that explains every problem code out. Editors come here from a message; menus leave it out."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.messages import pattern
from handbook.problem_texts import MESSAGES
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site

NAME = "problems"


def problems(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, NAME)
    say = view.locale.translations.ugettext
    rows = [(code, pattern(message.wrong, say), pattern(message.cure, say)) for code, message in sorted(MESSAGES.items())]
    yield Draft(
        name=view.name,
        title=view.t("Messages of the check"),
        description=view.t("Every mistake that “handbook check” finds, and how to mend it."),
        source="hooks/handbook/problem_texts.py",
        html=rendered("problems.html.j2", view, rows=rows),
    )
