"""Rules for single pages: ids, steps, citations, links."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from handbook.checks.close import close
from handbook.drawings import NAMES
from handbook.model.handbook import Handbook
from handbook.model.playbook import Block, Page, Playbook
from handbook.model.problem import Problem
from handbook.scan import inline

GROUP_LIMIT = 9
STEP_WORDS = 20
GENERATED_PAGES = ("checklists/index", "glossary", "terms", "sources", "claims", "downloads", "status", "offline", "problems")
"""Pages that the build makes in every language; hand-written pages may link to them."""


def is_generated(name: str) -> bool:
    """Whether the build itself makes the page of this name."""
    return name in GENERATED_PAGES or name.startswith(("checklists/", "situations/"))


def originals(handbook: Handbook) -> Iterator[Problem]:
    """Exactly one version of a playbook is the original, and the others name it."""
    for slug, twins in handbook.playbooks.items():
        written = [lang for lang, page in twins.items() if not page.matter.translated_from]
        for page in twins.values():
            if page.matter.translated_from == page.lang:
                yield Problem(page.path, page.lines["translated_from"], "translated-from-itself")
            elif page.matter.translated_from and not written:
                yield Problem(page.path, page.lines["translated_from"], "no-original", {"slug": slug})
            elif page.matter.translated_from and page.matter.translated_from not in written:
                values = {"slug": slug, "original": written[0]}
                yield Problem(page.path, page.lines["translated_from"], "wrong-original", values)
        for lang in written[1:]:
            yield Problem(twins[lang].path, 1, "two-originals", {"slug": slug, "other": written[0]})


def front_matter(handbook: Handbook) -> Iterator[Problem]:
    """Situations and owners exist."""
    for playbook in _playbooks(handbook):
        for key, known in (("situation", handbook.settings.situations), ("owner", handbook.settings.owners)):
            value = getattr(playbook.matter, key)
            if value not in known:
                values = {"key": value, "known": ", ".join(known)}
                yield Problem(playbook.path, playbook.lines[key], f"unknown-{key}", values)


def asked(handbook: Handbook) -> Iterator[Problem]:
    """What staff would ask for is a section of the page, or the page itself."""
    for playbook in _playbooks(handbook):
        known = {"page", *(section.heading.id for section in playbook.sections)}
        for id in playbook.matter.asked:
            if id not in known:
                values = {"page": playbook.name, "id": id, "close": close(id, known)}
                yield Problem(playbook.path, playbook.lines["asked"], "unknown-anchor", values)


def ids(handbook: Handbook) -> Iterator[Problem]:
    """An id stands once on a page."""
    for page in handbook.pages:
        first: dict[str, int] = {}
        for block in page.ids:
            if block.id in first:
                yield Problem(page.path, block.line, "duplicate-id", {"id": block.id, "first": str(first[block.id])})
            first.setdefault(block.id, block.line)


def steps(handbook: Handbook) -> Iterator[Problem]:
    """Steps stand in groups that can be kept in mind, in pages that are checklists."""
    for playbook in _playbooks(handbook):
        if playbook.matter.checklist == "none":
            yield from (Problem(playbook.path, s.line, "step-without-checklist") for s in playbook.steps[:1])
        elif not playbook.steps:
            yield Problem(playbook.path, playbook.lines["checklist"], "checklist-without-steps")
        for step in playbook.steps:
            if not step.section:
                yield Problem(playbook.path, step.line, "step-outside-group")
            if (count := len(inline.plain(step.text).split())) > STEP_WORDS:
                yield Problem(playbook.path, step.line, "step-too-long", {"count": str(count), "limit": str(STEP_WORDS)})
        for section in playbook.sections:
            if len(section.steps) > GROUP_LIMIT:
                values = {"group": section.heading.id, "count": str(len(section.steps)), "limit": str(GROUP_LIMIT)}
                yield Problem(playbook.path, section.steps[GROUP_LIMIT].line, "group-too-long", values)


def citations(handbook: Handbook) -> Iterator[Problem]:
    """Cited points exist and are not waived; steps and phrases rest on something."""
    points = handbook.points
    for page in handbook.pages:
        for block in page.blocks:
            for point in block.citations:
                if point not in points:
                    yield Problem(page.path, block.line, "unknown-point", {"id": point, "close": close(point, points)})
                elif points[point].waived:
                    yield Problem(page.path, block.line, "waived-point", {"id": point})
            if points and block.kind in ("step", "phrase") and not block.citations:
                yield Problem(page.path, block.line, "missing-citation", {"kind": block.kind})


def references(handbook: Handbook) -> Iterator[Problem]:
    """Links, concept links and placeholders lead somewhere."""
    names = {page.lang: set[str]() for page in handbook.pages}
    for page in handbook.pages:
        names[page.lang].add(page.name)
    playbooks = {f"playbooks/{slug}" for slug in handbook.playbooks}
    for page in handbook.pages:
        for block in page.blocks:
            for reference in inline.references(block.text):
                if reference.kind == "concept" and reference.target not in (inline.UNLINKED, *handbook.concepts):
                    values = {"id": reference.target, "close": close(reference.target, handbook.concepts)}
                    yield Problem(page.path, block.line, "unknown-concept", values)
                elif reference.kind == "placeholder":
                    yield from _placeholder(handbook, page, block, reference.target)
                elif reference.kind == "link" and ":" not in reference.target:
                    yield from _link(handbook, page, block, reference.target, names[page.lang] | playbooks)


def _placeholder(handbook: Handbook, page: Page, block: Block, target: str) -> Iterator[Problem]:
    kind, _, key = target.partition(".")
    if kind == "policy" and key not in handbook.settings.policy:
        values = {"key": key, "close": close(key, handbook.settings.policy)}
        yield Problem(page.path, block.line, "unknown-policy", values)
    elif kind in ("diagram", "calculator") and target not in NAMES:
        known = ", ".join(sorted(name for name in NAMES if name.startswith(("diagram.", "calculator."))))
        yield Problem(page.path, block.line, "unknown-figure", {"key": target, "known": known})
    elif kind not in ("policy", "diagram", "calculator") or (kind != "policy" and block.kind != "figure"):
        yield Problem(page.path, block.line, "bad-placeholder", {"text": target})


def _link(handbook: Handbook, page: Page, block: Block, target: str, known: set[str]) -> Iterator[Problem]:
    path, _, anchor = target.partition("#")
    name = normpath(join(dirname(page.name), path)).removesuffix(".md") if path else page.name
    if name not in known and not is_generated(name):
        yield Problem(page.path, block.line, "unknown-playbook", {"target": path, "close": close(name, known)})
    elif anchor and not is_generated(name):
        slug = name.rpartition("/")[2]
        there = next((p for p in handbook.pages if p.name == name and p.lang == page.lang), None)
        found = {b.id for b in (there or handbook.playbook(slug, page.lang)).ids}
        if anchor not in found:
            values = {"page": name, "id": anchor, "close": close(anchor, found)}
            yield Problem(page.path, block.line, "unknown-anchor", values)


def languages(handbook: Handbook) -> Iterator[Problem]:
    """Pages that are not playbooks have no fallback: they exist in every language."""
    plain = {page.name: page for page in handbook.pages if not isinstance(page, Playbook)}
    there = {(page.name, page.lang) for page in handbook.pages}
    for name, page in plain.items():
        for lang in handbook.languages:
            if (name, lang) not in there:
                yield Problem(page.path, 0, "no-fallback", {"lang": lang})


def _playbooks(handbook: Handbook) -> Iterator[Playbook]:
    return (page for twins in handbook.playbooks.values() for page in twins.values())
