"""Texts and a dictionary in, the words that it doesn't know with their places out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from spelling.dictionaries import Unknown
from spelling.texts import Text

ENDING_OF_A_NUMBER = re.compile(r"(?<=[\d%A-Z])[-:][^\W\d_A-Z]{1,5}\b")
"""20 %:n, 112-ге, CRM-ге."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def words(texts: Iterable[Text]) -> Mapping[str, tuple[str, ...]]:
    """Every word, with hyphens and apostrophes inside, → its places."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for place, text in texts:
        for match in WORD.finditer(ENDING_OF_A_NUMBER.sub("", text)):
            found[match[0].replace("’", "'")][place] = None
    return {word: tuple(places) for word, places in found.items()}


def unknown_words(found: Mapping[str, tuple[str, ...]], unknown: Unknown) -> Mapping[str, tuple[str, ...]]:
    """The unknown words with their places. A word with hyphens is known if all its parts are, or the whole is."""
    wrong = unknown({part for word in found for part in word.split("-")})
    doubtful = {word for word in found if not wrong.isdisjoint(word.split("-"))}
    return {word: found[word] for word in sorted(doubtful) if "-" not in word or unknown({word})}
