"""The extension: our blocks and inlines, put where Python-Markdown expects them."""

from __future__ import annotations

from typing import Any, cast

from markdown import Markdown
from markdown.extensions import Extension

from handbook.markdown.blocks import BlockTree
from handbook.markdown.context import PageContext
from handbook.markdown.inlines import CITATION, CONCEPT, PLACEHOLDER, Citations, ConceptLinks, FinalLinks, Placeholders
from handbook.markdown.typography import Typography


class HandbookExtension(Extension):
    """Reads the grammar of CONTRIBUTING.md. Its option `page` is the PageContext of the page at hand."""

    def __init__(self, **options: Any) -> None:
        self.config = {"page": ["", "context of the page that is being converted"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        page = cast(PageContext | str, self.getConfig("page"))
        if isinstance(page, str):
            return
        md.treeprocessors.register(BlockTree(md, page), "handbook-blocks", 25)
        md.treeprocessors.register(Typography(md, page.handbook.languages[page.content_lang]), "handbook-typography", 3)
        md.inlinePatterns.register(Citations(CITATION, md, page), "handbook-citations", 178)
        md.inlinePatterns.register(Placeholders(PLACEHOLDER, md, page), "handbook-placeholders", 177)
        md.inlinePatterns.register(ConceptLinks(CONCEPT, md, page), "handbook-concepts", 176)
        md.treeprocessors.register(FinalLinks(md), "handbook-final-links", -10)


def makeExtension(**options: Any) -> HandbookExtension:  # noqa: N802 (Python-Markdown's name)
    return HandbookExtension(**options)
