"""A page in, the links out by which its readers can mend it: to its source file, and to a report about one of its places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlencode

from handbook.model.playbook import Block, Playbook
from handbook.pageview.subject import Subject
from handbook.scan import inline

FILES = (".md", ".yml")
MAIL = "mailto:"
REPORTED = ("heading", "step", "phrase")
"""Kinds of blocks that a report can be about: those with an id."""
LONGEST = 60


class Report(NamedTuple):
    """A place and the address of a report about it."""

    title: str
    href: str
    inside: tuple[Report, ...] = ()
    """Of a section: its steps and phrases."""


def edit_url(source_url: str, path: str) -> str:
    """Where a file can be edited; empty where that is not set, or where the page is made from more than one file."""
    return f"{source_url.rstrip('/')}/{path}" if source_url and path.endswith(FILES) else ""


def reports(page: Subject) -> tuple[Report, ...]:
    """The whole page, then the sections of a playbook with their steps and phrases; none where no address is set."""
    base = page.site.handbook.settings.report_url
    if not base:
        return ()
    places = _sections(page, base, page.playbook) if page.playbook else ()
    return (Report(page.t("The whole page"), _href(page, base, "", "")), *places)


def _sections(page: Subject, base: str, playbook: Playbook) -> Iterator[Report]:
    kinds = REPORTED if page.kind == "playbook" else REPORTED[:-1]
    for section in playbook.sections:
        blocks = [block for block in section.blocks if block.id and block.kind in kinds]
        if blocks or page.kind == "playbook":
            yield _report(page, base, section.heading, tuple(_report(page, base, block) for block in blocks))


def _report(page: Subject, base: str, block: Block, inside: tuple[Report, ...] = ()) -> Report:
    title = inline.plain(block.text)
    return Report(title, _href(page, base, block.id, title), inside)


def _href(page: Subject, base: str, id: str, words: str) -> str:
    """An issue form filled in by its fields' ids (page, block), or a mail; both name page, place and language."""
    addresses = page.site.addresses
    where = addresses.absolute(addresses.page(page.lang, page.name, id))
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    place = f"#{id} – {short}" if id else ""
    title = f"[{page.content_lang}] {page.title}" + (f" #{id}" if id else "")
    if base.startswith(MAIL):
        lines = ((page.t("Page"), where), (page.t("Place"), place), (page.t("Language"), page.content_lang))
        rows = (*(f"{name}: {value}" for name, value in lines if value), "", page.t("What is wrong?"), "")
        return _with(base, {"subject": title, "body": "\r\n".join(rows)})
    form = f"problem.{page.lang}.yml"
    return _with(base, {"template": form, "title": title, "page": where, "block": place, "lang": page.content_lang})


def _with(base: str, fields: dict[str, str]) -> str:
    """The address with the fields that it does not give itself, before its fragment."""
    address, mark, fragment = base.partition("#")
    start, _, query = address.partition("?")
    own = {field.partition("=")[0].lower() for field in query.split("&")}
    ours = urlencode({key: value for key, value in fields.items() if value and key not in own}, quote_via=quote)
    return f"{start}?{'&'.join(filter(None, (query, ours)))}{mark}{fragment}"
