"""A site in, its PDFs in a folder out: each set once, in parallel, and never again while nothing changes."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from handbook.printing import names
from handbook.printing.as_json import as_json
from handbook.printing.editions import Print, prints
from handbook.printing.fonts import MissingFont, faces
from handbook.printing.names import Pdf
from handbook.site import Site
from handbook_io.cache import cache_of
from handbook_io.printing.cache import Cache, cache_in, is_whole, need
from handbook_io.printing.fonts import fonts_in, tidy
from handbook_io.printing.worker import Work, set_apart
from handbook_io.whole import write_whole

TEMPLATES = Path(__file__).resolve().parents[3] / "print"
LARGE = {names.BOOK: 1, names.BUNDLE: 2}
"""How many of the large editions one process sets before it gives its memory back."""


class PrintingFailed(Exception):
    """Every PDF that could not be made, one line each."""


def write_pdfs(
    site: Site, out_dir: Path, cache_dir: Path, jobs: int = 1, *, slugs: Collection[str] = (), languages: Collection[str] = ()
) -> tuple[Pdf, ...]:
    """Writes the site's PDFs, or those of some checklists or languages, under `out_dir`; gives them in order of address.

    Raises PrintingFailed, and MissingFont where a script's fonts are not installed.
    """
    found = prints(site, slugs, languages)
    made = _cached(site, found, cache_dir, jobs, is_all=not slugs and not languages)
    for pdf, cached in made.items():
        write_whole(out_dir / pdf.url, cached.read_bytes())
    return tuple(made)


def printed(site: Site, root: Path, first: str = "") -> tuple[Site, Mapping[str, Path]]:
    """The site with its PDFs, or those of which one language is the `first`; and address → file in the cache.

    No other build changes those files. Raises PrintingFailed, and MissingFont.
    """
    made = _cached(site, prints(site, first=first), cache_of(root), os.cpu_count() or 1, is_all=not first)
    return replace(site, pdfs=tuple(made)), {pdf.url: cached for pdf, cached in made.items()}


def _cached(site: Site, found: Sequence[Print], folder: Path, jobs: int, *, is_all: bool) -> dict[Pdf, Path]:
    """Sets what the cache lacks; gives each PDF and its file there, in order of address."""
    fonts = fonts_in(folder, faces(site.handbook.languages.values()), jobs)
    cache = cache_in(folder, TEMPLATES, fonts)
    works = {each.url: _work(each, cache) for each in found}
    set_works(tuple(work for work in works.values() if not is_whole(Path(work.target))), fonts, jobs)
    targets = {url: Path(work.target) for url, work in works.items()}
    need(targets.values())
    if is_all:
        cache.tidy(frozenset(targets.values()), time.time())
        tidy(fonts, time.time())
    ordered = sorted(found, key=lambda each: each.url)
    return {_pdf(each, targets[each.url]): targets[each.url] for each in ordered}


def _work(found: Print, cache: Cache) -> Work:
    data = as_json(found)
    return Work(found.url, found.edition, data, found.form, str(cache.path(data)))


def _pdf(found: Print, cached: Path) -> Pdf:
    return Pdf(found.edition, found.languages, found.url, cached.stat().st_size, found.slug)


def set_works(works: tuple[Work, ...], fonts: Path, jobs: int) -> None:
    """Sets PDFs and cards in `jobs` processes at a time. Raises PrintingFailed."""
    try:
        with ThreadPoolExecutor(max(jobs, 1)) as pool:
            complaints = pool.map(lambda batch: set_apart(batch, TEMPLATES, fonts), _batches(works, jobs))
            failures = sorted(complaint for found in complaints for complaint in found)
    except RuntimeError as error:
        raise PrintingFailed(f"{error}: end other programs, or lower --jobs") from error
    if failures:
        raise PrintingFailed("\n".join(failures))


def _batches(works: tuple[Work, ...], jobs: int) -> Iterator[tuple[Work, ...]]:
    """The works in shares, each for one process: the large ones first."""
    for edition, count in LARGE.items():
        yield from _shares([work for work in works if work.edition == edition], count)
    rest = [work for work in works if work.edition not in LARGE]
    yield from _shares(rest, -(-len(rest) // max(jobs, 1)) or 1)


def _shares(works: list[Work], size: int) -> Iterator[tuple[Work, ...]]:
    for start in range(0, len(works), size):
        yield tuple(works[start : start + size])


__all__ = ["MissingFont", "PrintingFailed", "write_pdfs"]
