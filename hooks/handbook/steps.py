"""A page's clean HTML in, the same with each step's version out: ticks know by it that a step has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from handbook.model.playbook import Playbook
from handbook.scan import inline

STEP = re.compile(r'<li class="hb-step" id="([a-z0-9-]+)"')
LENGTH = 8
"""Hexadecimal digits: enough to tell two wordings of one step apart."""


def versions(original: Playbook) -> Mapping[str, str]:
    """Step id → hash of its words in the language it was written in first: equal in every language."""
    return {step.id: sha256(inline.plain(step.text).encode()).hexdigest()[:LENGTH] for step in original.steps}


def versioned(html: str, original: Playbook) -> str:
    """Each step with `data-version`; one that only a translation has gets none, and its ticks are kept by id alone."""
    known = versions(original)
    return STEP.sub(lambda match: f'{match[0]} data-version="{known.get(match[1], "")}"', html)
