"""Rules for what front matter names: former addresses, and concepts that are not linked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks import places
from handbook.checks.close import close
from handbook.model.handbook import Handbook
from handbook.model.kinds import DEVICE_REGEX
from handbook.model.playbook import Page, Playbook
from handbook.model.problem import Problem

ALL = "all"
DEVICE = re.compile(DEVICE_REGEX)


def aliases(handbook: Handbook) -> Iterator[Problem]:
    """A former address is nobody's present one, and belongs to one playbook."""
    owner = {slug: slug for slug in ("index", *handbook.playbooks)}
    present = frozenset(owner)
    for slug, twins in handbook.playbooks.items():
        for page in twins.values():
            for former in page.former_slugs:
                if DEVICE.fullmatch(former):
                    yield Problem(page.path, page.lines["aliases"], "device-name", {"name": former})
                other = owner.setdefault(former, slug)
                if other != slug or former in present:
                    yield Problem(page.path, page.lines["aliases"], "alias-taken", {"alias": former, "other": other})
            yield from _ids(handbook, page)


def _ids(handbook: Handbook, page: Playbook) -> Iterator[Problem]:
    """A former id is nobody's present one, none that the page has of its own, and led to one block."""
    if not page.former_ids:
        return
    own = places.own(handbook, page)
    owner = {id: id for id in page.outline.ids}
    for present, former in page.former_ids.items():
        for id in former:
            if id.startswith(places.OWN) or id in own:
                yield places.taken(page.path, page.lines["aliases"], f"{id}={present}")
            if id in owner:
                values = {"alias": f"{id}={present}", "other": f"#{owner[id]}"}
                yield Problem(page.path, page.lines["aliases"], "alias-taken", values)
            owner.setdefault(id, present)


def unlinked(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Concepts that a page leaves unlinked exist."""
    for id in page.matter.unlinked if isinstance(page, Playbook) else ():
        if id != ALL and id not in handbook.concepts:
            values = {"id": id, "close": close(id, handbook.concepts)}
            yield Problem(page.path, page.lines["unlinked"], "unknown-concept", values)
