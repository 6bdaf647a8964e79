"""What builds remember of files is what the files say."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from helping import others
from paths import CAFE, ROOT

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.model.kinds import Help
from handbook.others import Others, Wait, Work
from handbook.plain import plain, restored
from handbook.recall import Recall
from handbook_io.disk import handbook_in, site_in


def kept(value: Any) -> Any:
    """As the cache gives it back."""
    return marshal.loads(marshal.dumps(plain(value), 2))


@dataclass(frozen=True, slots=True)
class Part:
    amounts: tuple[Decimal, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    name: Annotated[str, Help("its name")]
    kind: Literal["a", "b"]
    parts: dict[str, tuple[Part, ...]]
    lines: dict[str, int] = field(hash=False)
    is_good: bool = True
    pair: tuple[str, Part | None] = ("", None)
    seen: list[Part] = field(default_factory=list)


def test_data_comes_back_as_it_was() -> None:
    part = Part((Decimal("2.50"), Decimal(10)), date(2026, 11, 22))
    whole = Whole("x", "b", {"one": (part, Part()), "none": ()}, {"one": 3}, False, ("y", part), [part])
    row = (
        *("x", "b", {"one": ((("2.50", "10"), "2026-11-22"), ((), None)), "none": ()}, {"one": 3}, False),
        *(("y", (("2.50", "10"), "2026-11-22")), ((("2.50", "10"), "2026-11-22"),)),
    )
    assert plain(whole) == row
    for value, kind in ((whole, Whole), ([whole], list[Whole]), (None, Whole | None), ((1, part), tuple[int, Part])):
        assert repr(restored(kind, kept(value))) == repr(value)


@pytest.mark.parametrize("root", [ROOT, CAFE], ids=["handbook", "cafe"])
def test_files_read_before_are_read_alike(root: Path) -> None:
    recall = Recall()
    first = handbook_in(root, recall)
    again = handbook_in(root, Recall(marshal.loads(marshal.dumps(recall.used, 2))))
    assert again.problems == first.problems
    assert first.handbook
    assert again.handbook
    for name in ("settings", "pages", "locks", "concepts", "sources", "claims", "lines", "rules"):
        assert repr(getattr(again.handbook, name)) == repr(getattr(first.handbook, name))


@pytest.mark.parametrize("root", [ROOT, CAFE], ids=["handbook", "cafe"])
def test_others_find_out_what_one_finds_alone(root: Path) -> None:
    alone, helped = Recall(), Recall()
    first, second = handbook_in(root, alone), handbook_in(root, helped, others(root))
    assert second.problems == first.problems
    assert repr(second.handbook) == repr(first.handbook)
    assert plain(helped.used) == plain(alone.used)


def test_what_others_fail_to_find_out_is_found_out(project: Path) -> None:
    @contextmanager
    def beside(work: Work) -> Iterator[Wait]:
        yield lambda: None

    alone, helped = Recall(), Recall()
    first, second = handbook_in(project, alone), handbook_in(project, helped, Others(lambda: None, beside))
    assert (second.problems, repr(second.handbook)) == (first.problems, repr(first.handbook))
    assert helped.used == alone.used


def test_a_link_to_a_checklist_is_looked_at_again_when_its_playbook_has_none_any_more(project: Path) -> None:
    page, other = (project / "docs/et/playbooks" / name for name in ("stay-safe.md", "greet-a-guest.md"))
    page.write_text(f"{page.read_text('utf-8')}\nVaata [loendit](../checklists/greet-a-guest.md).\n", "utf-8")
    recall = Recall()
    assert "unknown-playbook" not in {problem.code for problem in handbook_in(project, recall).problems}
    other.write_text(other.read_text("utf-8").replace("checklist: read-do", "checklist: none"), "utf-8")
    assert "unknown-playbook" in {problem.code for problem in handbook_in(project, Recall(recall.used)).problems}


def test_a_catalogue_read_before_speaks_alike(handbook: Handbook) -> None:
    recall = Recall()
    for known in (recall, Recall(recall.used)):
        spoken = site_in(ROOT, handbook, Addresses("en"), known).locales["kk"]
        assert (spoken.t("Search"), spoken.n("{count} step", "{count} steps", 2)) == ("Іздеу", "2 қадам")


def test_what_nobody_asks_for_any_more_is_forgotten() -> None:
    made: list[str] = []

    def ask(recall: Recall, *keys: str) -> list[str]:
        """Those of the keys that had to be made."""
        made.clear()
        for key in keys:
            recall(key, lambda key=key: made.append(key))  # type: ignore[misc]
            recall.live(key, lambda key=key: made.append(f"live {key}"))  # type: ignore[misc]
        return list(made)

    recall = Recall({"a": None, "old": None})
    assert ask(recall, "a", "b") == ["live a", "b", "live b"]
    recall.renew()
    assert ask(recall, "a") == []
    assert recall.kept.keys() == {"a", "b"}, "what may still be asked for before the next time stays"
    recall.renew()
    assert recall.kept.keys() == {"a"}
    assert ask(recall, "a", "b", "old") == ["b", "live b", "old", "live old"]
