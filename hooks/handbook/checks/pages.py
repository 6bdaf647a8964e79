"""Rules for single pages: ids, steps, citations, links."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath

from handbook.checks import places
from handbook.checks.close import close
from handbook.drawings import NAMES
from handbook.model.handbook import Handbook
from handbook.model.kinds import TO_WRITE
from handbook.model.playbook import Block, Page, Playbook
from handbook.model.problem import Problem
from handbook.scan import inline

GROUP_LIMIT = 9
STEP_WORDS = 20
GENERATED_PAGES = ("checklists/index", "glossary", "terms", "sources", "claims", "downloads", "status", "offline", "problems")
"""Pages that the build makes in every language; hand-written pages may link to them."""


def is_generated(name: str) -> bool:
    """Whether the build itself makes the page of this name."""
    return name in GENERATED_PAGES or f"{name}/index" in GENERATED_PAGES or name.startswith(("checklists/", "situations/"))


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
                values = {"slug": slug, "original": handbook.originals[slug]}
                yield Problem(page.path, page.lines["translated_from"], "wrong-original", values)
        for lang in written:
            if lang != handbook.originals[slug]:
                yield Problem(twins[lang].path, 1, "two-originals", {"slug": slug, "other": handbook.originals[slug]})


def front_matter(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Situations and owners exist."""
    if not isinstance(page, Playbook):
        return
    for key, known in (("situation", handbook.settings.situations), ("owner", handbook.settings.owners)):
        value = getattr(page.matter, key)
        if value not in known:
            yield Problem(page.path, page.lines[key], f"unknown-{key}", {"key": value, "known": ", ".join(known)})


def asked(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """What staff would ask for is a section of the page, or the page itself."""
    if not isinstance(page, Playbook):
        return
    known = {"page", *(section.heading.id for section in page.sections)}
    for id in page.matter.asked:
        if id not in known:
            values = {"page": page.name, "id": id, "close": close(id, known)}
            yield Problem(page.path, page.lines["asked"], "unknown-anchor", values)


def unwritten(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """What `handbook new` left to be written has been."""
    lines = [page.lines[key] for key in ("title", "description") if getattr(page.matter, key) == TO_WRITE]
    lines += [block.line for block in page.blocks if block.text == TO_WRITE]
    yield from (Problem(page.path, line, "unwritten", severity="warning") for line in lines)


def ids(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """An id or diagram stands once on a page; no id is one that the page has of its own."""
    first: dict[str, int] = {}
    own = places.own(handbook, page)
    for block in page.blocks:
        if not (id := block.id or places.diagram(block)):
            continue
        if id.startswith(places.OWN) or id in own:
            yield places.taken(page.path, block.line, id)
        if id in first:
            yield Problem(page.path, block.line, "duplicate-id", {"id": id, "first": str(first[id])})
        first.setdefault(id, block.line)


def steps(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Steps stand in groups that can be kept in mind, in pages that are checklists."""
    if not isinstance(page, Playbook):
        return
    if page.matter.checklist == "none":
        yield from (Problem(page.path, s.line, "step-without-checklist") for s in page.steps[:1])
    elif not page.steps:
        yield Problem(page.path, page.lines["checklist"], "checklist-without-steps")
    first = next((block.line for block in page.blocks if block.kind == "heading"), 0)
    for step in page.steps:
        if not first or step.line < first:
            yield Problem(page.path, step.line, "step-outside-group")
        if (count := len(inline.plain(step.text).split())) > STEP_WORDS:
            yield Problem(page.path, step.line, "step-too-long", {"count": str(count), "limit": str(STEP_WORDS)})
    for section in page.sections:
        if len(section.steps) > GROUP_LIMIT:
            values = {"group": section.heading.id, "count": str(len(section.steps)), "limit": str(GROUP_LIMIT)}
            yield Problem(page.path, section.steps[GROUP_LIMIT].line, "group-too-long", values)


def citations(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Cited points exist and are not waived; steps and phrases rest on something."""
    points = handbook.points
    for block in page.blocks:
        for point in block.citations:
            if point not in points:
                yield Problem(page.path, block.line, "unknown-point", {"id": point, "close": close(point, points)})
            elif points[point].waived:
                yield Problem(page.path, block.line, "waived-point", {"id": point})
        if points and block.kind in ("step", "phrase") and not block.citations:
            yield Problem(page.path, block.line, "missing-citation", {"kind": block.kind})


def references(handbook: Handbook, page: Page) -> Iterator[Problem]:
    """Links, concept links and placeholders lead somewhere."""
    for block in page.blocks:
        for reference in inline.references(block.text):
            if reference.kind == "concept" and reference.target not in (inline.UNLINKED, *handbook.concepts):
                values = {"id": reference.target, "close": close(reference.target, handbook.concepts)}
                yield Problem(page.path, block.line, "unknown-concept", values)
            elif reference.kind == "placeholder":
                yield from _placeholder(handbook, page, block, reference.target)
            elif reference.kind == "link" and ":" not in reference.target and inline.SAFE_TARGET.fullmatch(reference.target):
                yield from _link(handbook, page, block, reference.target)


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


def linked(page: Page) -> Iterator[tuple[str, str]]:
    """(name, anchor) of each page that a page links to."""
    for reference in (reference for block in page.blocks for reference in inline.references(block.text)):
        if reference.kind == "link" and ":" not in reference.target:
            yield _target(page, reference.target)


def reached(handbook: Handbook, name: str, lang: str) -> Page | None:
    """The hand-written page that a link leads to: in its language or, of a playbook that has none there, the original.

    A checklist is written in its playbook.
    """
    if (lang, name) in handbook.written:
        return handbook.written[lang, name]
    folder, _, slug = name.rpartition("/")
    return handbook.playbook(slug, lang) if folder in ("playbooks", "checklists") and slug in handbook.playbooks else None


def _target(page: Page, target: str) -> tuple[str, str]:
    path, _, anchor = target.partition("#")
    return normpath(join(dirname(page.name), path)).removesuffix(".md") if path else page.name, anchor


def _link(handbook: Handbook, page: Page, block: Block, target: str) -> Iterator[Problem]:
    name, anchor = _target(page, target)
    there = reached(handbook, name, page.lang)
    if not _is_there(handbook, name, there):
        known = {own for lang, own in handbook.written if lang == page.lang} | {
            f"playbooks/{slug}" for slug in handbook.playbooks
        }
        near = close(name, known)
        link = relpath(f"{near}.md", dirname(page.name) or ".") if near in known else near
        yield Problem(page.path, block.line, "unknown-playbook", {"target": target.partition("#")[0], "close": link})
    elif anchor:
        found = {*there.outline.ids} if there else places.generated(handbook, name, page.lang)
        if anchor not in found:
            values = {"page": name, "id": anchor, "close": close(anchor, found)}
            yield Problem(page.path, block.line, "unknown-anchor", values)


def _is_there(handbook: Handbook, name: str, there: Page | None) -> bool:
    """Whether a page is written or made under this name."""
    folder, _, key = name.partition("/")
    if folder == "situations":
        return key in handbook.settings.situations
    if folder == "checklists" and there:
        return has_checklist(there)
    return there is not None or (is_generated(name) and key in ("", "index"))


def has_checklist(page: Page) -> bool:
    """Whether a checklist is made of a page."""
    return isinstance(page, Playbook) and page.has_checklist


def languages(handbook: Handbook) -> Iterator[Problem]:
    """Pages that are not playbooks have no fallback: they exist in every language. It is told of their original."""
    plain: dict[str, Page] = {}
    for page in handbook.pages:
        if not isinstance(page, Playbook) and (page.name not in plain or not page.matter.translated_from):
            plain[page.name] = page
    there = {(page.name, page.lang) for page in handbook.pages}
    for name, page in plain.items():
        for lang in handbook.languages:
            if (name, lang) not in there:
                yield Problem(page.path, 1, "no-fallback", {"lang": lang})
