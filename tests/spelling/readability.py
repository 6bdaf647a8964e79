"""A handbook in, its long sentences out: `python tests/spelling/readability.py` prints a report for each language."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from handbook.model.handbook import Handbook
from handbook.scan.inline import plain

STEP_LIMIT = 20
LIMITS = {"en": 25, "fi": 20, "kk": 25, "pl": 25}
"""Most words of a sentence; those of English and Finnish are rules of their style guides, the others our own."""
PROSE = ("paragraph", "item", "numbered", "step", "phrase")
END = re.compile(r"(?<=[.!?…])[\"”»’“)]*\s+(?=[\"„“”«‘(–]*[^\W_a-zа-яәіңғүұқөһ])")
WORD = re.compile(r"\w+(?:[’'.,:/–-]\w+)*")


class Sentence(NamedTuple):
    place: str
    text: str
    words: int


def sentences(handbook: Handbook, lang: str, kinds: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of a language's blocks of some kinds."""
    for page in handbook.pages:
        for block in page.blocks if page.lang == lang else ():
            if block.kind in kinds:
                for text in split(plain(block.text)):
                    yield Sentence(f"{page.path}:{block.line}", text, len(WORD.findall(text)))


def split(text: str) -> tuple[str, ...]:
    """A text in, its sentences out: each ends in . ! ? or … before a capital letter or a digit."""
    return tuple(END.split(text))


def report(handbook: Handbook) -> Iterator[str]:
    for lang, limit in LIMITS.items():
        found = tuple(sentences(handbook, lang, PROSE))
        long = sorted((sentence for sentence in found if sentence.words > limit), key=lambda sentence: -sentence.words)
        mean = sum(sentence.words for sentence in found) / max(len(found), 1)
        yield f"{lang}: {len(found)} sentences, {mean:.1f} words on average, {len(long)} of more than {limit} words"
        yield from (f"  {sentence.words} {sentence.place} {sentence.text}" for sentence in long)


def main() -> None:
    from handbook_io.disk import handbook_in

    handbook = handbook_in(Path(__file__).parents[2]).handbook
    assert handbook is not None
    print("\n".join(report(handbook)))


if __name__ == "__main__":
    sys.exit(main())
