"""Coverage-guided fuzzing of everything that reads an editor's text: `make fuzz`. Any exception or hang is a finding."""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["handbook"]):
    from handbook.freshness import lockfile
    from handbook.messages import line
    from handbook.model.problem import Problem
    from handbook.parse import page, register
    from handbook.read import SourceFile, read
    from handbook.scan import inline, markdown, text, yaml
    from handbook_io.disk import source_files

CAFE = Path(__file__).parents[1] / "fixtures" / "cafe"
FILES = {file.path: file for file in source_files(CAFE)}
EXAMPLES = (
    "docs/et/playbooks/greet-a-guest.md",
    "docs/et/about.md",
    "glossary/guest.yml",
    "sources/menu.yml",
    "sources/claims.yml",
    "handbook.yml",
)
PARSERS = (
    lambda written: page.page("docs/et/playbooks/x.md", "et", "playbooks/x", written)[1],
    lambda written: page.page("docs/et/x.md", "et", "x", written)[1],
    lambda written: register.concept("glossary/x.yml", "x", written)[1],
    lambda written: register.source("sources/x.yml", "x", written)[1],
    lambda written: register.claims("sources/claims.yml", written)[2],
    lambda written: register.settings("handbook.yml", written)[2],
    lambda written: register.rules("rules/et.yml", written)[1],
    lambda written: lockfile.lock("fa/x", written)[1],
    lambda written: markdown.blocks("x", written)[1],
    lambda written: yaml.tree("x", written)[1],
    lambda written: [Problem("x", 1, code, values) for code, values in inline.mistakes(written)],
    lambda written: [*text.character_problems("x", written), *map(_plain, written.split("\n"))][:0],
)
"""Text → problems."""


def _plain(written: str) -> str:
    return inline.plain(written) + "".join(found.target for found in inline.references(written))


def one(data: bytes) -> None:
    """The first byte chooses the parser, or the file of the fixture that is exchanged; the rest is its text."""
    if not data:
        return
    choice, rest = data[0] % 64, data[1:]
    if choice < len(EXAMPLES):
        path = EXAMPLES[choice]
        problems = read([*(file for name, file in FILES.items() if name != path), SourceFile(path, rest)]).problems
    else:
        written, wrong = text.decoded("x", rest)
        problems = tuple(wrong or PARSERS[choice % len(PARSERS)](written))
    for problem in problems:
        assert "\n" not in line(problem), problem


def main() -> None:
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(EXAMPLES):
        for choice in {number, len(PARSERS) + number, *range(len(PARSERS) * 2, len(PARSERS) * 3)}:
            (corpus / f"seed-{number}-{choice}").write_bytes(bytes([choice]) + FILES[path].data)
    atheris.Setup([sys.argv[0], *sys.argv[1:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
