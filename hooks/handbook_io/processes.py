"""Works in, what each found out: side by side where processes can fork, one after the other elsewhere."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from handbook_io.words.files import TableError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Found = TypeVar("Found")
BESIDE = "beside"
"""What a process is called that works while the build's own goes on."""

PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class ProcessError(Exception):
    """A work ended without a result; the text is its traceback."""


def results(works: Sequence[Callable[[], Found]], jobs: int) -> Iterator[Found]:
    """What each work gives, in order, `jobs` at a time. Raises ProcessError; of a work's own, TableError and OSError."""
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
    _heed_ends()
    with suppress(Exception):
        work()


def _heed_ends() -> None:
    """Ctrl+C reaches all processes, and ends each that heeds it without a word; so does the end of the process that forked it.

    Who works on for a build that was killed would wait for ever to be heard.
    """
    import multiprocessing

    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if parent and os.getppid() != parent.pid:
        os._exit(1)


def _forked(works: Sequence[Callable[[], Found]], jobs: int) -> Iterator[Found]:
    """In so many processes, each of which takes its works in turn: what one has loaded and looked up serves its next."""
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    running: list[tuple[BaseProcess, Connection]] = []
    try:
        for first in range(min(jobs, len(works))):
            home, away = fork.Pipe(duplex=False)
            process: BaseProcess = fork.Process(target=_report, args=(works[first::jobs], away))
            process.start()
            away.close()
            running.append((process, home))
        for number in range(len(works)):
            yield _collected(running[number % len(running)][1])
        for process, _ in running:
            process.join()
    finally:
        for process, _ in running:
            process.terminate()
            process.join()


def _report(works: Iterable[Callable[[], Found]], away: Connection) -> None:
    """Sends each result home, or how a work failed, which is the last."""
    _heed_ends()
    try:
        for work in works:
            away.send((work(), None))
    except (OSError, TableError) as error:
        away.send((None, error))
    except Exception:
        away.send((None, ProcessError(traceback.format_exc())))


def _collected(home: Connection) -> Any:
    """What a process found next. Raises what it sent instead, or ProcessError."""
    try:
        found, failure = home.recv()
    except EOFError:
        raise ProcessError("a process of the build ended unexpectedly") from None
    if failure:
        raise failure
    return found


def can_fork() -> bool:
    """Forking is safe on Linux; elsewhere languages are built in turn, with equal bytes."""
    return sys.platform == "linux"
