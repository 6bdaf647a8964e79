"""All texts of the handbook and a new name in; the texts that change out. Old names stay as aliases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.model.kinds import ALIAS
from handbook.model.settings import SETTINGS
from handbook.naming import unfit

Texts = Mapping[str, str]
ALIASES = re.compile(r"(?m)^aliases:(.*(?:\n[ \-\]].*)*)")
"""The whole list, in one line or in several."""
ASKED = re.compile(r"(?m)^asked:.*(?:\n[ }].*)*")
COMMENT = re.compile(r"(?m)(?:^| )#.*")


@dataclass(frozen=True, slots=True)
class Renaming:
    """Of a playbook, or of an id on it. Raises ValueError if the new name can't become an address."""

    slug: str
    new: str
    id: str = ""
    """Empty: the playbook itself is renamed."""

    def __post_init__(self) -> None:
        if reason := unfit(self.new, "id" if self.id else "page"):
            raise ValueError(reason)

    @property
    def alias(self) -> str:
        """How front matter remembers the old name."""
        return f"{self.id}={self.new}" if self.id else self.slug


def renamed(texts: Texts, renaming: Renaming) -> dict[str, str | None]:
    """Path → new text, or None where the file moves away."""
    return _id(texts, renaming) if renaming.id else _slug(texts, renaming)


def _slug(texts: Texts, renaming: Renaming) -> dict[str, str | None]:
    changes: dict[str, str | None] = {}
    ending = re.compile(rf"(docs|translations)/[^/]+/playbooks/{renaming.slug}\.(md|lock)")
    link = re.compile(rf"(\]\((?:[a-z0-9./-]*/)?){renaming.slug}(\.md(?:#[^()\s]*)?\))")
    setting = re.compile(rf"(?m)^(emergency_playbook: ){renaming.slug}$")
    for path, text in texts.items():
        new = link.sub(rf"\g<1>{renaming.new}\g<2>", text) if path.startswith("docs/") else text
        new = setting.sub(rf"\g<1>{renaming.new}", new) if path == SETTINGS else new
        if ending.fullmatch(path):
            folder, _, name = path.rpartition("/")
            changes[f"{folder}/{renaming.new}.{name.rpartition('.')[2]}"] = (
                _aliased(new, renaming) if path.endswith(".md") else new
            )
            changes[path] = None
        elif new != text:
            changes[path] = new
    return changes


def _id(texts: Texts, renaming: Renaming) -> dict[str, str | None]:
    changes: dict[str, str | None] = {}
    own = re.compile(rf"(docs|translations)/[^/]+/playbooks/{renaming.slug}\.(md|lock)")
    mark = re.compile(rf"\{{ #{renaming.id} \}}")
    inner = re.compile(rf"\]\(#{renaming.id}\)")
    link = re.compile(rf"(\]\((?:[a-z0-9./-]*/)?{renaming.slug}\.md#){renaming.id}\)")
    key = re.compile(rf"(?m)^{renaming.id}(?= |/)")
    for path, text in texts.items():
        new = text
        if own.fullmatch(path) and path.endswith(".md"):
            new = _aliased(inner.sub(f"](#{renaming.new})", mark.sub(f"{{ #{renaming.new} }}", _asked(new, renaming))), renaming)
        elif own.fullmatch(path):
            new = key.sub(renaming.new, new)
        if path.startswith("docs/"):
            new = link.sub(rf"\g<1>{renaming.new})", new)
        if new != text:
            changes[path] = new
    return changes


def _asked(text: str, renaming: Renaming) -> str:
    """The page with what staff would ask for filed under the new id."""
    head, line, body = text.partition("\n---\n")
    key = re.compile(rf"(?m)((?:^ +|[{{,]\s*)[\"']?){renaming.id}(?=[\"']?:)")
    return ASKED.sub(lambda match: key.sub(rf"\g<1>{renaming.new}", match[0]), head, count=1) + line + body


def _aliased(text: str, renaming: Renaming) -> str:
    """The page with one more alias; older ones that led to the old name lead on to the new one."""
    head, line, body = text.partition("\n---\n")
    if match := ALIASES.search(head):
        known = [alias[0] for alias in re.finditer(ALIAS.regex, COMMENT.sub("", match[1]))]
        known = [re.sub(rf"={renaming.id}$", f"={renaming.new}", alias) if renaming.id else alias for alias in known]
        taken = f"{renaming.new}=" if renaming.id else renaming.new
        kept = [alias for alias in known if alias != renaming.alias and alias.partition("=")[:2] != taken.partition("=")[:2]]
        return ALIASES.sub(f"aliases: [{', '.join((*kept, renaming.alias))}]", head) + line + body
    rows = head.split("\n")
    before = next((at for at, row in enumerate(rows) if row.startswith("translated_from:")), len(rows))
    return "\n".join((*rows[:before], f"aliases: [{renaming.alias}]", *rows[before:])) + line + body
