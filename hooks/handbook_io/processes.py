"""Works in, what each found out: side by side where processes can fork, one after the other elsewhere."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from handbook_io.words.files import TableError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Found = TypeVar("Found")
BESIDE = "beside"
"""What a process is called that works while the build's own goes on."""


class ProcessError(Exception):
    """A work ended without a result; the text is its traceback."""


def results(works: Sequence[Callable[[], Found]], jobs: int) -> Iterator[Found]:
    """What each work gives, in order, `jobs` at a time. Raises ProcessError."""
    if jobs > 1 and len(works) > 1 and can_fork():
        yield from _forked(works, jobs)
    else:
        yield from (work() for work in works)


def apart(work: Callable[[], Found]) -> Found:
    """What a work gives, done in a process of its own where that can be: the memory that it takes goes with it."""
    found: Found = next(_forked([work], jobs=1)) if can_fork() else work()
    return found


@contextmanager
def meanwhile(work: Callable[[], object], jobs: int) -> Iterator[None]:
    """Does in a process of its own, where more than one may run, a short work that leaves on the disk what it finds out.

    It has ended when the block has. Where it fails, whoever needs the work will do it, and fail with a word.
    """
    if jobs < 2 or not can_fork():
        yield
        return
    import multiprocessing

    process = multiprocessing.get_context("fork").Process(target=_quietly, args=(work,), name=BESIDE)
    process.start()
    try:
        yield
    finally:
        process.join()


def _quietly(work: Callable[[], object]) -> None:
    _heed_ctrl_c()
    with suppress(Exception):
        work()


def _heed_ctrl_c() -> None:
    """Ctrl+C reaches all processes, and ends each that heeds it without a word."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _forked(works: Sequence[Callable[[], Found]], jobs: int) -> Iterator[Found]:
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    running: list[tuple[BaseProcess, Connection]] = []
    try:
        for work in works:
            if len(running) == jobs:
                yield _collected(running)
            home, away = fork.Pipe(duplex=False)
            process: BaseProcess = fork.Process(target=_report, args=(work, away))
            process.start()
            away.close()
            running.append((process, home))
        while running:
            yield _collected(running)
    finally:
        for process, _ in running:
            process.terminate()
            process.join()


def _report(work: Callable[[], Found], away: Connection) -> None:
    """Sends the result home, or how the work failed."""
    _heed_ctrl_c()
    try:
        away.send((work(), ""))
    except OSError as error:
        away.send((None, f"{error.filename or 'the disk'}: {error.strerror or error}"))
    except TableError as error:
        away.send((None, str(error)))
    except Exception:
        away.send((None, traceback.format_exc()))


def _collected(running: list[tuple[BaseProcess, Connection]]) -> Any:
    """What the first of the processes found; it stays among them until it has ended. Raises ProcessError."""
    process, home = running[0]
    try:
        found, failure = home.recv()
    except EOFError:
        found, failure = None, "a process of the build ended unexpectedly"
    process.join()
    del running[0]
    if failure:
        raise ProcessError(failure)
    return found


def can_fork() -> bool:
    """Forking is safe on Linux; elsewhere languages are built in turn, with equal bytes."""
    return sys.platform == "linux"
