"""TBX-Basic (ISO 30042:2019, style DCA or DCT) in, the concepts that it tells of out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handbook.exchange import xml
from handbook.exchange.as_tbx import ADMITTED, DEPRECATED, NAMESPACE, PREFERRED
from handbook.exchange.incoming import Incoming, Value, Values
from handbook.model.problem import Problem

FIELDS = {PREFERRED: "preferred", ADMITTED: "admitted", DEPRECATED: "deprecated", "supersededTerm-admn-sts": "deprecated"}


def from_tbx(path: str, text: str, languages: Sequence[str]) -> tuple[list[Incoming], list[Problem]]:
    """What a terminology tool wrote. Hints for linking are not in it and stay as they are."""
    root, wrong = xml.tree(path, text)
    if root is None:
        return [], list(wrong)
    if (root.namespace, root.name) != (NAMESPACE, "tbx"):
        return [], [Problem(path, root.line, "not-tbx", {"name": root.name})]
    problems: list[Problem] = []
    found: dict[str, Incoming] = {}
    for entry in root.all("conceptEntry"):
        id = entry.attributes.get("id", "")
        if id in found:
            problems.append(Problem(path, entry.line, "duplicate-key", {"key": id, "first": str(found[id].line)}))
            continue
        sections = {section.lang: section for section in entry.all("langSec")}
        problems += [
            Problem(path, section.line, "foreign-language", {"lang": lang, "what": id})
            for lang, section in sections.items()
            if lang not in languages
        ]
        found[id] = Incoming(id, entry.line, _concept(entry), {lang: _words(section) for lang, section in sections.items()})
    return list(found.values()), problems or ([] if found else [Problem(path, root.line, "empty-file")])


def _concept(entry: xml.Element) -> Values:
    own = [child for child in entry.children if child.name != "langSec"]
    related = tuple(child.attributes.get("target", "") for child in _of(own, "crossReference"))
    values: dict[str, Value] = {"related": related, "sources": tuple(child.text for child in _of(own, "source"))}
    if pos := next(iter(_of(entry.all("termSec"), "partOfSpeech")), None):
        is_phrase = any(child.text == "phrase" for child in _of(entry.all("termSec"), "termType"))
        values["pos"] = "phrase" if is_phrase else pos.text
    return values


def _words(section: xml.Element) -> Values:
    own = [child for child in section.children if child.name != "termSec"]
    terms: dict[str, list[str]] = {"preferred": [], "admitted": [], "deprecated": []}
    attested = "false"
    for term in section.all("termSec"):
        status = next((FIELDS.get(note.text, "") for note in _of([term], "administrativeStatus")), "")
        place = status or ("admitted" if terms["preferred"] else "preferred")
        terms[place] += [name.text for name in term.all("term")]
        if place == "preferred" and any(_of([term], "source")):
            attested = "true"
    preferred, *more = terms["preferred"] or [""]
    values: dict[str, Value] = {
        "preferred": preferred,
        "admitted": (*more, *terms["admitted"]),
        "deprecated": tuple(terms["deprecated"]),
        "attested": attested,
        "note": " ".join(child.text for child in own if child.name == "note"),
    }
    definition = " ".join(child.text for child in _of(own, "definition"))
    return {**values, "definition": definition} if definition else values


def _of(elements: Iterable[xml.Element], category: str) -> Iterator[xml.Element]:
    """The elements of a data category among these and their descendants: by its type (DCA) or by its own name (DCT)."""
    for element in elements:
        name = element.attributes.get("type", "") if element.namespace == NAMESPACE else element.name
        if name == category:
            yield element
        yield from _of(element.children, category)
