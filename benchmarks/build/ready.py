"""Our corpus in, the same pages as ready Markdown for two stock generators out: hand-written and generated ones."""

from __future__ import annotations

import re
import shutil
from functools import partial
from pathlib import Path

from handbook.addresses import Addresses
from handbook.linking import EVERYTHING, Linker
from handbook.model.playbook import Block, Page, Playbook
from handbook.render.checklists import checklists_and_index
from handbook.render.claims import claims
from handbook.render.downloads import downloads
from handbook.render.fallbacks import fallbacks
from handbook.render.glossary import glossary_and_terms
from handbook.render.situations import situations
from handbook.render.sources import sources
from handbook.render.status import status
from handbook.scan.spans import spans
from handbook.site import Site
from handbook.words.occurrences import occurrences
from handbook_io.disk import handbook_in, site_in

CITATION = re.compile(r"\[@([^\]]*)\]")
TEMPLATE = re.compile(r"^template:.*\n", re.MULTILINE)
PLACEHOLDER = re.compile(r"\{\{ [^}]* \}\}")
CONCEPT = re.compile(r"\[([^\[\]]+)\]\[([a-z0-9-]+)\]")
LINE = re.compile(r"((?:[-*] \[ \] |[-*] |\d+\. |> )?)(.*?)((?: \{ #[a-z0-9-]+ \})?)((?: \[@[^\]\n]*\])*)")
"""A line of a page: what stands before its words, they themselves, its id, its citations."""
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

MAKERS = (fallbacks, situations, checklists_and_index, glossary_and_terms, sources, claims, status, downloads)
"""What hooks/ generates, kind by kind."""


def plain(source: Path, target: Path) -> None:
    """For MkDocs with Material and static-i18n alone."""
    handbook = handbook_in(source).handbook
    assert handbook is not None
    site = site_in(source, handbook, Addresses(handbook.settings.default))
    for page in handbook.pages:
        text = TEMPLATE.sub("", (source / page.path).read_text("utf-8"))
        _write(target / page.path, _Linked(site, page).text(text))
    for lang in handbook.languages:
        for draft in (draft for maker in MAKERS for draft in maker(site, lang)):
            root = "../" * draft.name.count("/")
            body = draft.html or "\n\n".join(_markdown(block, site, root) for block in draft.blocks)
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


class _Linked:
    """A hand-written page with its links written out: those that ours makes of citations and of the glossary's words."""

    def __init__(self, site: Site, page: Page) -> None:
        unlinked = frozenset(page.matter.unlinked) if isinstance(page, Playbook) else frozenset({EVERYTHING})
        self.linker = Linker(partial(occurrences, sought=site.terms[page.lang]), site.linkable[page.lang], unlinked)
        self.site, self.root = site, "../" * page.name.count("/")

    def text(self, text: str) -> str:
        matter, body = re.fullmatch(r"(---\n.*?\n---\n|)(.*)", text, re.DOTALL).groups()
        return matter + "\n".join(map(self._line, body.split("\n")))

    def _line(self, line: str) -> str:
        if line.startswith("#"):
            self.linker.new_section()
            return line
        lead, words, id, cited = LINE.fullmatch(line).groups()
        parts, at = [], 0
        for token in spans(words):
            parts += (self._words(words[at : token.start()]), token[0])
            at = token.end()
        linked = "".join((*parts, self._words(words[at:])))
        return _stock(CONCEPT.sub(rf"[\1]({self.root}glossary.md#\2)", lead + linked + cited + id), self.site, self.root)

    def _words(self, text: str) -> str:
        parts, at = [], 0
        for found in self.linker.links(text) if text else ():
            parts += (text[at : found.start], f"[{text[found.start : found.end]}]({self.root}glossary.md#{found.concept})")
            at = found.end
        return "".join((*parts, text[at:]))


def _markdown(block: Block, site: Site, root: str) -> str:
    lead = "#" * block.level + " " if block.kind == "heading" else PREFIX.get(block.kind, "")
    cited = f" [@{'; @'.join(block.citations)}]" if block.citations else ""
    return _stock(lead + block.text.replace("\n", "\n> ") + cited, site, root)


def _stock(text: str, site: Site, root: str) -> str:
    """Without what only our grammar knows; a citation is a link to its place among the sources."""

    def links(match: re.Match[str]) -> str:
        found = (site.register.place_of.get(point.strip(" @")) for point in match[1].split(";"))
        places = {place.source: place for place in found if place}
        return " ".join(f"[{place.number}]({root}sources.md#{place.anchor})" for place in places.values())

    return PLACEHOLDER.sub("…", CITATION.sub(links, text))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
