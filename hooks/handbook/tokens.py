"""The stylesheet in, its tokens and the contrast of their pairs out: what the style page documents."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(r"--hb-([\w-]+): ([^;]+);")
HEX = re.compile(r"#[0-9a-f]{6}")
REM = re.compile(r"([\d.]+)rem")
COLOUR = r"((?:[^(),]|\([^()]*\))+)"
BOTH = re.compile(rf"light-dark\({COLOUR}, {COLOUR}\)")

PAIRS = (
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("muted", "paper", 4.5),
    ("muted", "surface", 4.5),
    ("link", "paper", 4.5),
    ("link", "surface", 4.5),
    ("link", "tint", 4.5),
    ("on-brand", "brand", 4.5),
    ("amber", "amber-tint", 4.5),
    ("link", "amber-tint", 4.5),
    ("danger", "danger-tint", 4.5),
    ("ink", "danger-tint", 7.0),
    ("done", "surface", 4.5),
    ("control-line", "surface", 3.0),
    ("control-line", "paper", 3.0),
)
"""Text or line, what it stands on, and the least contrast between them (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11)."""


class Token(NamedTuple):
    """One custom property, without `--hb-`."""

    name: str
    light: str
    dark: str

    @property
    def is_colour(self) -> bool:
        return bool(HEX.fullmatch(self.light))

    @property
    def pixels(self) -> float:
        """Of a length in rem, at the usual size of type; 0 for anything else."""
        found = REM.fullmatch(self.light)
        return float(found[1]) * 16 if found else 0


class Contrast(NamedTuple):
    front: str
    back: str
    least: float
    light: float
    dark: float


def tokens(css: str) -> tuple[Token, ...]:
    """Every token in the order of the stylesheet."""
    return tuple(Token(name, BOTH.sub(r"\1", value), BOTH.sub(r"\2", value)) for name, value in TOKEN.findall(_root(css)))


def _root(css: str) -> str:
    """The first rule: it sets every token, colours as `light-dark(#…, #…)`."""
    return css.partition("{")[2].partition("}")[0]


def for_older_browsers(css: str) -> str:
    """The stylesheet with a rule after the tokens: light colours where `light-dark()` is unknown (browsers before 2024)."""
    light = " ".join(f"--hb-{token.name}: {token.light};" for token in tokens(css) if token.light != token.dark)
    first, brace, rest = css.partition("}")
    return f"{first}{brace}\n@supports not (color: light-dark(#000, #fff)) {{ :root {{ color-scheme: light; {light} }} }}{rest}"


def contrasts(css: str) -> tuple[Contrast, ...]:
    """The pairs in both colour schemes."""
    known = {token.name: token for token in tokens(css)}
    return tuple(_contrast(known[front], known[back], least) for front, back, least in PAIRS)


def _contrast(front: Token, back: Token, least: float) -> Contrast:
    return Contrast(front.name, back.name, least, contrast(front.light, back.light), contrast(front.dark, back.dark))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#rrggbb` (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
