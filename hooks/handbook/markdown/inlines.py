"""Citations and placeholders in a text as HTML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from handbook.markdown.context import PageContext

CITATION = r"\[(@[^\[\]]*)\]"
PLACEHOLDER = r"\{\{ ?policy\.([a-z0-9_-]+) ?\}\}"
CONCEPT = r"\[([^\[\]]+)\]\[([a-z0-9-]+)\]"
CITED = re.compile(r"@([a-z0-9-]+)")
FINAL = "final-link"
"""Tag of a link that is already resolved, so that MkDocs leaves it alone."""


class Citations(InlineProcessor):
    """`[@a-001; @b-002]` → the numbers of the sources, each a link to the place on the sources page."""

    def __init__(self, pattern: str, md: Markdown, page: PageContext) -> None:
        super().__init__(pattern, md)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        mark = Element("sup", {"class": "hb-cite"})
        locale = self.page.locale
        for place in self.page.places(tuple(CITED.findall(m[1]))):
            source = self.page.handbook.sources[place.source].entry
            label = locale.t("Source {number}: {title}", number=place.number, title=source.title)
            link = SubElement(mark, FINAL, {"href": self.page.place_url(place), "title": label, "aria-label": label})
            link.text = str(place.number)
        return mark, m.start(0), m.end(0)


class Placeholders(InlineProcessor):
    """`{{ policy.reply_days }}` → the local rule, or a visible reminder to agree on it."""

    def __init__(self, pattern: str, md: Markdown, page: PageContext) -> None:
        super().__init__(pattern, md)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        policy = self.page.handbook.settings.policy.get(m[1])
        if policy is None:
            return None, None, None
        value = policy.text(self.page.content_lang)
        mark = Element("span", {"class": "hb-policy" if value else "hb-policy hb-policy-open"})
        mark.text = value or self.page.locale.t("agree on this in your team")
        return mark, m.start(0), m.end(0)


class ConceptLinks(InlineProcessor):
    """`[any words][concept]` → a link to the concept's entry in the glossary."""

    def __init__(self, pattern: str, md: Markdown, page: PageContext) -> None:
        super().__init__(pattern, md)
        self.page = page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:  # type: ignore[override]  # noqa: N802
        if m[2] not in self.page.handbook.concepts:
            return None, None, None
        link = Element(FINAL, {"class": "hb-concept", "href": self.page.concept_url(m[2]), "data-concept": m[2]})
        link.text = m[1]
        return link, m.start(0), m.end(0)


class FinalLinks(Treeprocessor):
    """Runs after MkDocs has resolved the links between files."""

    def run(self, root: Element) -> None:
        for link in root.iter(FINAL):
            link.tag = "a"
