"""An order in, what was made out. MkDocs is imported only here, where there is something to build."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial

from handbook_build import record
from handbook_build.order import Made, Order, Say
from handbook_io.cache import cache_of


def carried_out(order: Order, say: Say) -> Made:
    """What was made. Raises BuildError.

    All that is read before the first page stays to the end, so that the collector of garbage need not look at it: `make` wakes
    it after that. The first build of all begins to read in another process, if it may, while this one imports MkDocs.
    """
    gc.disable()
    try:
        from handbook_io.disk import found_ahead
        from handbook_io.processes import helped

        knows = record.memories(cache_of(order.root), order.site).is_dir()
        with helped(partial(found_ahead, order.root), 1 if knows else order.jobs) as others:
            from handbook_build.engine import make

            return make(replace(order, others=others), say)
    finally:
        gc.unfreeze()
        gc.enable()
