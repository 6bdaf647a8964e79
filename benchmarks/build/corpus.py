"""The handbook's own playbooks, multiplied: N of them in every language, no two with the same text.

    python benchmarks/build/corpus.py DIR PAGES

makes DIR/ours, DIR/plain and DIR/hugo: the same PAGES pages for each of the three.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

SHARED = ("handbook.yml", "glossary", "sources", "rules", "catalogues", "words", "print")
FORMS, FIXED = 8, 36
"""Pages that a playbook makes (page and checklist in four languages), and pages that are there without any."""
PROSE = re.compile(
    r"^((?:#{2,3} |- \[ \] |- |\d+\. |> )?[^\W\d_][^|\n]*?)((?: \{ #[a-z0-9-]+ \})?(?: \[@[^\]\n]*\])?)$", re.MULTILINE
)
"""A line of prose, and what stands behind its words."""
LINK = re.compile(r"\[([^\]\n]*)\]\([a-z-]+\.md[^)\n]*\)")


def playbooks_of(pages: int) -> int:
    return max(1, (pages - FIXED) // FORMS)


def ours(target: Path, playbooks: int) -> None:
    """A handbook of `playbooks` playbooks in each language at `target`, its translations stamped."""
    target.mkdir(parents=True)
    for name in SHARED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy(source, target / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("hooks/", f"{ROOT}/hooks/").replace("custom_dir: overrides", f"custom_dir: {ROOT}/overrides")
    config = re.sub(r"^site_url: .*$", "site_url: http://127.0.0.1:8000/", config, flags=re.MULTILINE)  # a preview sets no PDFs
    (target / "mkdocs.yml").write_text(re.sub(r"^watch:.*\n", "", config, flags=re.MULTILINE), "utf-8")
    for folder in sorted((ROOT / "docs").iterdir()):
        _language(folder, target / "docs" / folder.name, playbooks)
    if playbooks < len(list((ROOT / "docs/en/playbooks").glob("*.md"))):
        settings = (target / "handbook.yml").read_text("utf-8")
        (target / "handbook.yml").write_text(re.sub(r"^emergency_playbook:.*\n", "", settings, flags=re.MULTILINE), "utf-8")
    _stamp(target)


def _language(folder: Path, target: Path, playbooks: int) -> None:
    (target / "playbooks").mkdir(parents=True)
    for page in folder.glob("*.md"):
        text = page.read_text("utf-8")
        (target / page.name).write_text(LINK.sub(r"\1", text), "utf-8")
    pages = sorted((folder / "playbooks").glob("*.md"))
    for number in range(playbooks):
        original, copy = pages[number % len(pages)], number // len(pages)
        text = original.read_text("utf-8")
        if playbooks < len(pages):
            text = LINK.sub(r"\1", text)
        name = f"{original.stem}-{copy}" if copy else original.stem
        (target / "playbooks" / f"{name}.md").write_text(_varied(text, copy) if copy else text, "utf-8")


def _varied(text: str, copy: int) -> str:
    """The same playbook with its copy's number in the title and a letter in every line of prose: no text is met twice."""
    _, matter, body = text.split("---\n", 2)
    matter = re.sub(r"^title: [\"']?(.*?)[\"']?$", rf'title: "\1 {copy}"', matter, count=1, flags=re.MULTILINE)
    matter = re.sub(r"^aliases: .*\n", "", matter, flags=re.MULTILINE)
    letter = chr(ord("a") + (copy - 1) % 26) * (1 + (copy - 1) // 26)
    body = PROSE.sub(rf"\1 ({letter})\2", body)
    return f"---\n{matter}---\n{body}"


def _stamp(root: Path) -> None:
    """Locks for every translation, as `handbook translations stamp --all` writes them."""
    from click.testing import CliRunner

    from handbook_cli.main import main

    result = CliRunner().invoke(main, ["-C", str(root), "translations", "stamp", "--all"])
    assert result.exit_code == 0, result.output


if __name__ == "__main__":
    from ready import hugo, plain

    where, pages = Path(sys.argv[1]), int(sys.argv[2])
    ours(where / "ours", playbooks_of(pages))
    plain(where / "ours", where / "plain")
    hugo(where / "plain", where / "hugo")
