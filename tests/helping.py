"""Others that work in this very process: what they find out is looked at, wherever they are."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from handbook.others import Others, Wait, Work
from handbook_io.disk import found_ahead


def others(root: Path) -> Others:
    """Those of a handbook."""
    return Others(partial(_sent, partial(found_ahead, root)), _beside)


def _sent(work: Work) -> Mapping[str, Any]:
    found: Mapping[str, Any] = pickle.loads(pickle.dumps(work()))
    return found


@contextmanager
def _beside(work: Work) -> Iterator[Wait]:
    yield partial(_sent, work)
