"""A few names in, the first text of a new page, concept or handbook out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from babel import Locale
from babel.core import get_global

from handbook.freshness.lockfile import written
from handbook.freshness.passages import passages
from handbook.freshness.stubs import stubs
from handbook.model.kinds import TO_WRITE
from handbook.model.lock import Entry
from handbook.model.playbook import FrontMatter, Page

NO_HASH = "0" * 10
"""The hash of no text: a stub is stale until somebody translates it."""
SCRIPTS = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Arab": "Arabic", "Hebr": "Hebrew"}
"""CLDR's code of a script → ours; no other has a font."""
LINK_AWAY = re.compile(r"\[([^\[\]]+)\]\((?:docs-dev|tests)/[^()]*\)")


def quoted(text: str) -> str:
    """As a YAML value."""
    return json.dumps(text, ensure_ascii=False)


def playbook(slug: str, title: str, situation: str, checklist: str, owner: str, day: date) -> str:
    """An original whose texts are still to be written, and its first step's citation."""
    steps = f"## {TO_WRITE} {{ #{slug}-steps }}\n\n- [ ] {TO_WRITE} {{ #{slug}-first }}\n"
    body = steps if checklist != "none" else ""
    return (
        f"""---
title: {quoted(title)}
description: "{TO_WRITE}"
situation: {situation}
checklist: {checklist}
owner: {owner}
reviewed: {day.isoformat()}
review_in: 6 months
---
{TO_WRITE}

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
    rows = "".join(f'  {lang}:\n    preferred: "{TO_WRITE}"\n    definition: "{TO_WRITE}"\n' for lang in languages)
    return f"pos: {pos}\nlanguages:\n{rows}"


def spoken(tag: str) -> tuple[str, Locale]:
    """What a tag names: `pt-BR` → pt, pt_BR; `zh-Hans` → zh-hans, zh_Hans. Raises babel.UnknownLocaleError or ValueError."""
    locale = Locale.parse(tag, sep="-")
    return "-".join(filter(None, (locale.language, locale.script))).lower(), locale


def settings(languages: Mapping[str, Locale]) -> str:
    """A handbook.yml that can be built."""
    rows = "".join(_language(lang, locale) for lang, locale in languages.items())

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


def _language(lang: str, locale: Locale) -> str:
    written = _script(locale)
    script = f"    script: {written}\n" if written != "Latin" else ""
    direction = "    direction: rtl\n" if locale.text_direction == "rtl" else ""
    name = quoted(str(locale.display_name))
    return f"  {lang}:\n    name: {name}\n    locale: {locale}\n    quotes: [“, ”, ‘, ’]\n{script}{direction}"


def _script(locale: Locale) -> str:
    """The script that CLDR expects of a locale."""
    likely = get_global("likely_subtags")
    full = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language, "")
    return SCRIPTS.get(locale.script or full.split("_")[1], "other")


def home(title: str, original: str = "") -> str:
    """The first page."""
    more = f"translated_from: {original}\n" if original else ""
    return f"---\ntitle: {quoted(title)}\ndescription: {quoted(title)}\ntemplate: home.html\n{more}---\n{TO_WRITE}\n"


def guide(text: str) -> str:
    """The guide for editors without links to what a new handbook lacks, and without this one's licence, its last paragraph."""
    return LINK_AWAY.sub(r"\1", text).rstrip().rpartition("\n\n")[0] + "\n"


def site_rows(languages: Mapping[str, Locale]) -> Iterator[str]:
    """Lines of mkdocs.yml that name the languages. Its YAML takes `no` for false."""
    for number, (lang, locale) in enumerate(languages.items()):
        name = quoted(str(locale.display_name))
        yield f"        - {{locale: {quoted(lang)}, name: {name}{', default: true' if number == 0 else ''}}}"
