"""XML text in, its elements with line numbers out. Stricter than XML: no document type, so no entities and nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from handbook.model.problem import Problem

MAX_DEPTH = 100
SPACE = re.compile(r"[ \t\r\n]+")
"""What XML calls white space; a no-break space is not."""
SEPARATOR = " "
XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Element:
    namespace: str
    name: str
    line: int
    attributes: Mapping[str, str]
    """By name; one of a namespace as `namespace name`."""
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own text and that of its children, with single spaces."""
        return SPACE.sub(" ", "".join(self.pieces)).strip(" ")

    @property
    def lang(self) -> str:
        return self.attributes.get(f"{XML}{SEPARATOR}lang", "")

    def all(self, name: str) -> Iterator[Element]:
        """Its descendants of this name, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)


class _Stop(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def tree(path: str, text: str) -> tuple[Element | None, tuple[Problem, ...]]:
    """The root element, or why there is none."""
    parser = expat.ParserCreate("utf-8", SEPARATOR)
    parser.buffer_text = True
    root = Element("", "", 0, {})
    open_elements = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(SEPARATOR)
        element = Element(namespace, local, parser.CurrentLineNumber, attributes)
        open_elements[-1].children.append(element)
        open_elements.append(element)
        if len(open_elements) > MAX_DEPTH:
            raise _Stop(Problem(path, element.line, "too-deep"))

    def refuse(*_: object) -> NoReturn:
        raise _Stop(Problem(path, parser.CurrentLineNumber, "document-type"))

    def data(found: str) -> None:
        for element in open_elements:
            element.pieces.append(found)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: open_elements.pop() and None
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(text, True)
    except _Stop as stop:
        return None, (stop.problem,)
    except expat.ExpatError as error:
        return None, (Problem(path, error.lineno, "bad-xml", {"detail": expat.ErrorString(error.code)}),)
    return root.children[0], ()
