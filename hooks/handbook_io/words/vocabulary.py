"""The handbook's own words in, the committed tables of words/ out."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from handbook.search.records import term_names, texts
from handbook_io.disk import handbook_in
from handbook_io.words.tables import update

Say = Callable[[str], None]


def renewed(root: Path, write: bool, say: Say) -> list[str]:
    """Names of the tables that are out of date; they are written anew if `write`."""
    handbook = handbook_in(root).handbook
    if handbook is None:
        return []
    with tempfile.TemporaryDirectory() as scratch:
        folder = root / "words"
        if not write:
            folder = Path(shutil.copytree(folder, Path(scratch) / "words"))
        changed: list[Path] = []
        for lang in handbook.languages:
            say(f"Reading the words of {lang} …")
            changed += update(folder, lang, texts(handbook, lang), term_names(handbook, lang))
            changed += _collation(folder, lang, handbook.languages[lang].locale, say)
        return [f"words/{path.name}" for path in changed]


def _collation(folder: Path, lang: str, locale: str, say: Say) -> list[Path]:
    """The alphabetical order, where ICU is installed; else the committed table stays."""
    from handbook_io.words.collations import table

    path = folder / f"{lang}.collation.txt"
    try:
        fresh = table(locale)
    except ModuleNotFoundError:
        say(f"{path.name} stays as it is: PyICU is not installed")
        return []
    if path.is_file() and path.read_text("utf-8").partition("\n")[2] == fresh.partition("\n")[2]:
        return []
    path.write_text(fresh, "utf-8", newline="\n")
    return [path]
