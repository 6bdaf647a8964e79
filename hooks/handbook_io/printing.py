"""A site in, its PDFs in a folder out: each set once, in parallel, and never again while nothing changes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from handbook.printing.as_json import as_json
from handbook.printing.editions import Print, prints
from handbook.printing.fonts import faces
from handbook.printing.names import Pdf
from handbook.site import Site
from handbook_io.print_cache import Cache, cache_in, stored
from handbook_io.print_fonts import fonts_in
from handbook_io.print_typst import Typesetter, Unprintable

TEMPLATES = Path(__file__).resolve().parents[2] / "print"
CHUNK = 8
"""PDFs that a process sets before it asks for more."""


class PrintingFailed(Exception):
    """Every PDF that could not be made, one line each."""


@dataclass(frozen=True, slots=True)
class Work:
    """A PDF that is to be set."""

    url: str
    edition: str
    data: str
    """The print as JSON."""
    form: tuple[tuple[str, str], ...]
    target: Path
    templates: Path
    fonts: Path


def write_pdfs(
    site: Site, out_dir: Path, cache_dir: Path, jobs: int = 1, *, slugs: Collection[str] = (), languages: Collection[str] = ()
) -> tuple[Pdf, ...]:
    """Writes the site's PDFs, or those of some checklists or languages, under `out_dir`; gives them in order of address.

    Raises PrintingFailed, and MissingFont where a script's fonts are not installed.
    """
    fonts = fonts_in(cache_dir, faces(site.handbook.languages.values()))
    cache = cache_in(cache_dir, TEMPLATES, fonts)
    found = prints(site, slugs, languages)
    works = [_work(each, cache, fonts) for each in found]
    _set([work for work in works if not work.target.is_file()], jobs)
    made = tuple(_published(each, work.target, out_dir) for each, work in zip(found, works, strict=True))
    if not slugs and not languages:
        cache.tidy(frozenset(work.target for work in works))
    return tuple(sorted(made, key=lambda pdf: pdf.url))


def _work(found: Print, cache: Cache, fonts: Path) -> Work:
    data = as_json(found)
    return Work(found.url, found.edition, data, found.form, cache.path(data), TEMPLATES, fonts)


def _published(found: Print, cached: Path, out_dir: Path) -> Pdf:
    target = out_dir / found.url
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(cached, target)
    os.utime(cached)
    return Pdf(found.edition, found.languages, found.url, target.stat().st_size, found.slug)


def _set(works: list[Work], jobs: int) -> None:
    failures = [message for message in _all(works, jobs) if message]
    if failures:
        raise PrintingFailed("\n".join(sorted(failures)))


def _all(works: list[Work], jobs: int) -> Iterable[str]:
    if jobs <= 1 or len(works) <= CHUNK:
        return [_do(work) for work in works]
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(jobs, get_context(method)) as pool:
        return list(pool.map(_do, works, chunksize=CHUNK))


def _do(work: Work) -> str:
    """Sets one PDF into the cache; gives what went wrong."""
    try:
        stored(work.target, _typesetter(work.templates, work.fonts).pdf(work.url, work.edition, work.data, work.form))
    except Unprintable as error:
        return str(error)
    return ""


@lru_cache(maxsize=1)
def _typesetter(templates: Path, fonts: Path) -> Typesetter:
    """One for each process."""
    return Typesetter(templates, fonts)
