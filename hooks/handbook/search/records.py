"""A handbook in, what search can find in one of its languages out."""

from collections.abc import Callable, Iterator
from functools import partial

from handbook.addresses import Addresses, playbook_name
from handbook.lazy import Deferred
from handbook.model.handbook import Handbook
from handbook.model.playbook import Block as Written
from handbook.model.playbook import Playbook, Section
from handbook.model.source import CLAIMS
from handbook.recall import key_of
from handbook.scan.inline import LINK, plain
from handbook.search.record import Batch, Block, Concept, Record
from handbook.words.occurrences import Find

KINDS = {"step": "step", "phrase": "phrase"}
"""Kinds of written blocks that a result may be called by; others are text."""
Finder = Callable[[Playbook], Find]
"""For the texts of a playbook, in its language."""
MONTHS = {"day": 1 / 30, "week": 1 / 4, "month": 1, "year": 12}


def concepts(handbook: Handbook) -> Iterator[Concept]:
    for id, concept in handbook.concepts.items():
        rows = concept.entry.languages.items()
        yield Concept(id, tuple((lang, (*term.accepted, *term.deprecated)) for lang, term in rows))


def texts(handbook: Handbook, lang: str) -> Iterator[str]:
    """Everything written in a language whose words belong in its table: pages, definitions, claims."""
    for page in handbook.pages:
        if page.lang == lang:
            yield page.matter.title
            yield page.matter.description
            yield from (plain(block.text, "") for block in page.blocks)
            if isinstance(page, Playbook):
                yield from (words for asked in page.matter.asked.values() for words in asked)
    for concept in handbook.concepts.values():
        if term := concept.entry.languages.get(lang):
            yield from (plain(term.definition), plain(term.note), *term.deprecated)
    yield from (plain(claim.text[lang]) for claim in handbook.claims.values() if lang in claim.text)


def term_names(handbook: Handbook, lang: str) -> Iterator[str]:
    """The glossary's own words in a language, which the linker knows in every form."""
    for concept in handbook.concepts.values():
        if term := concept.entry.languages.get(lang):
            yield from (*term.accepted, *term.deprecated)


def records(handbook: Handbook, lang: str, addresses: Addresses, finder: Finder) -> Iterator[Record]:
    """Every playbook with its sections, then terms and claims; playbooks without translation in their original."""
    return (record for batch in batches(handbook, lang, addresses, finder) for record in batch.records)


def batches(handbook: Handbook, lang: str, addresses: Addresses, finder: Finder) -> Iterator[Batch]:
    """The same, page by page."""

    def made(playbook: Playbook) -> tuple[Record, ...]:
        found = _playbook(playbook, lang, addresses, finder(playbook))
        return tuple(map(_hinted, found) if lang == handbook.settings.default else found)

    for slug in handbook.playbooks:
        playbook = handbook.playbook(slug, lang)
        key = key_of("records", addresses.root(lang), handbook.glossary, handbook.as_read(playbook.path))
        yield Batch(key, Deferred(partial(made, playbook)))
    yield Batch(
        key_of("register", addresses.root(lang), handbook.glossary, handbook.as_read(CLAIMS)),
        Deferred(lambda: (*_glossary(handbook, lang, addresses), *_claims(handbook, lang, addresses))),
    )


def _playbook(playbook: Playbook, lang: str, addresses: Addresses, find: Find) -> Iterator[Record]:
    name = playbook_name(playbook.slug)
    title = playbook.matter.title
    lead = (Block(playbook.matter.description), *map(_block, playbook.lead))
    yield _record(playbook, lang, find, addresses.page(lang, name), title, "playbook", lead, ())
    above = ""
    for section in playbook.sections:
        if _only_leads_on(section):
            continue
        heading = plain(section.heading.text)
        above = heading if section.heading.level == 2 else above
        crumbs = (title,) if heading == above else (title, above)
        blocks = tuple(map(_block, section.blocks))
        url = addresses.page(lang, name, section.heading.id)
        yield _record(playbook, lang, find, url, heading, "section", blocks, crumbs)


def _only_leads_on(section: Section) -> bool:
    """Whether a section only links to other pages: whoever searches wants those pages, not the way to them."""
    return bool(section.blocks) and all(LINK.match(block.text) and not block.citations for block in section.blocks)


def _record(
    playbook: Playbook,
    lang: str,
    find: Find,
    url: str,
    title: str,
    kind: str,
    blocks: tuple[Block, ...],
    crumbs: tuple[str, ...],
) -> Record:
    is_fallback = playbook.lang != lang
    return Record(
        url=url,
        title=title,
        kind=kind,
        lang=playbook.lang,
        blocks=blocks,
        breadcrumb=crumbs,
        aliases=playbook.matter.asked.get(url.partition("#")[2] or "page", ()),
        concepts=() if is_fallback else _named(find, *(block.text for block in blocks)),
        subjects=() if is_fallback else _named(find, title),
        owner=playbook.matter.owner,
        reviewed=playbook.matter.reviewed.isoformat(),
        review_in_months=_months(playbook.matter.review_in),
        is_fallback=is_fallback,
    )


def _glossary(handbook: Handbook, lang: str, addresses: Addresses) -> Iterator[Record]:
    for id, concept in handbook.concepts.items():
        if term := concept.entry.languages.get(lang):
            yield Record(
                url=addresses.page(lang, "glossary", id),
                title=term.preferred,
                kind="term",
                lang=lang,
                blocks=(Block(plain(term.definition)), *((Block(plain(term.note)),) if term.note else ())),
                subjects=(id,),
                aliases=(*term.admitted, *term.deprecated),
                definition=plain(term.definition),
            )


def _claims(handbook: Handbook, lang: str, addresses: Addresses) -> Iterator[Record]:
    for id, claim in handbook.claims.items():
        if lang in claim.text:
            yield Record(addresses.page(lang, "claims", id), plain(claim.text[lang]), "claim", lang)


def _hinted(record: Record) -> Record:
    """A record with what its ids say: its own and those of its steps and phrases; the page's own is its slug."""
    own = record.url.partition("#")[2] or record.page.rstrip("/").rpartition("/")[2]
    ids = (own, *(block.anchor for block in record.blocks if block.anchor))
    return record if record.is_fallback else record._replace(hints=tuple(id.replace("-", " ") for id in ids))


def _block(written: Written) -> Block:
    return Block(plain(written.text), KINDS.get(written.kind, "text"), written.id if written.kind in KINDS else "")


def _named(find: Find, *texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.concept for text in texts for found in find(text)))


def _months(period: str) -> int:
    count, unit = period.split()
    return max(1, round(int(count) * MONTHS[unit.removesuffix("s")]))
