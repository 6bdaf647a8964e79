"""A Markdown file's text in, a Page or Playbook out."""

from __future__ import annotations

import re

from handbook import schema
from handbook.model.playbook import Block, FrontMatter, Page, PageMatter, Playbook
from handbook.model.problem import Problem
from handbook.scan import markdown, yaml

OPENING = re.compile(r"---[ ]*\n")
CLOSING = re.compile(r"^---[ ]*$", re.MULTILINE)


def page(path: str, lang: str, name: str, text: str) -> tuple[Page | None, list[Problem]]:
    """The page (None if its front matter can't be used) and its mistakes.

    `name` is the path inside the language's folder without `.md`; pages in playbooks/ are playbooks.
    """
    head, body, body_line, problems = front_matter(path, text)
    if head is None:
        return None, problems
    node, found = yaml.tree(path, head, first_line=2)
    blocks, wrong = markdown.blocks(path, body, body_line)
    problems = [*problems, *found, *wrong]
    if found and node is None:
        return None, problems
    if is_playbook(name):
        matter, mistakes = schema.read(FrontMatter, node, path)
        playbook = Playbook(path, lang, name, matter, schema.lines(node), blocks) if matter else None
        return playbook, [*problems, *mistakes]
    plain, mistakes = schema.read(PageMatter, node, path)
    made = Page(path, lang, name, plain, schema.lines(node), blocks) if plain else None
    return made, [*problems, *mistakes]


def body(path: str, text: str) -> tuple[Block, ...]:
    """The blocks beneath front matter, whatever that says; none where it can't be told from the text."""
    head, written, line, _ = front_matter(path, text)
    return () if head is None else markdown.blocks(path, written, line)[0]


def is_playbook(name: str) -> bool:
    return name.startswith("playbooks/")


def front_matter(path: str, text: str) -> tuple[str | None, str, int, list[Problem]]:
    """Front matter (None if there is none), body, and the line on which the body starts."""
    opening = OPENING.match(text)
    if not opening:
        return None, text, 1, [Problem(path, 1, "no-front-matter")]
    closing = CLOSING.search(text, opening.end())
    if not closing:
        return None, "", 1, [Problem(path, 1, "open-front-matter")]
    head, body = text[opening.end() : closing.start()], text[closing.end() :].removeprefix("\n")
    return head, body, text.count("\n", 0, closing.end()) + 2, []
