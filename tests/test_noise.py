"""What the sources say around their teaching (adverts, captions, page furniture) stays out of the handbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

NOISE = (
    # Polish slides, copied from a page that shows presentations
    "Pobieranie prezentacji",
    "Proszę czekać",
    "Prezentacja na temat",
    "Zapis prezentacji",
    "Podobne prezentacje",
    "Pobierz ppt",
    "Reklamy Google",
    # Kazakh article: a gardening video among others, captions, page furniture
    "тли",
    "Зиянкестер",
    "Зиянкестерге",
    "биологиялық",
    "Бұрыштағы",
    "Бейне:",
    "2024, Сәуір",
    "Мазмұны:",
    "Ұсынылған:",
    "Anonim",
    "2018-04-21",
    "Аттестатта",
    # Finnish article and slides: a newsletter's call, dates, notes of the presenter, lost bullets
    "Päivitetty 8.4.2019",
    "Pidätkö lukemastasi",
    "Haluaisitko lisää kiinnostavaa",
    "kiertokulku taululle",
    "(?!!!?)",
    "\u00a0à",
    " à ",
)
FOLDERS = ("docs", "glossary", "sources", "catalogues")
WRITTEN = (".md", ".yml", ".po")
BUILT = (".html", ".js", ".json", ".xml", ".txt", ".svg", ".webmanifest")
START, END = r"(?<!\w)", r"(?!\w)"


def _alone(words: str) -> re.Pattern[str]:
    """The words where they are no part of longer ones."""
    return re.compile(START * words[0].isalnum() + re.escape(words) + END * words[-1].isalnum())


PATTERNS = {words: _alone(words) for words in NOISE}


def noise(files: Iterable[Path], root: Path) -> Iterator[str]:
    for path in files:
        text = path.read_text("utf-8")
        for words in (words for words in NOISE if words in text):
            for hit in PATTERNS[words].finditer(text):
                line = text.count("\n", 0, hit.start()) + 1
                yield f"{path.relative_to(root)}:{line}: {words!r}"


def _files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in suffixes]


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_noise_is_written(folder: str, root: Path) -> None:
    files = _files(root / folder, WRITTEN)
    assert files
    assert list(noise(files, root)) == []


def test_no_noise_is_published(site: Path) -> None:
    files = _files(site, BUILT)
    assert files
    assert list(noise(files, site)) == []


@pytest.mark.parametrize("words", NOISE)
def test_noise_is_found(words: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"Text\n«{words}».\n", "utf-8")
    assert list(noise([tmp_path / "page.md"], tmp_path)) == [f"page.md:2: {words!r}"]


def test_words_that_contain_noise_are_none(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("anonimowo, Anonimowe, пәтлибек, 12018-04-211\n", "utf-8")
    assert list(noise([tmp_path / "page.md"], tmp_path)) == []
