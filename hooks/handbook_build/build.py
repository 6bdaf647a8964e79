"""A handbook's folder in, its site out: made beside the old one, swapped in whole."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

from handbook_build import inputs, record
from handbook_build.archive import refuse_archive, write_archive
from handbook_build.carrying import carried_out
from handbook_build.memory import Memories
from handbook_build.order import Made, Order, Reads, Say, unheard
from handbook_build.record import Record
from handbook_build.target import BuildError, alone, heal, lay_over, real, refuse_foreign, remove, swap
from handbook_io.cache import cache_of


def build_site(
    root: Path,
    site: Path,
    say: Say,
    jobs: int = 0,
    address: str = "",
    memories: Memories | None = None,
    *,
    pages_first: bool = False,
    reads: Reads = unheard,
    archive: Path | None = None,
) -> str:
    """Builds the handbook in `root` into the folder `site`, `jobs` languages at a time (0: one for each core).

    `address` stands in the place of the configuration's site_url: that of a preview.
    What the last build made of the same things is taken over; where nothing has changed, nothing is done. `memories` are
    those of builds before in the same process. With `pages_first`, where there is a site, only pages are made anew and put
    into it one by one, which is right for a preview only: call again for the rest.
    `reads` hears where it reads from. With `archive` the site is packed into that zip too, before another build may begin.
    Returns a line about each result.

    Raises BuildError; then `site` is as it was before.
    """
    site = real(site)
    refuse_foreign(site, root)
    if archive:
        refuse_archive(archive, site, root)
    with alone(site):
        heal(site)
        known = Memories() if memories is None else memories
        made = site.with_name(f".{site.name}.new")
        told = _made_anew(
            Order(root, made, site, jobs or os.cpu_count() or 1, address, memories=known, reads=reads), say, pages_first
        )
        return f"{told}\n{write_archive(site, archive)}" if archive else told


def _made_anew(order: Order, say: Say, pages_first: bool) -> str:
    """Has done what is to do since the last build, and swaps it in; returns one line about it."""
    started = time.perf_counter()
    root, site, made = order.root, order.site, order.made
    place = record.place(cache_of(root), site)
    last = record.load(place)
    if not record.is_whole(last, site):
        last = Record()
    order.reads(last.folders)
    now = inputs.inputs(root, last.folders) if last.inputs else inputs.Inputs()
    if last.inputs and last.inputs == now.everything:
        return f"Nothing has changed: {site}"
    try:
        first = pages_first and bool(last.files)
        new = carried_out(replace(order, pages_first=first, last=last, now=now), say)
        if first:
            files = {**last.files, **record.stats(made)}
            lay_over(made, site)
        else:
            swap(made, site)
            files = record.stats(site)
            order.memories.renew()
    finally:
        remove(made)
    if new.inputs.everything:
        _keep(place, root, new, files, is_whole=not first)
    pages = sum(name.endswith(".html") for name in files)
    return f"Built {pages} pages in {time.perf_counter() - started:.1f} s: {site}"


def _keep(place: Path, root: Path, new: Made, files: dict[str, record.Stat], is_whole: bool) -> None:
    """Writes down what was made. If the handbook was edited meanwhile, that is right, but not all there is to do."""
    found = new.inputs
    is_all = is_whole and inputs.everything(root, found.folders, found.tools) == found.everything
    digest = found.everything if is_all and inputs.moments(root, found.folders) == found.moments else ""
    record.save(place, Record(digest, found.folders, new.keys, files, record.umask()))
    if is_whole:
        record.tidy(place)


__all__ = ["BuildError", "build_site"]
