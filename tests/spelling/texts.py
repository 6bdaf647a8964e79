"""A handbook in; every text that a reader may see out, by language and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.messages.pofile import read_po

from handbook.model.concept import Term
from handbook.model.handbook import Handbook
from handbook.model.playbook import Page
from handbook.model.source import Source
from handbook.scan.inline import plain

Text = tuple[str, str]
"""Where it stands ("docs/fi/index.md:12") and its words, without markup."""

GISTS = "en"
"""The language of the gists and notes of the register, which editors alone read."""
GAP = re.compile(r"%\(\w+\)[sd]|\{\w*\}|</?\w+>|&\w+;|https?://\S+|\S+@\S+|\b[\w/.-]+\.(?:md|yml|po|json|html)\b|`[^`]*`")
"""What stands in a message but is no word: places for values, tags, addresses, file names, code."""


def texts(handbook: Handbook, catalogues: Path, lang: str) -> Iterator[Text]:
    """All texts of one language."""
    for page in handbook.pages:
        if page.lang == lang:
            yield from _page(page)
    for concept in handbook.concepts.values():
        if lang in concept.entry.languages:
            yield from ((concept.path, text) for text in _term(concept.term(lang)))
    yield from _settings(handbook, lang)
    yield from _claims(handbook, lang)
    for source in handbook.sources.values():
        yield from ((source.path, GAP.sub(" ", text)) for text in _source(source, lang))
    yield from _messages(catalogues, lang, handbook.settings.default)


def _page(page: Page) -> Iterator[Text]:
    yield f"{page.path}:{page.lines.get('title', 1)}", page.matter.title
    yield f"{page.path}:{page.lines.get('description', 1)}", page.matter.description
    yield from ((f"{page.path}:{block.line}", plain(block.text)) for block in page.blocks if block.kind != "figure")


def _term(term: Term) -> Iterable[str]:
    return (term.preferred, *term.admitted, *term.deprecated, *term.forms, *term.unlike, term.definition, term.note)


def _settings(handbook: Handbook, lang: str) -> Iterator[Text]:
    settings = handbook.settings
    names = (row.name for rows in (settings.situations, settings.owners, settings.policy) for row in rows.values())
    values = ({lang: policy.text(lang)} for policy in settings.policy.values())
    yield from (("handbook.yml", row[lang]) for row in (settings.title, settings.description, *names, *values) if row.get(lang))
    yield "handbook.yml", settings.languages[lang].name


def _claims(handbook: Handbook, lang: str) -> Iterator[Text]:
    for name, claim in handbook.claims.items():
        rows: Iterable[Mapping[str, str]] = (claim.text, claim.note, *(value.words for value in claim.values))
        yield from ((f"sources/claims.yml {name}", row[lang]) for row in rows if row.get(lang))


def _source(source: Source, lang: str) -> Iterator[str]:
    entry = source.entry
    if lang == entry.language:
        yield from (entry.title, *(point.place for point in entry.points.values()))
    if lang == GISTS:
        yield from (entry.note, *(text for point in entry.points.values() for text in (point.gist, point.waived)))


def _messages(catalogues: Path, lang: str, default: str) -> Iterator[Text]:
    """Translations of the interface; in the default language the messages themselves."""
    own = catalogues / f"{lang}.po"
    path = own if own.is_file() else min(catalogues.glob("*.po"))
    if own.is_file() or lang == default:
        for message in filter(lambda message: message.id, read_po(path.read_bytes().splitlines(keepends=True))):
            words = message.string if own.is_file() else message.id
            for text in (words,) if isinstance(words, str) else words:
                yield f"catalogues/{path.name} {message.id!r:.60}", GAP.sub(" ", text)
