"""The command `handbook`, also as `python -m handbook_cli`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper

from handbook_cli.main import main


def run() -> None:
    """A command that went well ends at once: to take apart all that a build holds in memory costs a twelfth of its time.

    A profiler wants `handbook_cli.main.main`, which returns. What is said is UTF-8, whatever the system's locale can write.
    """
    streams = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, TextIOWrapper)]
    for stream in streams:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        main(prog_name="handbook")
    except SystemExit as end:
        unwritten = [stream for stream in streams if not _is_written(stream)]
        if not unwritten and not end.code:
            os._exit(0)
        raise


def _is_written(stream: TextIOWrapper) -> bool:
    """Whether a stream took all that was said; one that doesn't is closed, or Python would complain of it at its end."""
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):
            stream.close()
        return False
    return True


if __name__ == "__main__":
    run()
