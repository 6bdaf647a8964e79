"""Python-Markdown's part: steps, phrases, ids, citations and placeholders as HTML.

The module name is what `mkdocs.yml` lists under `markdown_extensions`.
"""

from handbook.markdown.extension import HandbookExtension, makeExtension

__all__ = ["HandbookExtension", "makeExtension"]
