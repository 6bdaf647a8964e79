"""A print in, the bytes of its PDF out: Typst sets it, pikepdf puts in the form fields and packs it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import typst

from handbook_io.print_forms import finished

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
        return finished(self.typeset(url, edition, data), form)

    def typeset(self, url: str, edition: str, data: str) -> bytes:
        """What comes from Typst, with links in the place of form fields."""
        try:
            made, warnings = self.compiler.compile_with_warnings(
                str(self.templates / f"{edition}.typ"), format="pdf", pdf_standards=STANDARDS, sys_inputs={"print": data}
            )
        except typst.TypstError as error:
            raise Unprintable(f"{url}: {error.message}") from error
        if warnings:
            raise Unprintable(f"{url}: {warnings[0].message}")
        assert isinstance(made, bytes)
        return made
