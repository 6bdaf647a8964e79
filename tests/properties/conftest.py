"""The same examples on every run; HANDBOOK_EXAMPLES makes them more."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile(
    "fixed", derandomize=True, database=None, deadline=None, max_examples=int(os.environ.get("HANDBOOK_EXAMPLES", "60"))
)
settings.load_profile("fixed")
