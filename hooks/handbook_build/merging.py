"""Parts of a site in, the whole site out: the same bytes that one machine would have built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from handbook_build.parts import FILES, Label, digests, label
from handbook_build.target import BuildError, alone, heal, real, refuse_foreign, remove, swap
from handbook_io.folders import link

Parts = Mapping[Path, Label]


def merge(parts: Sequence[Path], site: Path, root: Path) -> str:
    """Puts parts together as the folder `site`, whole or not at all; returns one line about it.

    Raises BuildError with everything that is wrong with the parts; then `site` is as it was before.
    """
    site = real(site)
    refuse_foreign(site, root)
    if holder := next((part for part in parts if site.is_relative_to(real(part))), None):
        raise BuildError(f"{site} lies in the part {holder}: choose another folder with --site-dir")
    labels = {part: label(part) for part in parts}
    if wrong := (*_mismatches(labels), *_damages(labels)):
        raise BuildError("\n".join(wrong))
    with alone(site):
        heal(site)
        made = site.with_name(f".{site.name}.new")
        remove(made)
        try:
            for part, found in labels.items():
                link(found.files, part / FILES, made)
            swap(made, site)
        finally:
            remove(made)
    return f"Put {sum(len(found.files) for found in labels.values())} files of {len(labels)} parts together: {site}"


def _mismatches(parts: Parts) -> Iterator[str]:
    """Parts that don't make one whole."""
    first, *others = parts
    holders: dict[str, Path] = {}
    for part in others:
        if parts[part].inputs != parts[first].inputs:
            yield f"{part} was built from other files than {first}: build both from the same commit, with the same versions"
    for part, found in parts.items():
        if found.language in holders:
            yield f"{part} holds the language “{found.language}”, as {holders[found.language]} does: leave one of them out"
        holders.setdefault(found.language, part)
    for lang in parts[first].languages:
        if lang not in holders:
            yield f"no part holds the language “{lang}”: build it with `handbook build --part {lang}`"


def _damages(parts: Parts) -> Iterator[str]:
    """Files that are not as they were built, and files that two parts claim."""
    holders: dict[str, Path] = {}
    for part, found in parts.items():
        present = digests(part / FILES) if (part / FILES).is_dir() else {}
        for path in sorted(present.keys() | found.files.keys()):
            if not present.get(path) or present[path] != found.files.get(path):
                yield f"{part / FILES / path} is not as it was built: fetch or build this part again"
            elif path in holders:
                yield f"{part / FILES / path} stands in {holders[path]} too: build both parts again"
            holders.setdefault(path, part)
