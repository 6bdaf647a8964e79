"""A playbook in, its checklist's groups out."""

from __future__ import annotations

from handbook.locale import N_
from handbook.model.playbook import Playbook, Section

KINDS = {"read-do": N_("Read each step, then do it."), "do-confirm": N_("Do the work, then confirm each point.")}
"""Kind → how to use such a checklist (catalogue messages)."""


def groups(playbook: Playbook) -> tuple[Section, ...]:
    """The sections that hold steps."""
    return tuple(section for section in playbook.sections if section.steps)
