"""Which letters can be printed, and what becomes of languages whose letters can't."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from papers import CAFE, Paper, Printer, page, site_of

from handbook.cards import cards
from handbook.pageview import PageView
from handbook.printing.editions import prints
from handbook.printing.fonts import ARABIC, GREEK, TEXT, WEIGHTS, Face
from handbook.printing.names import Pdf
from handbook.site import Site

INVISIBLE = {*range(0x200C, 0x2010)}
"""They steer how others are set, and need no glyph."""
LETTERS = {"Latin": "ə Ə ɛ ɔ ʻ ʼ ệ ơ ẃ ḃ ђ џ ı İ", "Greek": "Ωμέγα ΐ ᾶ ΰ ς ·"}
"""Azerbaijani, Ewe, Uzbek, Ukrainian, Vietnamese, Welsh, Irish, Serbian, Turkish; Greek of today and of old."""
SETTINGS = (CAFE / "handbook.yml").read_text("utf-8")
SOURCE = (CAFE / "sources/menu.yml").read_text("utf-8").replace("Menüü tagakülg", "漢字")


@pytest.mark.parametrize("face", [TEXT, GREEK, ARABIC], ids=lambda face: face.family)
def test_a_font_has_every_letter_that_the_check_lets_pass(face: Face) -> None:
    spec = find_spec(face.package)
    assert spec is not None
    assert spec.origin is not None
    for style in WEIGHTS.values():
        known = set(TTFont(Path(spec.origin).parent / face.file.format(style=style)).getBestCmap()) | INVISIBLE
        wanted = {code for first, last in face.ranges for code in range(first, last + 1)}
        assert [chr(code) for code in sorted(wanted - known) if chr(code).isprintable()] == []


@pytest.mark.parametrize("script", LETTERS)
def test_letters_of_other_languages(script: str, print_site: Printer) -> None:
    text = page(f"## Grupp {{ #group }}\n\n- [ ] {LETTERS[script]} {{ #do }}")
    row = SETTINGS.replace("    locale: et_EE\n", f"    locale: et_EE\n    script: {script}\n")
    found = print_site(site_of({"handbook.yml": row, "docs/et/playbooks/hard.md": text}), slugs=("hard",))
    assert all("".join(LETTERS[script].split()) in "".join(Paper(path).text.split()) for path in found.values())


@pytest.fixture
def site() -> Site:
    """A handbook with a language for which there are no fonts: one playbook in both, one in that language alone."""
    both, alone = page("## Grupp { #group }\n\n- [ ] Tee. { #do }"), page("## 漢 { #group }\n\n- [ ] 字。 { #do }", title="漢字")
    glossary = (CAFE / "glossary/guest.yml").read_text("utf-8").replace("preferred: مهمان", "preferred: 客")
    return site_of(
        {
            "handbook.yml": SETTINGS.replace("script: Arabic", "script: other"),
            "glossary/guest.yml": glossary,
            "sources/menu.yml": SOURCE,
            "docs/et/playbooks/hard.md": both,
            "docs/fa/playbooks/hard.md": both.replace("---\n#", "translated_from: et\n---\n#", 1).replace("Tee", "字"),
            "docs/fa/playbooks/alone.md": alone,
        }
    )


def test_a_language_without_fonts_has_no_prints_and_is_in_none(site: Site, print_site: Printer) -> None:
    assert {(found.languages, found.slug) for found in prints(site)} == {(("et",), ""), (("et",), "hard")}
    made = {url: Paper(path).text for url, path in print_site(site).items()}
    assert not {*"漢字客"} & {*"".join(made.values())}
    assert "1 menu" in made["downloads/handbook.et.pdf"]


def test_what_is_written_without_fonts_has_no_card(site: Site) -> None:
    made = {card.url for card in cards(site)}
    offered = Site(site.handbook, site.locales, site.addresses, pdfs=(Pdf("book", ("et",), "x.pdf", 1, ""),))
    for lang, slug in (("et", "hard"), ("et", "alone"), ("fa", "hard"), ("fa", ""), ("et", "")):
        name = f"playbooks/{slug}" if slug else "index"
        shown = PageView(offered, lang, name, "playbook", "", "", lang, slug).card
        assert (shown in made) if (lang, slug) in (("et", "hard"), ("et", "")) else shown == ""
