"""Text in, text with the no-break spaces of its language out."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from handbook.model.settings import Language

NBSP = "\u00a0"
UNTOUCHED = frozenset({"code", "pre", "script", "style"})
NUMBER_AND_WORD = re.compile(r"(?<![\w.,])(\d[\d.,]*) (?=[^\W\d_]|[%€₸£])")
SPACED_DASH = re.compile(r" ([–—]) ")
SPACED_PERCENT = re.compile(r"(\d) %")


class Typography(Treeprocessor):
    """Runs after inline patterns, over the finished tree."""

    def __init__(self, md: Markdown, language: Language) -> None:
        super().__init__(md)
        self.language = language

    def run(self, root: Element) -> None:
        _set(root, self.language)


def _set(element: Element, language: Language) -> None:
    if element.tag in UNTOUCHED:
        return
    if element.text:
        element.text = typeset(element.text, language)
    for child in element:
        _set(child, language)
        if child.tail:
            child.tail = typeset(child.tail, language)


def typeset(text: str, language: Language) -> str:
    """No line break between a number and its unit, before a dash, or after a word that never ends a line."""
    text = NUMBER_AND_WORD.sub(rf"\1{NBSP}", SPACED_PERCENT.sub(rf"\1{NBSP}%", text))
    text = SPACED_DASH.sub(rf"{NBSP}\1 ", text)
    if language.short_words:
        text = _short(language.short_words).sub(rf"\1{NBSP}", text)
    return text


@lru_cache
def _short(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w{NBSP}])((?:{'|'.join(map(re.escape, words))})) (?=\S)", re.IGNORECASE)
