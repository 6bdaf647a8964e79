"""A marked sample and a site in, how well the terms of its language are linked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sample import Marked, sample

from handbook.site import Site
from handbook.words.occurrences import occurrences


@dataclass
class Score:
    """Counts of one language."""

    marked: int = 0
    found: int = 0
    wrong: int = 0
    """Linked where nothing, or something else, is meant."""
    look_alikes: int = 0
    linked_look_alikes: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.marked

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong)


def score(lang: str, site: Site) -> Score:
    made, linkable = Score(), site.linkable[lang]
    for row in sample(lang):
        named = occurrences(row.text, site.terms[lang])
        links = {(one.start, one.end, one.concept) for one in named if one.concept in linkable}
        if row.part in ("look-alikes", "nothing"):
            made.look_alikes += 1
            bad = {link for link in links if row.unlike in ("", link[2])}
            made.linked_look_alikes += bool(bad)
            missed: set[tuple[int, int, str]] = set()
        else:
            missed, bad = set(row.spans) - links, links - set(row.spans)
            made.marked += len(row.spans)
            made.found += len(row.spans) - len(missed)
        made.wrong += len(bad)
        made.remarks += _remarks(lang, row, missed, bad)
    return made


def _remarks(lang: str, row: Marked, missed: set[tuple[int, int, str]], bad: set[tuple[int, int, str]]) -> Iterator[str]:
    for word, spans in (("missed", missed), ("wrong", bad)):
        for start, end, concept in sorted(spans):
            yield f"{lang}.txt:{row.line}: {word}: {row.text[start:end]} = {concept}"
