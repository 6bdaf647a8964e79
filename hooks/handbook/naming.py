"""A name that somebody wants to give in, why nothing can be called so out."""

from __future__ import annotations

import re
from typing import Literal

from handbook.model.kinds import DEVICE_REGEX, ID_REGEX, INDEX

Named = Literal["id", "file", "page"]
"""What gets the name: something on a page, a file, or a file that becomes a page."""


def unfit(name: str, named: Named) -> str:
    """Why it can't be the name, and what to do; empty if it can."""
    if not re.fullmatch(ID_REGEX, name):
        return f"{name!r} can’t become an address: use lower-case letters a–z, digits and hyphens"
    if named != "id" and re.fullmatch(DEVICE_REGEX, name):
        return f"Windows can’t have a file called {name!r}: choose another name"
    if named == "page" and name == INDEX:
        return f"the build makes the page {name!r} itself: choose another name"
    return ""
