"""A page's HTML in, the same HTML without anything that could run or disguise itself out."""

from __future__ import annotations

from functools import cache

import nh3

TEXT = {
    "a", "abbr", "b", "bdi", "br", "cite", "code", "dfn", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time",
}  # fmt: skip
BLOCKS = {
    "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer",
    "h1", "h2", "h3", "h4", "header", "hr", "li", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
}  # fmt: skip
CONTROLS = {"input", "label"}
ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "role", "title", "translate", "hidden"},
    "a": {"href", "hreflang", "rel", "download"},
    "label": {"for"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
PREFIXES = {"data-", "aria-"}
SCHEMES = {"https", "mailto", "tel"}


def sanitised(html: str) -> str:
    """Only tags, attributes and addresses of the lists above survive; an `input` can only be a check box."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TEXT | BLOCKS | CONTROLS,
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        generic_attribute_prefixes=PREFIXES,
        tag_attribute_values={"input": {"type": {"checkbox"}}},
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
