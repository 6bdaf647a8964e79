"""What tests of printed pages share: small handbooks to print, and eyes to read a PDF with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from babel.support import NullTranslations
from PIL import Image

from handbook.addresses import Addresses
from handbook.locale import Locale
from handbook.read import SourceFile, read
from handbook.site import Site

CAFE = Path(__file__).parents[1] / "fixtures" / "cafe"
FRONT = """---
title: {title}
description: Külaline astub sisse.
situation: guest
checklist: {kind}
owner: team
reviewed: 2026-11-21
review_in: 6 months
{more}---
"""


def page(*groups: str, title: str = "Tervita", kind: str = "read-do", more: str = "") -> str:
    """A playbook; every group is a heading, a blank line, and what stands beneath."""
    return FRONT.format(title=title, kind=kind, more=more) + "\n\n".join(groups) + "\n"


def steps(count: int, words: str = "Tee", prefix: str = "s") -> str:
    return "\n".join(f"- [ ] {words} {number}. {{ #{prefix}-{number} }}" for number in range(1, count + 1))


def site_of(changed: dict[str, str], url: str = "https://cafe.example/") -> Site:
    """The fixture handbook without its playbooks and with other files put in."""
    files = {path.relative_to(CAFE).as_posix(): path.read_bytes() for path in CAFE.rglob("*") if path.is_file()}
    kept = {path: data for path, data in files.items() if "/playbooks/" not in path and not path.endswith(".lock")}
    kept |= {path: text.encode() for path, text in changed.items()}
    reading = read([SourceFile(path, data) for path, data in kept.items() if path.endswith((".md", ".yml"))])
    assert reading.handbook is not None, reading.problems
    locales = {lang: Locale(lang, row, NullTranslations()) for lang, row in reading.handbook.languages.items()}
    return Site(reading.handbook, locales, Addresses(reading.handbook.settings.default, url))


class Paper:
    """A PDF as a reader meets it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path.read_bytes()

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.Pdf.open(BytesIO(self.data))

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The text of each page, one space for any white space."""
        document = pypdfium2.PdfDocument(self.data)
        return tuple(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    def picture(self, page: int = 0, dpi: int = 150) -> Image.Image:
        """A page in greys, with its form fields."""
        document = pypdfium2.PdfDocument(self.data)
        if document.get_formtype():
            document.init_forms()
        rendered: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
        return rendered.convert("L")

    def codes(self, pages: int = 0) -> Iterator[str]:
        """What a phone reads from the QR codes of each page, or of the first ones."""
        for number in range(pages or len(self.pages)):
            yield from (code.text for code in zxingcpp.read_barcodes(self.picture(number, 200), zxingcpp.BarcodeFormat.QRCode))

    def boxes(self) -> Iterator[tuple[int, float, float, float, float]]:
        """Page and bounds, as shares of the page, of every visible character."""
        for number, page in enumerate(pypdfium2.PdfDocument(self.data)):
            width, height = page.get_size()
            text = page.get_textpage()
            for at in range(text.count_chars()):
                if text.get_text_range(at, 1).strip():
                    left, bottom, right, top = text.get_charbox(at)
                    yield number, left / width, bottom / height, right / width, top / height

    def structure(self) -> Iterator[Any]:
        """Every element of the structure tree, in reading order."""
        yield from _below(self.pdf.Root.StructTreeRoot.K)


def _below(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _below(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _below(node.K)


Printer = Callable[..., dict[str, Path]]
"""A site in, address → file out."""
