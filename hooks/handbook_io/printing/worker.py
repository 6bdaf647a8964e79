"""Prints in, PDFs and cards in the cache out: a process of its own, which loads Typst but reads no handbook.

So its memory stays small and is given back after the largest books. Run as a module; works come as lines of JSON on standard
input, complaints go as JSON to standard output.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from handbook.printing.as_json import as_json
from handbook_io.cache import keep
from handbook_io.printing.cache import digest, seal
from handbook_io.printing.typesetter import Typesetter, Unprintable

CARD = "card"
"""The one edition that becomes a picture."""
COMMAND = [sys.executable, "-m", "handbook_io.printing.worker"]


class Work(NamedTuple):
    """A PDF, or a card, that is to be set."""

    url: str
    edition: str
    data: str
    """The print as JSON."""
    form: tuple[tuple[str, str], ...]
    """Name and label of each form field, in reading order."""
    target: str
    """Where it goes."""


def set_apart(works: Sequence[Work], templates: Path, fonts: Path) -> tuple[str, ...]:
    """Sets PDFs and cards in a new process and waits for it; gives what went wrong."""
    with TemporaryFile() as complaints, TemporaryFile() as crash:
        process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=complaints, stderr=crash, env=_environment())
        _tell(process, [(str(templates), str(fonts)), *works])
        for file in (complaints, crash):
            file.seek(0)
        if status := process.wait():
            return (f"{works[0].url}: {_end(status, crash.read().decode(errors='replace'))}",)
        return tuple(json.load(complaints))


def _end(status: int, crash: str) -> str:
    """Why a process ended: what it said last or, where the system ended it, by which signal, and what may help."""
    last = crash.strip().rpartition("\n")[2]
    return last or f"ended by {signal.Signals(-status).name if status < 0 else status}; is there enough memory? lower --jobs"


def _tell(process: subprocess.Popen[bytes], order: Sequence[Any]) -> None:
    """Line by line: the whole order is never in memory. A process that has died says why elsewhere.

    Paths may hold bytes that are no text, as Python escapes them.
    """
    assert process.stdin
    with suppress(BrokenPipeError), process.stdin:
        for part in order:
            process.stdin.write(as_json(part).encode("utf-8", "surrogatepass") + b"\n")
    process.wait()


def _environment() -> dict[str, str]:
    """Where the process finds our modules; one thread, for others work beside it."""
    paths = (str(Path(__file__).resolve().parents[2]), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "RAYON_NUM_THREADS": "1"}


def _main() -> None:
    templates, fonts = json.loads(sys.stdin.buffer.readline())
    typesetter = Typesetter(Path(templates), Path(fonts))
    json.dump([complaint for line in sys.stdin.buffer if (complaint := _set(typesetter, json.loads(line)))], sys.stdout)


def _set(typesetter: Typesetter, work: dict[str, Any]) -> str:
    """Sets one PDF or card; gives what went wrong."""
    form = tuple((name, label) for name, label in work["form"])
    what = work["url"], work["edition"], work["data"]
    try:
        contents = typesetter.card(*what) if work["edition"] == CARD else typesetter.pdf(*what, form)
        keep(Path(work["target"]), contents)
        keep(seal(Path(work["target"])), digest(contents).encode())
    except Unprintable as error:
        return str(error)
    except OSError as error:
        return f"{error.filename or work['target']} can’t be written ({error.strerror or error})"
    return ""


if __name__ == "__main__":
    _main()
