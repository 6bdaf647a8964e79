"""A person who presses Ctrl+C reads no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest
from paths import ROOT

WORK = """
import os
import signal
import time
from handbook_io.processes import results

signal.signal(signal.SIGINT, signal.default_int_handler)  # what the tests run in may ignore it

def work():
    os.write(1, b"works\\n")
    time.sleep(60)

try:
    list(results([work, work], jobs=2))
except KeyboardInterrupt:
    print("interrupted")
"""


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere languages are built in turn")


def working() -> subprocess.Popen[str]:
    """Two works have begun."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        start_new_session=True,
    )
    assert process.stdout
    assert [process.stdout.readline() for _ in range(2)] == ["works\n", "works\n"]
    return process


def test_ctrl_c_ends_every_process_in_silence() -> None:
    process = working()
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=30) == ("interrupted\n", "")


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM])
def test_nobody_works_on_for_a_build_that_was_killed(kind: signal.Signals) -> None:
    """Output ends when the last process has ended that might still say something."""
    process = working()
    process.send_signal(kind)
    assert process.communicate(timeout=30) == ("", "")


AT_A_FORK = """
import os
import signal
import sys
import time
from functools import partial
from handbook_io.processes import ProcessError, meanwhile, results

signal.signal(signal.SIGINT, signal.default_int_handler)
where, what = sys.argv[1:]
os.register_at_fork(after_in_parent=lambda: time.sleep(0.5))
os.register_at_fork(**{where: lambda: os.kill(os.getpid(), signal.SIGINT)})
try:
    if what == "results":
        list(results([partial(int, 1), partial(int, 2)], jobs=2))
    else:
        with meanwhile(partial(int, 1), jobs=2) as wait:
            print(wait())
except KeyboardInterrupt:
    print("interrupted")
except ProcessError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("where", "what", "said"),
    [
        ("after_in_parent", "results", "interrupted"),
        ("after_in_parent", "meanwhile", "interrupted"),
        ("after_in_child", "results", "a process of the build ended unexpectedly"),
        ("after_in_child", "meanwhile", "None"),
    ],
)
def test_ctrl_c_at_a_fork_is_not_lost(where: str, what: str, said: str) -> None:
    command = [sys.executable, "-c", AT_A_FORK, where, what]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, timeout=60, check=True
    )
    assert (done.stdout, done.stderr) == (f"{said}\n", "")
