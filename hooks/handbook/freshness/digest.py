"""A handbook and a day in; what waits for the people of one language, as Markdown, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from handbook.freshness.pages import fresh, originals
from handbook.freshness.report import PASSAGES
from handbook.freshness.states import Freshness
from handbook.freshness.summary import due
from handbook.freshness.suspects import suspects
from handbook.locale import Locale
from handbook.model.handbook import Handbook
from handbook.model.playbook import FrontMatter

SOON = timedelta(days=14)


def digest(handbook: Handbook, lang: str, voice: Locale, today: date) -> str:
    """Empty if nothing waits."""
    parts = (
        (voice.t("Translations that are behind"), _behind(handbook, lang, voice)),
        (voice.t("Not translated yet"), _untranslated(handbook, lang)),
        (voice.t("Reviews"), _reviews(handbook, lang, voice, today)),
        (voice.t("Sources that changed"), _suspects(handbook, lang)),
    )
    found = [(title, lines) for title, rows in parts if (lines := list(rows))]
    return "\n".join(line for title, lines in found for line in (f"## {title}", "", *lines, ""))


def _behind(handbook: Handbook, lang: str, voice: Locale) -> Iterator[str]:
    for (of, name), found in fresh(handbook).items():
        if of == lang and found.behind:
            yield f"- [ ] `{name}` ({voice.percent(100 * found.tally.current // found.tally.total)}): {_passages(found, voice)}"
            yield f"      `handbook diff {name} --lang {lang}`"


def _passages(found: Freshness, voice: Locale) -> str:
    return ", ".join(f"`{pair.name}` ({voice.t(PASSAGES[pair.state])})" for pair in found.behind)


def _untranslated(handbook: Handbook, lang: str) -> Iterator[str]:
    known = {page.name for page in handbook.pages if page.lang == lang}
    return (f"- [ ] `{name}` ({page.lang})" for name, page in originals(handbook).items() if name not in known)


def _reviews(handbook: Handbook, lang: str, voice: Locale, today: date) -> Iterator[str]:
    """Of the pages that were written in the language."""
    for name, page in originals(handbook).items():
        day = due(page)
        if page.lang == lang and day and day <= today + SOON and isinstance(page.matter, FrontMatter):
            owner = handbook.settings.owners[page.matter.owner].name[lang]
            yield f"- [ ] `{name}`: {voice.date(day)} ({owner})"


def _suspects(handbook: Handbook, lang: str) -> Iterator[str]:
    found = (suspect for suspect in suspects(handbook) if suspect.page.lang == lang)
    return (f"- [ ] {suspect.page.path}:{suspect.block.line}: {suspect.point}" for suspect in found)
