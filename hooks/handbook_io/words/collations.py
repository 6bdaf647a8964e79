"""ICU in, the committed tables of alphabetical order out. Needs PyICU; run by `handbook words update`."""

from __future__ import annotations

import importlib
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Any

RANGES = ((0x20, 0x24F), (0x400, 0x52F), (0x600, 0x6FF), (0x2010, 0x2026))


def characters() -> list[str]:
    """The letters, digits and marks that terms are written with."""
    everything = (chr(code) for first, last in RANGES for code in range(first, last + 1))
    return [c for c in everything if unicodedata.category(c)[0] in "LNP" or c in " \u00a0"]


def table(locale: str) -> str:
    """The order of one locale as `handbook.collation.collation` reads it. Raises ModuleNotFoundError without PyICU."""
    icu: Any = importlib.import_module("icu")
    index = icu.AlphabeticIndex(icu.Locale(locale))
    index.resetBucketIterator()
    labels: list[str] = []
    while index.nextBucket():
        labels.append(index.bucketLabel)
    keys = {strength: _keys(icu, locale, strength) for strength in ("PRIMARY", "SECONDARY", "TERTIARY")}
    ordered = sorted((c for c in characters() if any(keys["PRIMARY"](c)[:-1])), key=keys["TERTIARY"])
    lines = ["|".join(_joined(same, keys["SECONDARY"])) for _, same in groupby(ordered, keys["PRIMARY"])]
    head = f"# Alphabetical order of {locale}, from ICU {icu.ICU_VERSION}; written by: handbook words update"
    return "\n".join((head, "index " + " ".join(label for label in labels if label != "…"), *lines)).replace(" \n", "␠\n") + "\n"


def _keys(icu: Any, locale: str, strength: str) -> Any:
    collator = icu.Collator.createInstance(icu.Locale(locale))
    collator.setStrength(getattr(icu.Collator, strength))
    return collator.getSortKey


def _joined(group: Iterable[str], secondary: Any) -> list[str]:
    """The characters of one primary group, by secondary weight; a space is written as ␠."""
    return ["".join(same).replace(" ", "␠").replace("|", "") or "" for _, same in groupby(group, secondary)]
