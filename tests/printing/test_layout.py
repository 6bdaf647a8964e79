"""Checklists that are hard to set: long, short, wide, empty, right-to-left. Nothing runs over an edge."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from papers import Paper, Printer, page, site_of, steps
from PIL import Image

from handbook.cards import HEIGHT, WIDTH, cards
from handbook.printing.as_json import as_json
from handbook.printing.fonts import TEXT
from handbook_io.printing.fonts import fonts_in
from handbook_io.printing.pdfs import TEMPLATES, PrintingFailed
from handbook_io.printing.typesetter import Typesetter

LONG = "Räägi kliendiga rahulikult ja selgelt. " * 10
WORD = "Kohvikukülastajateenindus"
EXTREMES = {
    "one step": page("## Ainus { #only }\n\n- [ ] Tee kohe. { #now }"),
    "sixty steps": page(f"## Kõik {{ #all }}\n\n{steps(60, 'Kontrolli, kas kõik on laual ja külaline on rahul,')}"),
    "a step of 400 characters": page(f"## Pikk {{ #long }}\n\n- [ ] {LONG[:399]}. {{ #very }}\n- [ ] Tee. {{ #do }}"),
    "a title of 200 characters": page("## Grupp { #group }\n\n- [ ] Tee. { #do }", title=f"{WORD} " * 8),
    "words that no line holds": page(
        f"## {WORD * 3} {{ #group }}\n\n- [ ] {WORD * 4} https://cafe.example/{'a' * 60} {{ #do }}",
        f'!!! warning "{WORD * 2}"\n\n    - {WORD * 3}',
        title=WORD * 3,
    ),
    "an empty group": page("## Tühi { #empty }", "## Täis { #full }\n\n- [ ] Tee. { #do }"),
    "many groups": page(*(f"## Grupp {n} {{ #g-{n} }}\n\n{steps(3, 'Tee', f's-{n}')}" for n in range(1, 15))),
    "every kind of line": page(
        "## Kõik { #all }\n\n- [ ] Helista {{ policy.emergency }}. { #call }\n- [ ] Küsi: {{ policy.closing_time }}. { #ask }",
        '!!! warning "Ohtlik"\n\n    Mine ära.\n\n    - Ära oota.\n    - Helista {{ policy.closing_time }}.',
        "- [ ] Tule tagasi. { #back }",
    ),
}
PERSIAN = page(
    f"## خوشامد {{ #welcome }}\n\n{steps(25, 'به مهمان نگاه کنید و می‌پرسید')}",
    '!!! warning "اگر کسی در خطر است"\n\n    با {{ policy.emergency }} تماس بگیرید: {{ policy.closing_time }}.',
    title="به مهمان خوشامد بگویید",
)


def assert_inside(path: str, paper: Paper) -> None:
    """No character comes near an edge that printers cut off: 4 mm of A4."""
    for number, left, bottom, right, top in paper.boxes():
        assert min(left, bottom) > 0.013, (path, number, left, bottom)
        assert max(right, top) < 0.987, (path, number, right, top)


def assert_on_panels(path: str, paper: Paper) -> None:
    """No character comes near a fold: 4 mm on either side."""
    for number, left, bottom, right, top in paper.boxes():
        assert all(right < fold - 0.013 or left > fold + 0.013 for fold in (0.25, 0.5, 0.75)), (path, number, left, right)
        assert top < 0.48 or bottom > 0.52, (path, number, bottom, top)


@pytest.mark.parametrize("name", EXTREMES)
def test_extremes(name: str, print_site: Printer) -> None:
    for url, path in print_site(site_of({"docs/et/playbooks/hard.md": EXTREMES[name]})).items():
        assert_inside(url, Paper(path))
        if ".pocket." in url:
            assert_on_panels(url, Paper(path))


@pytest.mark.parametrize("name", EXTREMES)
def test_every_step_is_whole_and_on_one_page(name: str, print_site: Printer) -> None:
    site = site_of({"docs/et/playbooks/hard.md": EXTREMES[name]})
    words = ["".join(step.label.split()).partition("…")[0] for step in _steps(site)]
    for url, path in print_site(site, slugs=("hard",)).items():
        pages = ["".join(text.replace("☐", "").replace("\x02", "-").replace("\u200b", "").split()) for text in Paper(path).pages]
        assert all(any(word in text for text in pages) for word in words), url


def _steps(site: object) -> tuple[object, ...]:
    from handbook.printing.composing import sheet

    return sheet(site, "hard", "et").steps  # type: ignore[arg-type]


def test_right_to_left(print_site: Printer) -> None:
    found = print_site(site_of({"docs/fa/playbooks/hard.md": PERSIAN, "docs/et/playbooks/hard.md": EXTREMES["sixty steps"]}))
    assert any(".fa+et." in url for url in found)
    for url, path in found.items():
        assert_inside(url, Paper(path))
    single = Paper(found["fa/checklists/hard/hard.fa.pdf"])
    boxes = [left for _, left, _, _, _ in single.boxes()]
    assert max(boxes) > 0.85


def test_a_heading_never_ends_a_page(print_site: Printer) -> None:
    groups = [f"## Pealkiri {n} {{ #g-{n} }}\n\n{steps(4 + n % 5, 'Tee', f's-{n}')}" for n in range(1, 12)]
    found = print_site(site_of({"docs/et/playbooks/hard.md": page(*groups)}), slugs=("hard",))
    for url, path in found.items():
        if "pocket" not in url:
            for text in Paper(path).pages:
                body = text.rpartition("Version")[0].rpartition("Sources")[0] or text
                assert "Pealkiri" not in body[-14:], url


@pytest.mark.parametrize("too_long", ["handbook", "kicker", "title"])
def test_a_card_is_one_picture_however_long_its_words_are(too_long: str, shared: Path) -> None:
    card = next(cards(site_of({})))._replace(**{too_long: LONG * 10})
    made = Typesetter(TEMPLATES, fonts_in(shared / "cache", [TEXT])).card(card.url, "card", as_json(card))
    with Image.open(BytesIO(made)) as picture:
        assert picture.size == (WIDTH, HEIGHT)


def test_a_letter_that_no_font_has_fails(print_site: Printer) -> None:
    text = page("## Grupp { #group }\n\n- [ ] Tee 漢. { #do }")
    with pytest.raises(PrintingFailed, match=r"checklists/hard/hard\.et\.pdf"):
        print_site(site_of({"docs/et/playbooks/hard.md": text}))


def test_all_letters_of_the_four_languages(print_site: Printer) -> None:
    letters = "әғқңөұүһі ӘҒҚҢӨҰҮҺІ ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ äöåšž ÄÖÅŠŽ € ₸ £ – — … „“”’«»‹›"
    text = page(f"## Grupp {{ #group }}\n\n- [ ] {letters} {{ #do }}")
    found = print_site(site_of({"docs/et/playbooks/hard.md": text}), slugs=("hard",))
    assert all("".join(letters.split()) in "".join(Paper(path).text.split()) for path in found.values())


def test_two_pages_with_25_boxes_weigh_at_most_40_kb(print_site: Printer) -> None:
    hard = page(f"## Kõik {{ #all }}\n\n{steps(25, 'Kontrolli, kas kõik on laual ja külaline on rahul. ' * 3)}")
    found = print_site(site_of({"docs/et/playbooks/hard.md": hard, "docs/fa/playbooks/hard.md": PERSIAN}))
    for url in ("checklists/hard/hard.et.fillable.pdf", "fa/checklists/hard/hard.fa.fillable.pdf"):
        paper = Paper(found[url])
        assert len(list(paper.pdf.Root.AcroForm.Fields)) == 25
        assert len(paper.data) <= 40_000, (url, len(paper.data))
    assert len(Paper(found["checklists/hard/hard.et.fillable.pdf"]).pages) == 2
