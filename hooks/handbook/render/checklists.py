"""Playbooks in, a checklist page for each that has steps, and their index, out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.addresses import checklist_name
from handbook.checklist import KINDS, groups
from handbook.lazy import Deferred
from handbook.model.playbook import Block, Playbook
from handbook.render.draft import Draft, View, rendered
from handbook.site import Site


def with_checklist(site: Site, lang: str) -> Iterator[Playbook]:
    """The playbooks that have a checklist, in order."""
    for slug in site.handbook.playbooks:
        if (playbook := site.playbook(slug, lang)).has_checklist:
            yield playbook


def checklists(site: Site, lang: str) -> Iterator[Draft]:
    for playbook in with_checklist(site, lang):
        view = View(site, lang, checklist_name(playbook.slug))
        yield Draft(
            name=view.name,
            title=playbook.matter.title,
            description=playbook.matter.description,
            source=playbook.path,
            blocks=Deferred(partial(_blocks, playbook)),
            kind="checklist",
            content_lang=playbook.lang,
            slug=playbook.slug,
        )


def _blocks(playbook: Playbook) -> tuple[Block, ...]:
    return tuple(_of_groups(playbook))


def _of_groups(playbook: Playbook) -> Iterator[Block]:
    """The groups' headings, their steps, and the warnings that stand among them."""
    for section in groups(playbook):
        yield section.heading
        yield from (block._replace(citations=()) for block in section.blocks if block.kind == "step")
        yield from (block for block in section.blocks if block.box == "warning")


def checklist_index(site: Site, lang: str) -> Iterator[Draft]:
    view = View(site, lang, "checklists/index")
    rows = [(p, p.outline.steps, p.outline.groups) for p in with_checklist(site, lang)]
    yield Draft(
        name=view.name,
        title=view.t("Checklists"),
        description=view.t("Every checklist of the handbook: to tick on the screen or on paper."),
        source="docs",
        html=rendered("checklists.html.j2", view, rows=rows, kinds=KINDS),
        kind="checklists",
    )


def checklists_and_index(site: Site, lang: str) -> Iterator[Draft]:
    """Every page that is made from steps."""
    yield from checklists(site, lang)
    yield from checklist_index(site, lang)
