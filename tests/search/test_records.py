"""What search can find in the fixture handbook, whole: playbooks, sections, terms, claims, and the texts of its word table."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path

import pytest
from golden import GOLDEN, assert_part

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.search.index import files
from handbook.search.records import batches, concepts, records, term_names, texts
from handbook.site import Site
from handbook.words.language import Language
from handbook.words.words import Words
from handbook_io.disk import handbook_in

RECORDS = GOLDEN / "search-records.txt"
CLOSE_UP = """---
title: Sulge kohvik
description: Viimane külaline on läinud.
situation: guest
checklist: do-confirm
owner: team
reviewed: 2026-11-21
review_in: 2 years
asked:
  page: [kinni panema, uks lukku]
  lights: [lamp]
---
Enne lahkumist. [@menu-001]

## Toad { #rooms }

- [ ] Tuled on **kustus**. { #lights-off } [@menu-001]

### Tuled { #lights }

Külaline ei näe. [@menu-001]

- kohta

## Vaata ka { #see-also }

- [Püsi ohutult](stay-safe.md)

## Allikas { #source }

- [Püsi ohutult](stay-safe.md) [@menu-001]
"""


@pytest.fixture
def cafe_handbook(project: Path) -> Handbook:
    (project / "docs/et/playbooks/close-up.md").write_text(CLOSE_UP, "utf-8")
    guest = project / "glossary/guest.yml"
    told = "definition: Inimene, kes tuleb kohvikusse.\n    note: Ka [tuttav](https://e.example/).\n"
    more = "    admitted: [käija]\n    deprecated: [kunde]\n"
    guest.write_text(guest.read_text("utf-8").replace("definition: Inimene, kes tuleb kohvikusse.\n", told + more), "utf-8")
    reading = handbook_in(project)
    assert reading.handbook
    assert not reading.errors
    return reading.handbook


@pytest.mark.parametrize("lang", ["et", "fa"])
def test_records(lang: str, cafe_handbook: Handbook) -> None:
    site = Site(cafe_handbook, {}, Addresses("et"))
    found = records(cafe_handbook, lang, site.addresses, partial(site.finder, lang=lang))
    told = (record._asdict() | {"blocks": tuple(block._asdict() for block in record.blocks)} for record in found)
    rows = ({key: value for key, value in record.items() if value not in ("", (), False, None)} for record in told)
    assert_part(RECORDS, lang, "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows))


@pytest.mark.parametrize(
    ("period", "months"), [("10 days", 1), ("75 days", 2), ("6 weeks", 2), ("1 month", 1), ("3 months", 3), ("2 years", 24)]
)
def test_how_long_a_review_holds_in_months(period: str, months: int, project: Path) -> None:
    page = project / "docs/et/playbooks/greet-a-guest.md"
    page.write_text(re.sub("^review_in: .*$", f"review_in: {period}", page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    handbook = handbook_in(project).handbook
    assert handbook
    site = Site(handbook, {}, Addresses("et"))
    made = records(handbook, "et", site.addresses, partial(site.finder, lang="et"))
    assert {one.review_in_months for one in made if one.page == "playbooks/greet-a-guest/"} == {months}


@pytest.mark.parametrize("lang", ["et", "fa"])
def test_texts_of_the_word_table(lang: str, cafe_handbook: Handbook) -> None:
    found = (*texts(cafe_handbook, lang), "", *term_names(cafe_handbook, lang))
    assert_part(RECORDS, f"texts {lang}", "".join(f"{text}\n" for text in found))


def test_where_the_files_of_an_index_stand(cafe_handbook: Handbook) -> None:
    words = {lang: Words(Language(lang)) for lang in ("et", "fa")}
    site = Site(cafe_handbook, {}, Addresses("et"), words=words)
    found = batches(cafe_handbook, "et", site.addresses, partial(site.finder, lang="et"))
    made = dict(files("et", found, words, concepts(cafe_handbook), engine="search/engine.js"))
    (version,) = {path.split("/")[2] for path in made if path.startswith("search/et/")}
    names = [path.replace(version, "*") for path in made]
    kinds = dict.fromkeys(name.removeprefix("search/et/*/").rpartition("-")[0] or name for name in names)
    assert list(kinds) == [
        "search/et/*/core.js",
        "postings",
        "records",
        *(f"search/et/*/{name}.js" for name in ("concepts", "foreign", "titles")),
        "search/et.js",
    ]
    told = f'handbook.searchShard("et","index",{{"engine":"search/engine.js","version":"{version}"}});\n'
    assert made["search/et.js"].decode() == told
