"""The command `handbook`, also as `python -m handbook_cli`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from handbook_cli.main import main


def run() -> None:
    """A command that went well ends at once: to take apart all that a build holds in memory costs a twelfth of its time.

    A profiler wants `handbook_cli.main.main`, which returns.
    """
    try:
        main(prog_name="handbook")
    except SystemExit as end:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
            if not end.code:
                os._exit(0)
        raise


if __name__ == "__main__":
    run()
