"""A print in, the bytes of its PDF out: Typst sets it, then it is packed or gets its form fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import typst

from handbook.printing.packing import packed

STANDARDS: list[typst.PDFStandard] = ["1.7", "a-2a", "ua-1"]
"""Made to last and to be read by everyone, at once. A missing glyph is an error in both."""


class Unprintable(Exception):
    """Typst's complaint about one PDF: a missing glyph, for example."""


@dataclass(frozen=True)
class Typesetter:
    """One compiler and one set of fonts for many PDFs; what it has set before, it need not set again."""

    templates: Path
    fonts: Path

    @cached_property
    def compiler(self) -> typst.Compiler:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.fonts)])
        return typst.Compiler(root=str(self.templates), font_paths=fonts, ignore_system_fonts=True)

    def pdf(self, url: str, edition: str, data: str, form: tuple[tuple[str, str], ...]) -> bytes:
        """`data` is the print as JSON; `url` only names it in complaints. Raises Unprintable."""
        made = self.typeset(url, edition, data)
        if not form:
            return packed(made)
        from handbook_io.printing.forms import with_form  # a large library, which most processes do without

        return with_form(made, form)

    def card(self, url: str, edition: str, data: str) -> bytes:
        """A card as a picture, a pixel to a point. Raises Unprintable."""
        from handbook_io.printing.card_png import small  # a library that PDFs do without

        return small(self._compiled(url, edition, data, format="png", ppi=72))

    def typeset(self, url: str, edition: str, data: str) -> bytes:
        """What comes from Typst, with links in the place of form fields."""
        return self._compiled(url, edition, data, format="pdf", pdf_standards=STANDARDS)

    def _compiled(self, url: str, edition: str, data: str, **how: Any) -> bytes:
        try:
            made, warnings = self.compiler.compile_with_warnings(_main(edition, data), **how)
        except typst.TypstError as error:
            raise Unprintable(f"{url}: {error.message}") from error
        if warnings:
            raise Unprintable(f"{url}: {warnings[0].message}")
        assert isinstance(made, bytes)
        return made


def _main(edition: str, data: str) -> bytes:
    """The document that calls the edition's template. Data in `sys.inputs` would have all templates run anew each time."""
    quoted = data.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{edition}.typ": made\n#made(json(bytes("{quoted}")))\n'.encode()
