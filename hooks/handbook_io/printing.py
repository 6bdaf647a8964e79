"""A site in, its PDFs in a folder out: each set once, in parallel, and never again while nothing changes."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from handbook.printing import names
from handbook.printing.as_json import as_json
from handbook.printing.editions import Print, prints
from handbook.printing.fonts import faces
from handbook.printing.names import Pdf
from handbook.site import Site
from handbook_io.cache import cache_of
from handbook_io.print_cache import KEPT_DAYS, Cache, cache_in, is_whole
from handbook_io.print_fonts import MissingFont, fonts_in
from handbook_io.print_worker import Work, set_apart

TEMPLATES = Path(__file__).resolve().parents[2] / "print"
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
    fonts = fonts_in(cache_dir, faces(site.handbook.languages.values()))
    cache = cache_in(cache_dir, TEMPLATES, fonts)
    found = prints(site, slugs, languages)
    works = tuple(_work(each, cache) for each in found)
    set_works(tuple(work for work in works if not is_whole(Path(work.target))), fonts, jobs)
    made = tuple(_published(each, Path(work.target), out_dir) for each, work in zip(found, works, strict=True))
    if not slugs and not languages:
        cache.tidy(frozenset(Path(work.target) for work in works), time.time())
    return tuple(sorted(made, key=lambda pdf: pdf.url))


def printed(site: Site, root: Path, jobs: int = 0) -> Site:
    """The site with all its PDFs, which wait in the cache until the site is written."""
    folder = cache_of(root)
    return replace(site, pdfs=write_pdfs(site, folder / "site-pdfs" / site_key(site), folder, jobs or os.cpu_count() or 1))


def pdfs_of(site: Site, root: Path) -> Iterator[tuple[str, bytes]]:
    """Address → contents of every PDF of the site."""
    folder = cache_of(root) / "site-pdfs" / site_key(site)
    return ((pdf.url, (folder / pdf.url).read_bytes()) for pdf in site.pdfs)


def site_key(site: Site) -> str:
    """A name for the site's own folder in a cache that several handbooks share."""
    return sha256(site.addresses.site_url.encode()).hexdigest()[:12]


def _work(found: Print, cache: Cache) -> Work:
    data = as_json(found)
    return Work(found.url, found.edition, data, found.form, str(cache.path(data)))


def _published(found: Print, cached: Path, out_dir: Path) -> Pdf:
    target = out_dir / found.url
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(cached, target)
    os.utime(cached)
    return Pdf(found.edition, found.languages, found.url, target.stat().st_size, found.slug)


def set_works(works: tuple[Work, ...], fonts: Path, jobs: int) -> None:
    """Sets PDFs and cards in `jobs` processes at a time. Raises PrintingFailed."""
    with ThreadPoolExecutor(max(jobs, 1)) as pool:
        complaints = pool.map(lambda batch: set_apart(batch, TEMPLATES, fonts), _batches(works, jobs))
        failures = sorted(complaint for found in complaints for complaint in found)
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


__all__ = ["KEPT_DAYS", "MissingFont", "PrintingFailed", "write_pdfs"]
