"""What an editor can link to on generated pages is what they have."""

from __future__ import annotations

from pathlib import Path

import pytest
from built import BuiltPage
from paths import CAFE

from handbook.checks.pages import GENERATED_PAGES
from handbook.checks.places import LETTER, OWN, generated
from handbook_io.disk import handbook_in


@pytest.mark.parametrize("name", [*GENERATED_PAGES, "situations/guest"])
def test_the_places_of_a_generated_page_are_known(cafe: Path, name: str) -> None:
    handbook = handbook_in(CAFE).handbook
    assert handbook
    ids = BuiltPage(cafe / name.removesuffix("/index") / "index.html", name).ids
    given = [id for id in ids if not id.startswith(OWN) and not LETTER.fullmatch(id)]
    assert sorted(given) == sorted(generated(handbook, name, "et"))
