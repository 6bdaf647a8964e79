"""A site in, the files beside its pages out: handbook.json, its schema and the sitemap's rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from handbook.addresses import checklist_name, playbook_name, situation_name
from handbook.exchange.files import glossary_files
from handbook.freshness.pages import state
from handbook.model.concept import Concept
from handbook.model.playbook import Playbook, Section
from handbook.model.settings import SETTINGS
from handbook.model.source import Source
from handbook.recall import key_of
from handbook.render.feeds import feeds
from handbook.render.llms import llms, robots
from handbook.render.redirects import redirects
from handbook.scan import inline
from handbook.site import Site

VERSION = 1
NEXT = ",\n"


def outputs(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path under the site's root, contents) of every file that is not a page."""
    yield "handbook.json", handbook_json(site)
    yield "handbook.schema.json", as_json(SCHEMA)
    yield from site.recalls[site.addresses.default](
        key_of("glossary files", site.handbook.common), lambda: list(glossary_files(site))
    )
    yield from feeds(site)
    yield from llms(site)
    yield from robots(site)
    yield from redirects(site)


def sitemap(site: Site) -> list[dict[str, Any]]:
    """A row for each page that a search engine should know, with its addresses in the other languages."""
    generated = [
        name
        for name in ("checklists/index", "glossary", "terms", "sources", "claims", "status", "problems", "downloads")
        if _is_made(site, name)
    ]
    everywhere = {page.name for page in site.handbook.pages if not page.name.startswith("playbooks/")}
    names = {name: list(site.handbook.languages) for name in sorted(everywhere | set(generated))}
    used = (key for lang in site.handbook.languages for key in site.situations[lang])
    names |= {situation_name(key): list(site.handbook.languages) for key in dict.fromkeys(used)}
    for slug, twins in site.handbook.playbooks.items():
        known = [lang for lang in site.handbook.languages if lang in twins]
        names[playbook_name(slug)] = known
        if any(playbook.has_checklist for playbook in twins.values()):
            names[checklist_name(slug)] = known
    return [row for name, languages in names.items() for row in _rows(site, name, languages)]


def _is_made(site: Site, name: str) -> bool:
    handbook = site.handbook
    empty = {
        "glossary": not handbook.concepts,
        "terms": not handbook.concepts,
        "sources": not handbook.sources,
        "claims": not handbook.claims,
    }
    return not empty.get(name, False)


def _rows(site: Site, name: str, languages: list[str]) -> Iterator[dict[str, Any]]:
    addresses = site.addresses
    alternates = [{"lang": lang, "loc": addresses.absolute(addresses.page(lang, name))} for lang in languages]
    if languages and languages[0] == addresses.default:
        alternates.append({"lang": "x-default", "loc": alternates[0]["loc"]})
    for lang in languages:
        yield {"loc": addresses.absolute(addresses.page(lang, name)), "alternates": alternates}


def as_json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def handbook_json(site: Site) -> bytes:
    """The handbook for other programs, a line for each thing; every address is relative to the site's root."""
    handbook, recall = site.handbook, site.recalls[site.addresses.default]
    lists = {
        "languages": (
            _line({"code": lang, "name": row.name, "root": site.addresses.root(lang)}) for lang, row in handbook.languages.items()
        ),
        "playbooks": (recall(_key(site, slug), partial(_line_of, site, slug)) for slug in handbook.playbooks),
        "concepts": (_line(_concept(site, concept)) for concept in handbook.concepts.values()),
        "sources": (_line(_source(site, source)) for source in handbook.sources.values()),
    }
    rows = (f'"{name}": [\n{NEXT.join(lines)}\n]' for name, lines in lists.items())
    return f'{{"version": {VERSION},\n{NEXT.join(rows)}}}\n'.encode()


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _line_of(site: Site, slug: str) -> str:
    return _line(_playbook(site, slug))


def _key(site: Site, slug: str) -> str:
    """Of all that is told about a playbook."""
    settings = site.handbook.as_read(SETTINGS)
    return key_of("handbook.json", slug, settings, site.handbook.family(playbook_name(slug)), site.prints.get(slug, ()))


def _concept(site: Site, concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "languages": {
            lang: {"preferred": term.preferred, "url": site.addresses.page(lang, "glossary", concept.id)}
            for lang, term in concept.entry.languages.items()
        },
    }


def _playbook(site: Site, slug: str) -> dict[str, Any]:
    twins = site.handbook.playbooks[slug]
    original = site.handbook.originals[slug]
    return {
        "id": slug,
        "original": original,
        "checklist": twins[original].matter.checklist,
        "languages": {lang: _version(site, site.playbook(slug, lang), lang) for lang in site.handbook.languages},
    }


def _version(site: Site, playbook: Playbook, lang: str) -> dict[str, Any]:
    version: dict[str, Any] = {"title": playbook.matter.title, "url": site.playbook_url(playbook.slug, lang)}
    if playbook.has_checklist:
        version["checklist_url"] = site.checklist_url(playbook.slug, lang)
    version["state"] = state(site.freshness, playbook, lang)
    version["sections"] = [_section(site, playbook, section, lang) for section in playbook.sections]
    version["steps"] = [
        {
            "id": step.id,
            "section": step.section,
            "text": inline.plain(step.text),
            "url": site.playbook_url(playbook.slug, lang, step.id),
            "points": list(step.citations),
        }
        for step in playbook.steps
    ]
    version["pdfs"] = [
        {"edition": pdf.edition, "languages": list(pdf.languages), "url": pdf.url, "bytes": pdf.bytes}
        for pdf in site.prints.get(playbook.slug, ())
        if pdf.languages[0] == lang
    ]
    return version


def _section(site: Site, playbook: Playbook, section: Section, lang: str) -> dict[str, Any]:
    return {
        "id": section.heading.id,
        "title": inline.plain(section.heading.text),
        "url": site.playbook_url(playbook.slug, lang, section.heading.id),
        "points": list(section.points),
    }


def _source(site: Site, source: Source) -> dict[str, Any]:
    coverage = site.register.coverage(source.id)
    waivers = {id: point.waived for id, point in source.entry.points.items() if point.waived}
    return {
        "id": source.id,
        "language": source.entry.language,
        "points": coverage.points,
        "cited": coverage.cited,
        "waived": coverage.waived,
        "waivers": waivers,
    }


TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 0}


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": {**required, **optional}}


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Service Handbook: handbook.json",
    **_object(
        {
            "version": {"const": VERSION},
            "languages": _list(_object({"code": TEXT, "name": TEXT, "root": TEXT})),
            "playbooks": _list(
                _object(
                    {
                        "id": TEXT,
                        "original": TEXT,
                        "checklist": {"enum": ["read-do", "do-confirm", "none"]},
                        "languages": {
                            "type": "object",
                            "additionalProperties": _object(
                                {
                                    "title": TEXT,
                                    "url": TEXT,
                                    "state": {"enum": ["original", "current", "partly-stale", "stale", "fallback"]},
                                    "sections": _list(_object({"id": TEXT, "title": TEXT, "url": TEXT, "points": _list(TEXT)})),
                                    "steps": _list(
                                        _object({"id": TEXT, "section": TEXT, "text": TEXT, "url": TEXT, "points": _list(TEXT)})
                                    ),
                                    "pdfs": _list(
                                        _object({"edition": TEXT, "languages": _list(TEXT), "url": TEXT, "bytes": COUNT})
                                    ),
                                },
                                checklist_url=TEXT,
                            ),
                        },
                    }
                )
            ),
            "concepts": _list(
                _object(
                    {
                        "id": TEXT,
                        "languages": {"type": "object", "additionalProperties": _object({"preferred": TEXT, "url": TEXT})},
                    }
                )
            ),
            "sources": _list(
                _object(
                    {
                        "id": TEXT,
                        "language": TEXT,
                        "points": COUNT,
                        "cited": COUNT,
                        "waived": COUNT,
                        "waivers": {"type": "object"},
                    }
                )
            ),
        }
    ),
}
