"""A few names in, the first text of a new page, concept or handbook out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from babel import Locale

from handbook.freshness.lockfile import written
from handbook.freshness.passages import passages
from handbook.freshness.stubs import stubs
from handbook.model.lock import Entry
from handbook.model.playbook import FrontMatter, Page

NO_HASH = "0" * 10
"""The hash of no text: a stub is stale until somebody translates it."""
STEP = "- [ ] … {{ #{slug}-first }}\n"


def quoted(text: str) -> str:
    """As a YAML value."""
    return json.dumps(text, ensure_ascii=False)


def playbook(slug: str, title: str, situation: str, checklist: str, owner: str, day: date) -> str:
    """An original that passes every check, except that its first step still needs a citation."""
    body = f"## … {{ #{slug}-steps }}\n\n{STEP.format(slug=slug)}" if checklist != "none" else ""
    return (
        f"""---
title: {quoted(title)}
description: "…"
situation: {situation}
checklist: {checklist}
owner: {owner}
reviewed: {day.isoformat()}
review_in: 6 months
---
…

{body}""".rstrip()
        + "\n"
    )


def translation(original: Page) -> str:
    """A stub: the original's text, to be overwritten block by block."""
    matter = original.matter
    keys = ("situation", "checklist", "owner", "reviewed", "review_in", "template")
    rows = [f"{key}: {value}" for key in keys if (value := getattr(matter, key, ""))]
    aliases = f"aliases: [{', '.join(matter.aliases)}]\n" if isinstance(matter, FrontMatter) and matter.aliases else ""
    head = f"title: {quoted(matter.title)}\ndescription: {quoted(matter.description)}\n" + "".join(f"{row}\n" for row in rows)
    return f"---\n{head}{aliases}translated_from: {original.lang}\n---{stubs(original.blocks)}"


def stub_lock(original: Page, day: date) -> str:
    """The lock of a stub: every passage is stale, and none can be stamped before it is touched."""
    return written(Entry(passage.key, NO_HASH, passage.frame, passage.hash, day) for passage in passages(original))


def concept(languages: Iterator[str] | Mapping[str, object], pos: str = "noun") -> str:
    """A file of glossary/ to be filled in."""
    rows = "".join(f'  {lang}:\n    preferred: "…"\n    definition: "…"\n' for lang in languages)
    return f"pos: {pos}\nlanguages:\n{rows}"


def settings(languages: tuple[str, ...]) -> str:
    """A handbook.yml that builds at once. Raises babel.UnknownLocaleError."""
    rows = "".join(_language(Locale.parse(lang)) for lang in languages)

    def named(text: str) -> str:
        return "{" + ", ".join(f"{lang}: {quoted(text)}" for lang in languages) + "}"

    return f"""# What this handbook is: its languages, situations, owners and local rules.
# The first language stands at the site's root.
title: {named("Handbook")}
description: {named("What to do and say, one situation at a time.")}
languages:
{rows}situations:
  first:
    icon: question
    name: {named("Something happens")}
owners:
  team:
    name: {named("Team")}
"""


def _language(locale: Locale) -> str:
    direction = "    direction: rtl\n" if locale.text_direction == "rtl" else ""
    name = quoted(str(locale.display_name))
    return f"  {locale.language}:\n    name: {name}\n    locale: {locale}\n    quotes: [“, ”, ‘, ’]\n{direction}"


def home(title: str, original: str = "") -> str:
    """The first page."""
    more = f"translated_from: {original}\n" if original else ""
    return f"---\ntitle: {quoted(title)}\ndescription: {quoted(title)}\ntemplate: home.html\n{more}---\n…\n"


def site_rows(languages: tuple[str, ...]) -> Iterator[str]:
    """Lines of mkdocs.yml that name the languages."""
    for number, lang in enumerate(languages):
        name = quoted(str(Locale.parse(lang).display_name))
        yield f"        - {{locale: {lang}, name: {name}{', default: true' if number == 0 else ''}}}"
