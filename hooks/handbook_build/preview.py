"""A handbook's folder in, a preview in the browser out, made anew whenever a file changes."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any, cast

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from handbook_build.build import build_site
from handbook_build.inputs import HANDBOOK, OWN
from handbook_build.memory import Memories
from handbook_build.order import Reads, Say
from handbook_build.target import BuildError, preview_of

LOOK_EVERY = 0.1
"""Seconds between two looks for changed files."""
SETTLED_AFTER = 0.03
"""Seconds without a further change before a build begins: editors save in several steps."""
NOTHING = os.stat_result((0,) * 10)


def preview(root: Path, address: str, say: Say) -> None:
    """Serves the handbook at `host:port`, without PDFs, and rebuilds it whenever a file changes, until it is interrupted.

    A mistake is told; the preview then stays as it was until the mistake is mended. Raises BuildError if nothing can be served
    there.
    """
    host, _, port = address.rpartition(":")
    site = preview_of(root) / address.replace(":", "-")
    watched: set[str] = set()

    def watch(paths: Iterable[str]) -> None:
        """From now on; a build tells where it reads from, also one that fails."""
        for path in sorted({*paths} - watched):
            watched.add(path)
            server.watch(path)

    builds = _Builds(root, site, address, say, watch)
    server = LiveReloadServer(builds.pages, host, int(port), str(site), polling_interval=LOOK_EVERY)
    server.build_delay = SETTLED_AFTER
    observer: Any = _Observer(_looks(watched), os.scandir, polling_interval=LOOK_EVERY)
    server.observer = observer
    watch(str(root / name) for name in (*HANDBOOK, *OWN))
    observer.start()
    builds.whole()
    say(f"http://{address}/ (stop with Ctrl+C)")
    try:
        cast(Any, server).serve()
    except KeyboardInterrupt:
        say("")
    except OSError as error:
        raise BuildError(f"{address} can’t be used ({error.strerror}): choose another address with --address") from None
    finally:
        server.shutdown()
        builds.end()


def _looks(watched: Collection[str]) -> Callable[[str], os.stat_result]:
    """`os.stat`, to which a watched path always is there: who finds none would never look for it again."""

    def look(path: str) -> os.stat_result:
        try:
            return os.stat(path)
        except FileNotFoundError:
            if path in watched:
                return NOTHING
            raise

    return look


class _Observer(PollingObserverVFS):
    """Looks from before the first build on, which an edit may overtake; the server would start it only then."""

    def start(self) -> None:
        if not self.is_alive():
            cast(Any, super()).start()


class _Builds:
    """The builds of one preview, one at a time: pages while the reader waits, then search, feeds and lists of files.

    An edit breaks off the rest of the one before it: it will bring its own.
    """

    def __init__(self, root: Path, site: Path, address: str, say: Say, reads: Reads) -> None:
        self._memories = Memories(stays=True)
        self._build = partial(build_site, root, site, jobs=1, address=f"http://{address}/", memories=self._memories, reads=reads)
        self._say = say
        self._rest = Thread()
        self._is_awaited = Event()

    def whole(self) -> None:
        self._told(self._build, self._say)

    def pages(self) -> None:
        self._is_awaited.set()
        self._wait()
        self._is_awaited.clear()
        if self._told(partial(self._build, pages_first=True), self._say):
            self._rest = Thread(target=self._told, args=(self._build, self._unless_awaited))
            self._rest.start()

    def end(self) -> None:
        self._is_awaited.set()
        self._wait()
        self._memories.save()

    def _wait(self) -> None:
        if self._rest.ident is not None:
            self._rest.join()

    def _told(self, build: Callable[..., str], say: Say) -> bool:
        """Says how a build ended, and `say` what it does; whether there was no mistake."""
        try:
            self._say(build(say=say))
        except _BrokenOff:
            return False
        except BuildError as error:
            self._say(str(error))
            return False
        except Exception:  # in a hook of an organisation's own, which may not like what an editor wrote
            self._say(traceback.format_exc())
            return False
        return True

    def _unless_awaited(self, text: str) -> None:
        """Heard as each language begins: nobody waits for the rest, so only its end is told. Raises _BrokenOff."""
        if self._is_awaited.is_set():
            raise _BrokenOff


class _BrokenOff(BuildError):
    """A build that nobody wants any more; the site is as it was."""
