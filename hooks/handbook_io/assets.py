"""A theme and a configuration in, the files that pages ask for out: scripts, styles, icons, each named after its contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook import tokens
from handbook.bundle import bundle
from handbook.hashed import hashed
from handbook.offline import WORKER
from handbook.recall import Recall, key_of
from handbook.render.redirects import MOVED
from handbook_io.printing.icons import icons
from handbook_io.processes import apart
from handbook_io.search import ENGINE_ADDRESS, script
from handbook_io.unusable import UnusableFile, text_of

STYLE = "assets/stylesheets/handbook.css"
DRAWING = "assets/icons/icon.svg"
ENTRIES = {
    "scripts/start.js": "assets/javascripts/start.js",
    "scripts/handbook.js": "assets/javascripts/handbook.js",
    "scripts/moved.js": MOVED,
    "scripts/worker.js": WORKER,
}
"""Entry module → address of the script that is made from it."""

Assets = Mapping[str, bytes]
"""Address without a hash → contents."""


def assets(theme: Path, docs: Path, listed: Iterable[str], recall: Recall | None = None) -> Assets:
    """`listed` are the configuration's own styles and scripts, relative to `docs` or `theme`; those elsewhere are left out.

    Raises UnusableFile.
    """
    files = {path: _place(path, theme, docs) for path in (*listed, DRAWING)}
    found = {path: file.read_bytes() for path, file in files.items() if file.is_file()}
    style = {path: tokens.for_older_browsers(text_of(files[path])).encode() for path in (STYLE,) if path in found}
    return {**found, **style, **prepared(theme, docs, recall or Recall())}


def prepared(theme: Path, docs: Path, recall: Recall) -> Assets:
    """What takes long to make, and is remembered: scripts, and what devices show for the app, drawn in a process of its own.

    Raises UnusableFile.
    """
    path, brand = _place(DRAWING, theme, docs), colours(theme)["brand"]
    drawing = text_of(path)
    drawn: Assets = recall(key_of("icons", drawing, brand), lambda: apart(lambda: _drawn(path, drawing, brand)))
    return {**_scripts(theme, recall), ENGINE_ADDRESS: script(theme.parent, recall), **drawn}


def _drawn(path: Path, drawing: str, brand: str) -> Assets:
    try:
        return dict(icons(drawing, brand))
    except ValueError as error:
        raise UnusableFile(f"{path} can’t be drawn ({error}): put a whole SVG in its place that needs no other file") from None


def _place(path: str, theme: Path, docs: Path) -> Path:
    """Where a file stands: a handbook's own before the theme's, if there is either."""
    return docs / path if (docs / path).is_file() else theme / path


def names(found: Assets) -> Mapping[str, str]:
    """Address without a hash → address with it. The service worker has none: browsers look for it where it was."""
    return {path: hashed(path, data) for path, data in found.items() if path != WORKER}


def colours(theme: Path) -> Mapping[str, str]:
    """The style's tokens as they are by day."""
    return {token.name: token.light for token in tokens.tokens(text_of(theme / STYLE))}


def _scripts(theme: Path, recall: Recall) -> Assets:
    """Each script, bundled from its modules."""
    modules = {f"scripts/{path.name}": text_of(path) for path in sorted((theme / "scripts").glob("*.js"))}
    wanted = {address: entry for entry, address in ENTRIES.items() if entry in modules}
    made: Assets = recall(
        key_of("scripts", modules), lambda: {address: bundle(entry, modules).encode() for address, entry in wanted.items()}
    )
    return made
