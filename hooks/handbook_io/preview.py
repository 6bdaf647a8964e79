"""A handbook's folder in, a preview in the browser out, made anew whenever a file changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from mkdocs.livereload import LiveReloadServer

from handbook_io.build import Say, build_site
from handbook_io.cache import cache_of
from handbook_io.inputs import HANDBOOK, OWN
from handbook_io.memory import Memories
from handbook_io.record import Record, load, place
from handbook_io.target import BuildError

LOOK_EVERY = 0.1
"""Seconds between two looks for changed files."""
SETTLED_AFTER = 0.05
"""Seconds without a further change before a build begins: editors save in several steps."""


def preview(root: Path, address: str, say: Say) -> None:
    """Serves the handbook at `host:port`, without PDFs, and rebuilds it whenever a file changes, until it is interrupted.

    A mistake is told; the preview then stays as it was until the mistake is mended.
    """
    host, _, port = address.rpartition(":")
    site = cache_of(root) / "preview" / address.replace(":", "-")

    memories = Memories(stays=True)

    def build() -> None:
        try:
            say(build_site(root, site, say, jobs=1, address=f"http://{address}/", memories=memories))
        except BuildError as error:
            say(str(error))

    build()
    server = LiveReloadServer(build, host, int(port), str(site), polling_interval=LOOK_EVERY)
    server.build_delay = SETTLED_AFTER
    for folder in (*(root / name for name in (*HANDBOOK, *OWN)), *map(Path, _read(root, site).folders)):
        if folder.exists():
            server.watch(str(folder))
    say(f"http://{address}/ (stop with Ctrl+C)")
    try:
        cast(Any, server).serve()
    except KeyboardInterrupt:
        say("")
    finally:
        server.shutdown()
        memories.save()


def _read(root: Path, site: Path) -> Record:
    return load(place(cache_of(root), site.resolve()))
