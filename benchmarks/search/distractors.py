"""A language's records in, sections about something else out: the same ones on every run."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from handbook.search.record import Block, Record
from handbook.words.tokens import tokens

SECTION_WORDS = 60
TITLE_WORDS = 3
SHARES = {"own": 0.5, "elsewhere": 0.47, "invented": 0.03}
ELSEWHERE: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("elsewhere.yml").read_text("utf-8"))


def distractors(records: Sequence[Record], lang: str, count: int) -> Iterator[Record]:
    """`count` sections, ten to a page."""
    chance = random.Random(f"{lang}-distractors")
    own = Counter(token.text.lower() for record in records for block in record.blocks for token in tokens(block.text))
    words, frequencies = list(own), list(own.values())
    elsewhere = " ".join(ELSEWHERE[lang]).split()
    syllables = [word[i : i + 3] for word in words if len(word) > 5 for i in range(0, len(word) - 2, 3)]
    for number in range(count):
        kinds = chance.choices(list(SHARES), list(SHARES.values()), k=SECTION_WORDS)
        text = " ".join(
            chance.choices(words, frequencies)[0] if kind == "own"
            else chance.choice(elsewhere) if kind == "elsewhere"
            else "".join(chance.choices(syllables, k=3))
            for kind in kinds
        )  # fmt: skip
        title = " ".join(chance.sample(elsewhere, TITLE_WORDS)).capitalize()
        yield Record(f"{lang}/elsewhere/{number // 10}/#s{number}", title, "section", lang, (Block(text),), ("Elsewhere",))
