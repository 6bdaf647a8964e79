"""Small types that the model's fields are made of: patterns with a name that a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Help:
    """What a field is for: shown by editors' autocompletion."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression that a whole value must match, and its meaning in words."""

    regex: str
    meaning: str


ID_REGEX = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"

ID = Pattern(ID_REGEX, "lower-case letters a–z, digits and single hyphens, for example handle-a-complaint")
ALIAS = Pattern(rf"(?=[^=]{{1,100}}(?:=|$)){ID_REGEX}(?:={ID_REGEX})?", "a former slug, or former-id=present-id")
KEY = Pattern(r"(?=.{1,100}$)[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*", "lower-case letters a–z, digits, hyphens and underscores")
TEMPLATE = Pattern(r"(?!style\.)[a-z][a-z0-9-]*\.html|", "a template in overrides/ that is made for pages, for example home.html")
DEVICE_REGEX = r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])"
"""Names of devices in Windows: no file or folder can be called so there, whatever its ending."""
TO_WRITE = "…"
"""What commands put where an editor is to write a text."""
INDEX = "index"
"""Of this name the build makes a page itself, in each folder."""
LANGUAGE = Pattern(r"[a-z]{2}(?:-[a-z]{4})?", "a language code of two letters, such as fi, with a script if need be: sr-latn")
"""What the plug-in for languages can build. So short that it is never the name of a folder that the build makes."""
LOCALE = Pattern(r"[a-z]{2,3}(?:_[A-Z0-9][A-Za-z0-9]+)*", "a locale such as fi or en_GB")
POINT = Pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[0-9]{3,}", "a source’s id, a hyphen and a number, for example pl-obsluga-034")
JOINER = Pattern(r"U\+(?:00AD|061C|180E|200[B-F]|2060)", "U+00AD, U+061C, U+180E, U+200B to U+200F or U+2060")
"""Invisible characters that a writing can need: none that ends a line, or turns the order of what others wrote."""
PERIOD = Pattern(
    r"[1-9][0-9]{0,2} (?:day|week|month|year)s?", "a number and day(s), week(s), month(s) or year(s), for example 6 months"
)
CURRENCY = Pattern(r"[A-Z]{3}", "three capitals of ISO 4217, for example EUR")
HTTPS = Pattern(r"https://[^\s<>\"']+|", "an address that starts with https://")
REPORTS = Pattern(r"(?:https://|mailto:)[^\s<>\"']+|", "an address that starts with https:// or mailto:")
SHORT = Pattern(r"[\s\S]{0,300}", "at most 300 characters")
"""What a page may show hundreds of times."""

TERM = Pattern(r"(?![\s\S]{121})[^\s-]*(?:[\s-]+[^\s-]+){0,11}[\s-]*", "at most 12 words and 120 characters")
"""Terms are looked for at every word of every text."""

NAME = Annotated[str, KEY]
"""A key that editors choose: of a situation, an owner, a policy, a language."""
