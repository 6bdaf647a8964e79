"""A handbook's folder in, one language's part of its site out, with what tells whether parts belong together."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from handbook_build import inputs
from handbook_build.carrying import carried_out
from handbook_build.order import Order, Say
from handbook_build.record import stats
from handbook_build.target import BuildError, alone, heal, real, refuse_foreign, remove, swap
from handbook_io.cache import kept

LABEL, FILES = "part.json", "site"
"""What a part's folder holds: the label, and the part's files as they stand in the site."""

UNKNOWN = "it can’t be told what this part was made from: files changed meanwhile, or mkdocs.yml says !ENV or INHERIT"


@dataclass(frozen=True, slots=True)
class Label:
    inputs: str
    """Digest of everything that the part was made from."""
    language: str
    languages: tuple[str, ...]
    """Of the handbook: the parts that make a whole."""
    files: Mapping[str, str]
    """Path under the site → digest of the file."""


def build_part(root: Path, part: Path, lang: str, say: Say, jobs: int = 0) -> str:
    """Builds one language's part of the site into the folder `part`; returns one line about it.

    What stands once in a site – the 404 page, scripts, PDFs, `handbook.json` – is in the default language's part.
    Raises BuildError; then `part` is as it was before.
    """
    part = real(part)
    refuse_foreign(part, root, LABEL)
    with alone(part):
        heal(part)
        new = part.with_name(f".{part.name}.new")
        remove(new)
        try:
            new.mkdir()
            made = carried_out(Order(root, new / FILES, part / FILES, jobs or os.cpu_count() or 1, only=lang), say)
            if not made.inputs.everything or made.inputs != inputs.inputs(root, made.inputs.folders):
                raise BuildError(UNKNOWN)
            label = Label(made.inputs.everything, lang, made.languages, digests(new / FILES))
            (new / LABEL).write_text(json.dumps(asdict(label), ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
            swap(new, part)
        finally:
            remove(new)
    return f"Built the part {lang} in {len(label.files)} files: {part}"


def digests(folder: Path) -> dict[str, str]:
    """Every file beneath a folder, by its path in it. What is no plain file – a link, a pipe – has no digest."""
    return {path: _digest(folder / path) for path in sorted(stats(folder))}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() and not path.is_symlink() else ""


def label(part: Path) -> Label:
    """What a part says about itself. Raises BuildError."""
    try:
        found = json.loads(kept(part / LABEL))
        files = {str(path): str(digest) for path, digest in found["files"].items()}
        made = Label(str(found["inputs"]), str(found["language"]), tuple(map(str, found["languages"])), files)
        if made.language not in made.languages:
            raise ValueError(made.language)
        return made
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BuildError(f"{part} is not a part of a site: build one with `handbook build --part LANGUAGE`") from None
