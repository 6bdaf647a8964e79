"""Our corpus in, the same pages as ready Markdown for two stock generators out: hand-written and generated ones."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

CITATION = re.compile(r" ?\[@[^\]]*\]")
TEMPLATE = re.compile(r"^template:.*\n", re.MULTILINE)
PLACEHOLDER = re.compile(r"\{\{ [^}]* \}\}")
CONCEPT = re.compile(r"\[([^\[\]]+)\]\[[a-z0-9-]+\]")
PREFIX = {"step": "- [ ] ", "item": "- ", "numbered": "1. ", "phrase": "> "}
HUGO = Path(__file__).with_name("hugo")

PLAIN_CONFIG = """
site_name: Plain
site_url: https://handbook.example/
theme: {{name: material, custom_dir: theme, font: false}}
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
{languages}
markdown_extensions: [admonition, attr_list, md_in_html, tables, sane_lists, pymdownx.tasklist, {{toc: {{permalink: true}}}}]
validation: {{links: {{unrecognized_links: ignore, not_found: ignore, anchors: ignore}}}}
"""


def plain(source: Path, target: Path) -> None:
    """For MkDocs with Material and static-i18n alone."""
    from handbook.addresses import Addresses
    from handbook.render import drafts
    from handbook_io.disk import handbook_in, site_in

    handbook = handbook_in(source).handbook
    assert handbook is not None
    site = site_in(source, handbook, Addresses(handbook.settings.default))
    for page in handbook.pages:
        text = (source / page.path).read_text("utf-8")
        _write(target / page.path, CONCEPT.sub(r"\1", _stock(TEMPLATE.sub("", text))))
    for lang in handbook.languages:
        for draft in drafts(site, lang):
            body = draft.html or "\n\n".join(_markdown(block.kind, block.level, block.text) for block in draft.blocks)
            _write(target / "docs" / lang / f"{draft.name}.md", f"# {draft.title}\n\n{body}\n")
        material = Path(__import__("material").__file__).parent / "templates/partials/languages/en.html"
        _write(target / "theme/partials/languages" / f"{lang}.html", material.read_text("utf-8"))
    rows = [
        f"        - {{locale: {lang}, name: {row.name}{', default: true' if lang == handbook.settings.default else ''}}}"
        for lang, row in handbook.languages.items()
    ]
    (target / "mkdocs.yml").write_text(PLAIN_CONFIG.format(languages="\n".join(rows)), "utf-8")


def hugo(source: Path, target: Path) -> None:
    """For Hugo, from the pages made for MkDocs; each page lists all of its language's, once made and cached."""
    shutil.copytree(HUGO, target)
    for path in sorted((source / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        if not text.startswith("---\n"):
            title, _, body = text.partition("\n")
            text = f'---\ntitle: "{title.removeprefix("# ")}"\n---\n{body}'
        name = path.relative_to(source / "docs")
        _write(target / "content" / (name.with_stem("_index") if path.stem == "index" else name), text)


def _markdown(kind: str, level: int, text: str) -> str:
    lead = "#" * level + " " if kind == "heading" else PREFIX.get(kind, "")
    return _stock(lead + text.replace("\n", "\n> "))


def _stock(text: str) -> str:
    """Without what only our grammar knows."""
    return PLACEHOLDER.sub("…", CITATION.sub("", text))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
