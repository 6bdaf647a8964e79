"""An order in, what was made out. MkDocs is imported only here, where there is something to build."""

from __future__ import annotations

import gc

from handbook_build.order import Made, Order, Say


def carried_out(order: Order, say: Say) -> Made:
    """What was made. Raises BuildError.

    All that is read before the first page stays to the end, so that the collector of garbage need not look at it: `make` wakes
    it after that.
    """
    gc.disable()
    try:
        from handbook_build.engine import make

        return make(order, say)
    finally:
        gc.unfreeze()
        gc.enable()
