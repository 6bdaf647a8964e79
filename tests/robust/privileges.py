"""The rights of an ordinary person, also where tests run as root: there, permissions would not count."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

VERSION = 0x20080522
"""Of the structures of capset(2): two sets of effective, permitted and inheritable capabilities."""
Sets = ctypes.c_uint32 * 6


@contextmanager
def ordinary() -> Iterator[None]:
    """This thread without root's rights to pass over permissions (Linux; elsewhere tests don't run as root)."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, sets = (ctypes.c_uint32 * 2)(VERSION, 0), Sets()
    assert libc.capget(header, sets) == 0
    try:
        assert libc.capset(header, Sets(0, *sets[1:3], 0, *sets[4:6])) == 0
        yield
    finally:
        assert libc.capset(header, sets) == 0
