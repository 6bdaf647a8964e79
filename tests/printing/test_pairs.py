"""Two languages side by side, aligned by ids."""

from __future__ import annotations

from papers import page, site_of

from handbook.printing.composing import sheet
from handbook.printing.pairs import Pair, paired

WARNING = '!!! warning "Ohtlik"\n\n    Helista.'


def pair_of(first: str, second: str) -> Pair:
    site = site_of({"docs/et/playbooks/a.md": first, "docs/fa/playbooks/a.md": second})
    return paired(sheet(site, "a", "et"), sheet(site, "a", "fa"))


def rows(pair: Pair) -> list[tuple[str, str, str]]:
    def name(piece: object) -> str:
        return getattr(piece, "id", "") or getattr(piece, "title", "")

    return [(row.kind, name(row.first), name(row.second)) for group in pair.groups for row in group.rows]


def test_the_first_language_leads_and_ids_align() -> None:
    first = page("## A { #a }\n\n- [ ] Yks. { #one }\n- [ ] Kaks. { #two }")
    second = page("## B { #a }\n\n- [ ] دو. { #two }\n- [ ] یک. { #one }", more="translated_from: et")
    assert rows(pair_of(first, second)) == [("step", "one", "one"), ("step", "two", "two")]


def test_what_one_language_lacks_leaves_its_side_empty() -> None:
    first = page("## A { #a }\n\n- [ ] Yks. { #one }", "## C { #c }\n\n- [ ] Kolm. { #three }")
    second = page("## B { #a }\n\n- [ ] یک. { #one }\n- [ ] دو. { #two }", "## D { #d }\n\n- [ ] چهار. { #four }")
    assert rows(pair_of(first, second)) == [
        ("step", "one", "one"),
        ("step", "", "two"),
        ("step", "three", ""),
        ("step", "", "four"),
    ]


def test_warnings_stand_beside_each_other() -> None:
    first = page(f"## A {{ #a }}\n\n- [ ] Yks. {{ #one }}\n\n{WARNING}")
    second = page(f"## B {{ #a }}\n\n{WARNING}\n\n- [ ] یک. {{ #one }}")
    assert rows(pair_of(first, second)) == [("step", "one", "one"), ("warning", "Ohtlik", "Ohtlik")]
