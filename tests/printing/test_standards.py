"""Every PDF of the handbook: the standards, the languages, the letters, the codes, the addresses."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import permutations
from pathlib import Path

import pikepdf
import pytest
from page import validate_pdf
from papers import Paper

from handbook.export import handbook_json
from handbook.printing.names import Pdf
from handbook.site import Site

FALSE_POSITIVE = "PDFA2A-STREAM-LENGTH-001"
"""The validator counts a line break that belongs to a compressed stream as the one before `endstream`."""
COLOUR = re.compile(rb"(?<![\w.])(?:[\d.]+\s+){3,4}(?:rg|RG|k|K)\b")
GREYS = {"/DeviceGray", "/CalGray"}
Printed = tuple[Path, tuple[Pdf, ...]]


@cache
def paper(path: Path) -> Paper:
    return Paper(path)


def test_every_edition_is_there(printed: Printed, handbook_site: Site) -> None:
    languages = tuple(handbook_site.handbook.languages)
    checklists = [slug for slug, twins in handbook_site.handbook.playbooks.items() if twins["fi"].has_checklist]
    found = {(pdf.edition, pdf.languages, pdf.slug) for pdf in printed[1]}
    for slug in checklists:
        assert {(edition, (lang,), slug) for edition in ("single", "fillable", "pocket") for lang in languages} <= found
        assert {("bilingual", pair, slug) for pair in permutations(languages, 2)} <= found
    assert {(edition, (lang,), "") for edition in ("bundle", "book") for lang in languages} <= found


def test_addresses_and_sizes(printed: Printed) -> None:
    folder, pdfs = printed
    assert all((folder / pdf.url).stat().st_size == pdf.bytes for pdf in pdfs)
    urls = {pdf.url for pdf in pdfs}
    assert {
        "checklists/handle-a-complaint/handle-a-complaint.en.pdf",
        "fi/checklists/handle-a-complaint/handle-a-complaint.fi.fillable.pdf",
        "pl/checklists/handle-a-complaint/handle-a-complaint.pl+kk.pdf",
        "kk/checklists/handle-a-complaint/handle-a-complaint.kk.pocket.pdf",
        "downloads/checklists.en.pdf",
        "fi/downloads/handbook.fi.pdf",
    } <= urls


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_standards(printed: Printed, profile: str) -> None:
    folder, pdfs = printed
    failures = {
        pdf.url: [failure.rule_id for failure in validate_pdf(folder / pdf.url, profile=profile).failures] for pdf in pdfs
    }
    assert not {url: rules for url, rules in failures.items() if set(rules) - {FALSE_POSITIVE}}


def test_language_title_and_fonts(printed: Printed) -> None:
    for pdf in printed[1]:
        found = paper(printed[0] / pdf.url).pdf
        assert found.Root.Lang == pdf.languages[0], pdf.url
        assert found.Root.ViewerPreferences.DisplayDocTitle, pdf.url
        assert str(found.open_metadata().get("dc:title")), pdf.url
        objects = (item for item in found.objects if isinstance(item, pikepdf.Dictionary))
        fonts = [item for item in objects if item.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all("+" in str(font.FontName) and ("/FontFile2" in font or "/FontFile3" in font) for font in fonts), pdf.url


def test_each_side_of_a_pair_says_its_language(printed: Printed) -> None:
    for pdf in printed[1]:
        if pdf.edition == "bilingual":
            said = {str(element.Lang) for element in paper(printed[0] / pdf.url).structure() if "/Lang" in element}
            assert pdf.languages[1] in said, pdf.url


def test_everything_is_grey(printed: Printed) -> None:
    for pdf in printed[1]:
        for item in paper(printed[0] / pdf.url).pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
                space = item.ColorSpace
                assert str(space) in GREYS or int(space[1].N) == 1, pdf.url
            if isinstance(item, pikepdf.Stream) and "/Type" not in item and "/Length1" not in item and "/N" not in item:
                assert not COLOUR.search(item.read_bytes()) or b"BT" not in item.read_bytes(), pdf.url


def test_pictures_have_words(printed: Printed) -> None:
    for pdf in printed[1]:
        figures = [element for element in paper(printed[0] / pdf.url).structure() if element.S == "/Figure"]
        assert all(str(figure.Alt) for figure in figures), pdf.url
        assert figures or pdf.edition == "book", pdf.url


def test_every_step_stands_on_one_page(printed: Printed, handbook_site: Site) -> None:
    playbooks = json.loads(handbook_json(handbook_site))["playbooks"]
    versions = {(playbook["id"], lang): found for playbook in playbooks for lang, found in playbook["languages"].items()}
    for pdf in printed[1]:
        pages = [same(text) for text in paper(printed[0] / pdf.url).pages] if pdf.slug else []
        for lang in pdf.languages if pdf.slug else ():
            for step in versions[pdf.slug, lang]["steps"]:
                parts = step["text"].split() if pdf.edition == "pocket" else step["text"].split("…")
                assert any(all(same(part).strip("…") in text for part in parts) for text in pages), (pdf.url, step)


def same(text: str) -> str:
    """Words alone: spaces, line breaks and boxes do not count.

    The reader reports a hyphen at the end of a line as U+0002, and the words of a line that stands on its head backwards: hence
    the words of a pocket edition are sought one by one.
    """
    return "".join(text.replace("☐", "").replace("\x02", "-").split())


def test_letters_come_out_as_they_went_in(printed: Printed) -> None:
    for pdf in printed[1]:
        text = paper(printed[0] / pdf.url).text
        assert "\u00ad" not in text, pdf.url
        assert "\ufffd" not in text, pdf.url
    kazakh = " ".join(paper(printed[0] / pdf.url).text for pdf in printed[1] if pdf.languages == ("kk",))
    assert set("әғқңөұүі") <= set(kazakh)
    polish = " ".join(paper(printed[0] / pdf.url).text for pdf in printed[1] if pdf.languages == ("pl",))
    assert set("łżąęśćźńó") <= set(polish)


def test_every_code_leads_to_the_checklist_of_its_language(printed: Printed, handbook_site: Site) -> None:
    for pdf in printed[1]:
        if pdf.slug and pdf.edition != "bilingual":
            expected = handbook_site.addresses.absolute(handbook_site.checklist_url(pdf.slug, pdf.languages[0]))
            codes = list(paper(printed[0] / pdf.url).codes())
            assert len(codes) == 1, pdf.url
            assert re.fullmatch(re.escape(expected) + r"#print=[0-9a-f]{8}\.[\w-]+", codes[0]), pdf.url


def test_a_pair_has_a_code_for_each_language(printed: Printed, handbook_site: Site) -> None:
    for pdf in printed[1]:
        if pdf.edition == "bilingual":
            codes = {code.partition("#")[0] for code in paper(printed[0] / pdf.url).codes(1)}
            assert codes == {
                handbook_site.addresses.absolute(handbook_site.checklist_url(pdf.slug, lang)) for lang in pdf.languages
            }


def test_boxes_are_characters_or_named_fields(printed: Printed, handbook_site: Site) -> None:
    for pdf in printed[1]:
        if not pdf.slug:
            continue
        steps = handbook_site.playbook(pdf.slug, pdf.languages[0]).steps
        found = paper(printed[0] / pdf.url)
        if pdf.edition != "fillable":
            assert found.text.count("☐") == len(steps), pdf.url
            continue
        fields = list(found.pdf.Root.AcroForm.Fields)
        assert [str(field.T) for field in fields] == [step.id for step in steps], pdf.url
        assert all(str(field.TU) for field in fields)
        assert json.dumps(str(found.pdf.Root.AcroForm)).count("JavaScript") == 0
        forms = [element for element in found.structure() if element.S == "/Form"]
        assert len(forms) == len(fields), pdf.url


def test_sizes(printed: Printed) -> None:
    kib = 1024
    checklists = sum(pdf.edition == "single" and pdf.languages == ("fi",) for pdf in printed[1])
    for pdf in printed[1]:
        if pdf.edition in ("single", "fillable", "pocket"):
            assert pdf.bytes <= 40 * kib, pdf.url
        if pdf.edition == "bundle":
            assert pdf.bytes <= 10 * kib * checklists, pdf.url
