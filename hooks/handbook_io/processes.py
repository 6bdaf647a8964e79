"""Works in, what each found out: side by side where processes can fork, one after the other elsewhere."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from handbook.others import Others, Work
from handbook_io.unusable import UnusableFile

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
    """What each work gives, in order, `jobs` at a time. Raises ProcessError; of a work's own, UnusableFile and OSError."""
    if len(works) > 1 and _may_fork(jobs):
        yield from _forked(works, jobs)
    else:
        yield from (work() for work in works)


def apart(work: Callable[[], Found]) -> Found:
    """What a work gives, done in a process of its own where that can be: the memory that it takes goes with it."""
    found: Found = next(_forked([work], jobs=1)) if can_fork() else work()
    return found


@contextmanager
def meanwhile(work: Callable[[], Found], jobs: int) -> Iterator[Callable[[], Found | None]]:
    """Does a short work in a process of its own, where more than one may run; yields what waits for the work's result.

    It has ended when the block has. Where it fails, the result is None: whoever needs the work does it, and fails with a word.
    """
    if not _may_fork(jobs):
        yield lambda: None
        return
    import multiprocessing

    fork = multiprocessing.get_context("fork")
    home, away = fork.Pipe(duplex=False)
    process = fork.Process(target=_quietly, args=(work, home, away), name=BESIDE)
    try:
        _start(process)
        away.close()
        yield partial(_found, home)
    finally:
        home.close()
        if process.pid:
            process.join()


@contextmanager
def helped(ahead: Work, jobs: int) -> Iterator[Others | None]:
    """Others, where more than one process may run; they begin with the work `ahead`."""
    if not _may_fork(jobs):
        yield None
        return
    with meanwhile(ahead, jobs) as wait:
        yield Others(wait, partial(meanwhile, jobs=jobs))


def _quietly(work: Callable[[], object], home: Connection, away: Connection) -> None:
    """Sends the result, unless by then nobody listens."""
    _heed_ends()
    home.close()
    with suppress(Exception):
        away.send(work())


def _found(home: Connection) -> Any:
    """What has been sent, once; None where the process ended without."""
    try:
        return home.recv()
    except (EOFError, OSError):
        return None


def _start(process: BaseProcess) -> None:
    """Forks. Ctrl+C waits until that is over: Python would lose it in what libraries do at a fork, or print a traceback."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _heed_ends() -> None:
    """Ctrl+C reaches all processes, and ends each that heeds it without a word; so does the end of the process that forked it.

    Who works on for a build that was killed would wait for ever to be heard.
    """
    import multiprocessing

    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = multiprocessing.parent_process()
    ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if parent and os.getppid() != parent.pid:
        os._exit(1)


def _forked(works: Sequence[Callable[[], Found]], jobs: int) -> Iterator[Found]:
    """In so many processes, each of which takes the next work when it is free: what it has looked up serves that too."""
    import multiprocessing
    from multiprocessing.connection import wait

    fork = multiprocessing.get_context("fork")
    processes: list[BaseProcess] = []
    left = iter(range(len(works)))
    doing: dict[Connection, int] = {}
    """The home end of each process's pipe → the number of its work."""
    found: dict[int, Found] = {}

    def give(home: Connection) -> None:
        """The next work, or the word that there is none. Who has ended meanwhile is noticed when its result is collected."""
        number = next(left, None)
        if number is not None:
            doing[home] = number
        with suppress(ConnectionError):
            home.send(number)

    try:
        for _ in works[:jobs]:
            home, away = fork.Pipe()
            process: BaseProcess = fork.Process(target=_report, args=(works, away))
            processes.append(process)
            _start(process)
            away.close()
            give(home)
        for number in range(len(works)):
            while number not in found:
                for free in cast("list[Connection]", wait(doing)):
                    found[doing.pop(free)] = _collected(free)
                    give(free)
            yield found.pop(number)
        for process in processes:
            process.join()
    finally:
        for process in (process for process in processes if process.pid):
            process.terminate()
            process.join()


def _report(works: Sequence[Callable[[], Found]], away: Connection) -> None:
    """Sends the result of each work that it is given the number of, or how one failed, which is the last."""
    _heed_ends()
    try:
        for number in iter(away.recv, None):
            away.send((works[number](), None))
    except (OSError, UnusableFile) as error:
        away.send((None, error))
    except Exception:
        away.send((None, ProcessError(traceback.format_exc())))


def _collected(home: Connection) -> Any:
    """What a process found next. Raises what it sent instead, or ProcessError."""
    try:
        found, failure = home.recv()
    except (EOFError, ConnectionError):
        raise ProcessError("a process of the build ended unexpectedly") from None
    if failure:
        raise failure
    return found


def _may_fork(jobs: int) -> bool:
    return jobs > 1 and can_fork()


def can_fork() -> bool:
    """Forking is safe on Linux; elsewhere languages are built in turn, with equal bytes."""
    return sys.platform == "linux"
