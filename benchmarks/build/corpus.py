"""The handbook's own playbooks, multiplied: N playbooks in every language, once for us and once for plain MkDocs."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

SHARED = ("handbook.yml", "glossary", "sources", "catalogues", "words", "print")
CITATION = re.compile(r" ?\[@[^\]]*\]")
ID = re.compile(r"\{ #([a-z0-9-]+) \}")
TEMPLATE = re.compile(r"^template:.*\n", re.MULTILINE)
PLACEHOLDER = re.compile(r"\{\{ [^}]* \}\}")

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


def ours(target: Path, playbooks: int) -> None:
    """A handbook of `playbooks` playbooks in each language at `target`."""
    target.mkdir(parents=True)
    for name in SHARED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy(source, target / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("hooks/", f"{ROOT}/hooks/").replace("custom_dir: overrides", f"custom_dir: {ROOT}/overrides")
    config = re.sub(r"^watch:.*\n", "", config, flags=re.MULTILINE)
    (target / "mkdocs.yml").write_text(config, "utf-8")
    for folder in sorted((ROOT / "docs").iterdir()):
        pages = sorted((folder / "playbooks").glob("*.md"))
        (target / "docs" / folder.name / "playbooks").mkdir(parents=True)
        for page in folder.glob("*.md"):
            shutil.copy(page, target / "docs" / folder.name / page.name)
        for number in range(playbooks):
            original = pages[number % len(pages)]
            copy = number // len(pages)
            text = original.read_text("utf-8")
            if copy:
                text = re.sub(r"^title: [\"']?(.*?)[\"']?$", rf'title: "\1 {copy}"', text, count=1, flags=re.MULTILINE)
            if playbooks < len(pages):
                text = re.sub(r"\[([^\]]*)\]\(([a-z-]+)\.md[^)]*\)", r"\1", text)
            name = f"{original.stem}-{copy}" if copy else original.stem
            (target / "docs" / folder.name / "playbooks" / f"{name}.md").write_text(text, "utf-8")
    if playbooks < 22:
        settings = (target / "handbook.yml").read_text("utf-8")
        (target / "handbook.yml").write_text(re.sub(r"^emergency_playbook:.*\n", "", settings, flags=re.MULTILINE), "utf-8")


def plain(source: Path, target: Path) -> None:
    """The same pages, hand-written and generated, as ready Markdown for MkDocs, Material and static-i18n alone."""
    from handbook.addresses import Addresses
    from handbook.render import drafts
    from handbook_io.disk import handbook_in, site_in

    handbook = handbook_in(source).handbook
    assert handbook is not None
    site = site_in(source, handbook, Addresses(handbook.settings.default))
    for page in handbook.pages:
        text = (source / page.path).read_text("utf-8")
        _write(target / page.path, PLACEHOLDER.sub("…", CITATION.sub("", TEMPLATE.sub("", text))))
    for lang in handbook.languages:
        for draft in drafts(site, lang):
            body = draft.html or PLACEHOLDER.sub("…", CITATION.sub("", draft.markdown))
            _write(target / "docs" / lang / f"{draft.name}.md", f"# {draft.title}\n\n{body}\n")
        material = Path(__import__("material").__file__).parent / "templates/partials/languages/en.html"
        _write(target / "theme/partials/languages" / f"{lang}.html", material.read_text("utf-8"))
    rows = [
        f"        - {{locale: {lang}, name: {row.name}{', default: true' if lang == handbook.settings.default else ''}}}"
        for lang, row in handbook.languages.items()
    ]
    (target / "mkdocs.yml").write_text(PLAIN_CONFIG.format(languages="\n".join(rows)), "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    where, count = Path(sys.argv[1]), int(sys.argv[2])
    ours(where / "ours", count)
    plain(where / "ours", where / "plain")
