"""Python-Markdown's block tree in; steps, phrases, ids and figures out."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from handbook.markdown.context import PageContext
from handbook.model.kinds import ID_REGEX

PARTS = re.compile(rf"(?P<text>.*?)(?:\s*\{{ #(?P<id>{ID_REGEX}) \}})?(?:\s*(?P<citations>\[@[^\[\]]*\]))?", re.DOTALL)
STEP = "[ ] "
FIGURE = re.compile(r"\{\{ ((?:diagram|calculator)\.[a-z-]+) \}\}")


class BlockTree(Treeprocessor):
    """Runs before inline patterns, so that texts are still Markdown."""

    def __init__(self, md: Markdown, page: PageContext) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "blockquote":
                    _replace(parent, child, _phrases(child))
                elif child.tag == "table":
                    _table(child)
                elif child.tag in ("h2", "h3", "p", "li"):
                    _block(child)
                elif child.tag in ("ul", "ol"):
                    _list(child)


def _list(element: Element) -> None:
    """A list whose items are steps is named as one."""
    first = next(iter(element), None)
    text = (first.text or "").lstrip() if first is not None else ""
    if first is not None and not text and len(first):
        text = (first[0].text or "").lstrip()
    if text.startswith(STEP):
        element.set("class", "hb-steps")


def _block(element: Element) -> None:
    text = element.text or ""
    if element.tag == "li" and text.lstrip().startswith(STEP):
        return _step(element, text.lstrip()[len(STEP) :])
    if element.tag == "li" and len(element) and element[0].tag == "p" and not text.strip():
        inner = (element[0].text or "").lstrip()
        if inner.startswith(STEP):
            element.remove(element[0])
            return _step(element, inner[len(STEP) :])
    if element.tag == "p" and (figure := FIGURE.fullmatch(text.strip())):
        element.tag, element.text = "div", ""
        element.set("class", "hb-figure")
        element.set("data-figure", figure[1])
        return None
    match = PARTS.fullmatch(text.rstrip())
    if match and match["id"]:
        element.set("id", match["id"])
        element.text = match["text"] + (f" {match['citations']}" if match["citations"] else "")
    return None


def _step(item: Element, written: str) -> None:
    """A box with its label; citations stand outside the label."""
    match = PARTS.fullmatch(written.rstrip())
    text, id, citations = (match["text"], match["id"], match["citations"]) if match else (written, None, None)
    item.text = ""
    item.set("class", "hb-step")
    box = SubElement(item, "input", {"type": "checkbox", "class": "hb-tick"})
    label = SubElement(item, "label")
    label.text = text
    if id:
        item.set("id", id)
        box.set("id", f"tick-{id}")
        label.set("for", f"tick-{id}")
    if citations:
        SubElement(item, "span", {"class": "hb-cites"}).text = citations


def _phrases(quote: Element) -> list[Element]:
    """One blockquote for each phrase, one paragraph for each of its variants."""
    made = []
    for paragraph in quote:
        match = PARTS.fullmatch((paragraph.text or "").rstrip())
        if not match:
            continue
        phrase = Element("blockquote", {"class": "hb-phrase"})
        if match["id"]:
            phrase.set("id", match["id"])
        for variant in match["text"].split("\n"):
            SubElement(phrase, "p", {"class": "hb-variant"}).text = variant.strip()
        if match["citations"]:
            SubElement(phrase, "footer", {"class": "hb-cites"}).text = match["citations"]
        made.append(phrase)
    return made


def _table(table: Element) -> None:
    """Alignment as a class: the policy of the pages forbids inline style."""
    for cell in table.iter():
        align = re.search(r"text-align: (left|right|center)", cell.attrib.pop("style", ""))
        if align:
            cell.set("class", f"hb-{align[1]}")


def _replace(parent: Element, old: Element, new: list[Element]) -> None:
    at = list(parent).index(old)
    parent.remove(old)
    for offset, element in enumerate(new):
        element.tail = "\n"
        parent.insert(at + offset, element)
