"""A handbook in; every text of a language that a reader or an editor sees out, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
"""The language of the register's gists and notes."""
PLACE = r"%\(\w+\)[sd]|\{+[^{}]*\}+"
ADDRESS = r"</?\w+>|&\w+;|https?://\S*|[\w.-]+(?:/[\w.-]*)*\.(?:md|yml|po|json|html)\b"
NO_WORDS = re.compile(rf"{PLACE}|{ADDRESS}")
"""What stands in a message but is no word: places for values, tags, addresses, names of files."""
WORD = re.compile(r"[^\W\d_]+")


def texts(handbook: Handbook, catalogues: Path, lang: str) -> Iterator[Text]:
    """All texts of one language. Deprecated terms are left out: they are shown as words to avoid."""
    for page in handbook.pages:
        if page.lang == lang:
            yield from page_texts(page)
    for concept in handbook.concepts.values():
        if lang in concept.entry.languages:
            yield from ((concept.path, text) for text in _term(concept.term(lang)))
    yield from (("handbook.yml", text) for text in _settings(handbook, lang))
    yield from (("sources/claims.yml", text) for text in _claims(handbook, lang))
    for source in handbook.sources.values():
        yield from ((source.path, text) for text in _source(source, lang))
    yield from _messages(catalogues, lang, handbook.settings.default)


def page_texts(page: Page) -> Iterator[Text]:
    """Title, description and blocks of one page."""
    yield f"{page.path}:{page.lines['title']}", page.matter.title
    yield f"{page.path}:{page.lines['description']}", page.matter.description
    yield from ((f"{page.path}:{block.line}", plain(block.text)) for block in page.blocks if block.kind != "figure")


def _term(term: Term) -> Iterable[str]:
    return (term.preferred, *term.admitted, *term.forms, *term.unlike, term.definition, term.note)


def _settings(handbook: Handbook, lang: str) -> Iterator[str]:
    settings = handbook.settings
    names = (row.name for rows in (settings.situations, settings.owners, settings.policy) for row in rows.values())
    yield from (row[lang] for row in (settings.title, settings.description, *names) if lang in row)
    yield from (policy.text(lang) for policy in settings.policy.values())
    yield settings.languages[lang].name


def _claims(handbook: Handbook, lang: str) -> Iterator[str]:
    for claim in handbook.claims.values():
        rows = (claim.text, claim.note, *(value.words for value in claim.values))
        yield from (row[lang] for row in rows if lang in row)


def _source(source: Source, lang: str) -> Iterator[str]:
    entry = source.entry
    if lang == entry.language:
        yield from (entry.title, *(point.place for point in entry.points.values()))
    if lang == GISTS:
        yield from (entry.note, *(text for point in entry.points.values() for text in (point.gist, point.waived)))


def _messages(catalogues: Path, lang: str, default: str) -> Iterator[Text]:
    """The interface's words; in the default language those that are translated from."""
    is_default = lang == default
    path = min(catalogues.glob("*.po")) if is_default else catalogues / f"{lang}.po"
    catalogue = read_po(path.read_bytes().splitlines(keepends=True)) if path.is_file() else ()
    for message in (message for message in catalogue if message.id):
        originals, translations = _strings(message.id), _strings(message.string)
        for text in originals if is_default else (_own(words, originals) for words in translations):
            yield f"catalogues/{path.name}, {originals[0]!r}", NO_WORDS.sub(" ", text)


def _strings(words: str | Iterable[str]) -> tuple[str, ...]:
    """A message with its plural forms."""
    return (words,) if isinstance(words, str) else tuple(words)


def _own(translation: str, originals: tuple[str, ...]) -> str:
    """A translation without the words that stand in English too (msgstr, YAML): they are checked there."""
    same = frozenset(word for text in originals for word in WORD.findall(text))
    return WORD.sub(lambda match: "" if match[0] in same else match[0], translation)
