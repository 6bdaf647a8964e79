"""What `handbook fix` does to a text: only what cannot change what it says."""

from __future__ import annotations

from dataclasses import fields

import pytest
from examples import HEAD, example, locked

from handbook.freshness.mending import ORDER, aligned, ordered, tidy
from handbook.freshness.states import freshness
from handbook.model.playbook import FrontMatter, PageMatter


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("a  \r\nb\t\r\n\r\n\r\n", "a\nb\n"),
        ("a", "a\n"),
        ("o\u0308 e\u0301", "ö é\n"),
        ("  a\n", "  a\n"),
        ("", ""),
        ("\n", "\n"),
    ],
)
def test_tidy(written: str, mended: str) -> None:
    assert tidy(written) == mended
    assert tidy(mended) == mended


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("owner: a\ntitle: b", "title: b\nowner: a"),
        ("aliases:\n  - b\n- c\ntitle: b", "title: b\naliases:\n  - b\n- c"),
        ("asked:\n  a: [b]\nunlinked: [c]\ntitle: d", "title: d\nunlinked: [c]\nasked:\n  a: [b]"),
        ("title: a\ntitle: b", None),
        ("owner: a\nother: b\ntitle: c", None),
        ("owner: a\n# b\ntitle: c", None),
        ("  - a\ntitle: b", None),
    ],
)
def test_front_matter_comes_in_the_usual_order_or_stays(written: str, mended: str | None) -> None:
    assert ordered(f"---\n{written}\n---\nText\n") == f"---\n{mended or written}\n---\nText\n"


@pytest.mark.parametrize("text", ["", "title: a\n", "---\ntitle: a\n", " ---\nowner: a\ntitle: b\n---\n"])
def test_no_front_matter_is_left_alone(text: str) -> None:
    assert ordered(text) == text


def test_every_key_has_its_place() -> None:
    assert set(ORDER) == {field.name for model in (FrontMatter, PageMatter) for field in fields(model)}


BODY = """Eka kappale. [@a-1]

## Otsikko { #first }

- [ ] Askel { #step } [@a-2; @a-3]
- kohta
- toinen

> Lause
> ja toinen { #said }
"""


def test_a_translation_gets_the_ids_and_citations_of_its_original() -> None:
    original = example(BODY)
    old = (
        BODY.replace("{ #first }", "{ #old }").replace("[@a-2; @a-3]", "[@a-9]").replace(" [@a-1]", "").replace("#said", "#told")
    )
    head = HEAD.format(title="Title", description="Text.", more="translated_from: fi\n")
    translation, whole = example(old, "pl", "fi"), head + old
    others = whole.replace("owner: team", "owner: other").replace("situation: phone", "situation: desk")
    mended = aligned(
        others.replace("checklist: read-do", "checklist: do-confirm"),
        freshness(original, translation, locked(original, translation)),
    )
    assert mended == head + BODY


def test_a_text_may_end_without_a_line_break() -> None:
    original, translation = example("Eka. [@a-1]\n"), example("Eka.", "pl", "fi")
    head = HEAD.format(title="Title", description="Text.", more="translated_from: fi\n")
    assert aligned(head + "Eka.", freshness(original, translation, locked(original, translation))) == head + "Eka. [@a-1]"


def test_blocks_that_were_cut_otherwise_when_they_were_stamped_are_left_alone() -> None:
    translation = example("Eka. [@a-1]\n\nToka. [@a-1]\n", "pl", "fi")
    lock = locked(example("Eka. [@a-1]\n\nToka. [@a-1]\n"), translation)
    text = HEAD.format(title="Title", description="Text.", more="translated_from: fi\n") + "Eka. [@a-1]\n\nToka. [@a-1]\n"
    assert aligned(text, freshness(example("Eka. Toka. [@a-2]\n"), translation, lock)) == text


def test_what_is_not_current_is_left_alone() -> None:
    translation = example(BODY, "pl", "fi")
    stale = example(BODY.replace("Askel", "Uusi askel").replace("[@a-2; @a-3]", "[@a-2]"))
    found = freshness(stale, translation, locked(example(BODY), translation))
    text = HEAD.format(title="Title", description="Text.", more="") + BODY
    assert aligned(text, found) == text
