"""The whole handbook, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import groupby

from handbook.model.concept import Concept
from handbook.model.lock import Lock, lock_path
from handbook.model.playbook import Page, Playbook
from handbook.model.rules import Rules
from handbook.model.settings import Language, Settings
from handbook.model.source import Claim, Point, Source

PAGES = ("docs/", "translations/")
"""Folders whose files belong to one page each."""


@dataclass(frozen=True, eq=False)
class Handbook:
    """Everything that pages are made from. Lookups are derived, never stored beside it; two readings are never equal."""

    settings: Settings
    pages: tuple[Page, ...]
    concepts: Mapping[str, Concept]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Path of handbook.yml or sources/claims.yml → dotted key → line, for messages."""
    locks: Mapping[str, Lock] = field(default_factory=dict)
    """`<lang>/<page>` or `sources/<source>` → what was stamped. A missing one: everything counts as current as of now."""
    rules: Mapping[str, Rules] = field(default_factory=dict)
    """Language → how the checks read it; may lack languages."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Path → SHA-256 of the file's bytes, of every file that was read."""

    @property
    def languages(self) -> Mapping[str, Language]:
        return self.settings.languages

    @cached_property
    def playbooks(self) -> Mapping[str, Mapping[str, Playbook]]:
        """slug → language → playbook, in the order of situations, then of slugs."""
        order = {key: at for at, key in enumerate(self.settings.situations)}
        found: dict[str, dict[str, Playbook]] = {}
        for page in self.pages:
            if isinstance(page, Playbook):
                found.setdefault(page.slug, {})[page.lang] = page
        return dict(sorted(found.items(), key=lambda item: (order.get(_situation(item[1]), 99), item[0])))

    @cached_property
    def written(self) -> Mapping[tuple[str, str], Page]:
        """(language, name) → page, of every page that somebody has written."""
        return {(page.lang, page.name): page for page in self.pages}

    @cached_property
    def originals(self) -> Mapping[str, str]:
        """slug → the language that the playbook was written in first."""
        return {slug: _original(twins) for slug, twins in self.playbooks.items()}

    @cached_property
    def points(self) -> Mapping[str, Point]:
        return {id: point for source in self.sources.values() for id, point in source.entry.points.items()}

    @cached_property
    def source_of(self) -> Mapping[str, str]:
        """point id → source id."""
        return {point: source.id for source in self.sources.values() for point in source.entry.points}

    @cached_property
    def source_places(self) -> frozenset[str]:
        """Ids of the sources, and of the first point of each place: those that the sources page shows."""
        entries = [source.entry.points.items() for source in self.sources.values()]
        places = (next(group) for points in entries for _, group in groupby(points, key=lambda item: item[1].place))
        return frozenset((*self.sources, *(point for point, _ in places)))

    @cached_property
    def common(self) -> tuple[tuple[str, str], ...]:
        """(path, digest) of every file that does not belong to one page, and so may show on any."""
        return tuple(row for row in sorted(self.digests.items()) if not row[0].startswith(PAGES))

    @cached_property
    def glossary(self) -> str:
        """Digest of every file of the glossary."""
        rows = [row for row in self.digests.items() if row[0].startswith("glossary/")]
        return sha256(repr(rows).encode()).hexdigest()

    def as_read(self, *paths: str) -> tuple[tuple[str, str], ...]:
        """(path, digest) of files; no digest where there is no such file. Names what was worked out from them."""
        return tuple((path, self.digests.get(path, "")) for path in paths)

    def family(self, name: str) -> tuple[tuple[str, str], ...]:
        """(path, digest) of every version of a page and of every lock file beside them."""
        paths = [path for lang in self.languages for path in (f"docs/{lang}/{name}.md", lock_path(f"{lang}/{name}"))]
        return self.as_read(*(path for path in paths if path in self.digests))

    def playbook(self, slug: str, lang: str) -> Playbook:
        """The playbook in a language or, where it is missing there, its original."""
        twins = self.playbooks[slug]
        return twins.get(lang) or twins[self.originals[slug]]


def _situation(twins: Mapping[str, Playbook]) -> str:
    return next(iter(twins.values())).matter.situation


def _original(twins: Mapping[str, Playbook]) -> str:
    """Where several say that they are it: the one that most others name."""
    written = [lang for lang, page in twins.items() if not page.matter.translated_from]
    named = [page.matter.translated_from for page in twins.values()]
    return max(written or twins, key=named.count)
