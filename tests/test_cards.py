"""What a shared link shows: each page names a card of its language, small, of the right size, and the same on every machine."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from handbook.cards import HEIGHT, WIDTH, card_url, cards
from handbook.site import Site

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')
LIMIT = 30_000
BASE = "https://handbook.example/"


@pytest.mark.parametrize(
    ("name", "slug", "url"),
    [
        ("index", "", "assets/cards/fi/index.png"),
        ("playbooks/handle-a-complaint", "handle-a-complaint", "assets/cards/fi/playbooks/handle-a-complaint.png"),
        ("checklists/handle-a-complaint", "handle-a-complaint", "assets/cards/fi/playbooks/handle-a-complaint.png"),
        ("situations/phone", "", "assets/cards/fi/situations/phone.png"),
        ("glossary", "", "assets/cards/fi/glossary.png"),
        ("about", "", "assets/cards/fi/index.png"),
    ],
)
def test_a_page_has_the_card_of_its_kind(name: str, slug: str, url: str) -> None:
    assert card_url("fi", name, slug) == url


def test_every_page_names_its_card_and_every_card_is_there(site: Path, handbook_site: Site) -> None:
    named = set()
    for path in sorted(site.rglob("index.html")):
        found = dict(META.findall(path.read_text("utf-8")))
        url = f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./")
        if 'http-equiv="refresh"' in path.read_text("utf-8"):
            continue
        assert found["og:url"] == BASE + url
        assert found["twitter:card"] == "summary_large_image"
        assert (found["og:image:width"], found["og:image:height"]) == (str(WIDTH), str(HEIGHT))
        assert found["og:title"]
        assert found["og:description"]
        lang = url[:2] if url[:3] in ("fi/", "pl/", "kk/") else "en"
        assert found["og:locale"].startswith(lang)
        assert found["og:image"].startswith(f"{BASE}assets/cards/{lang}/")
        named.add(found["og:image"].removeprefix(BASE))
    drawn = {path.relative_to(site).as_posix() for path in site.rglob("assets/cards/**/*.png")}
    assert named == drawn == {card.url for card in cards(handbook_site)}


def test_cards_are_small_and_of_one_size(site: Path) -> None:
    different = set()
    for path in sorted((site / "assets/cards").rglob("*.png")):
        data = path.read_bytes()
        assert len(data) <= LIMIT, path
        with Image.open(BytesIO(data)) as picture:
            assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
            assert len(picture.convert("RGB").getcolors() or ()) > 5, path
        different.add(data)
    assert len(different) == len(list((site / "assets/cards").rglob("*.png")))


def test_the_fixture_speaks_from_right_to_left(cafe: Path) -> None:
    """The title of a Persian card begins at the right edge."""
    with Image.open(cafe / "assets/cards/fa/playbooks/stay-safe.png") as picture:
        lower = picture.convert("L").point(lambda value: 255 if value > 200 else 0).crop((0, 300, WIDTH, HEIGHT - 20))
    left, _, right, _ = lower.getbbox() or (0, 0, 0, 0)
    assert WIDTH - right < left
