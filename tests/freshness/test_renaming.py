"""All texts and a new name in, the texts that change out, whole."""

from __future__ import annotations

import pytest

from handbook.freshness.renaming import Renaming, renamed

PAGE = """---
title: A
{aliases}---
See [this](#look) and [that](b.md#look). [@a-1]

- [ ] Look. {{ #look }}
- [ ] Look up. {{ #look-up }}
"""
LOCK = "# made by a command\n\nlook aa.bb aa 2026-11-21\n\nlook-up aa.bb aa 2026-11-21\n\nlook/item/aa aa.bb aa 2026-11-21\n"


def test_a_playbook() -> None:
    texts = {
        "docs/et/playbooks/a.md": PAGE.format(aliases="aliases: [old-a, x=look]\n"),
        "docs/fa/playbooks/a.md": PAGE.format(aliases="translated_from: et\n"),
        "docs/et/playbooks/aa.md": "See [it](a.md), [there](../playbooks/a.md#look), [no](aa.md), [nor](ba.md).\n",
        "translations/fa/playbooks/a.lock": LOCK,
        "handbook.yml": "emergency_playbook: a\nsource: (a.md)\n",
        "glossary/a.yml": "see: (a.md)\n",
    }
    assert renamed(texts, Renaming("a", "new")) == {
        "docs/et/playbooks/new.md": PAGE.format(aliases="aliases: [old-a, x=look, a]\n"),
        "docs/et/playbooks/a.md": None,
        "docs/fa/playbooks/new.md": PAGE.format(aliases="aliases: [a]\ntranslated_from: et\n"),
        "docs/fa/playbooks/a.md": None,
        "docs/et/playbooks/aa.md": "See [it](new.md), [there](../playbooks/new.md#look), [no](aa.md), [nor](ba.md).\n",
        "translations/fa/playbooks/new.lock": LOCK,
        "translations/fa/playbooks/a.lock": None,
        "handbook.yml": "emergency_playbook: new\nsource: (a.md)\n",
    }


def test_an_id() -> None:
    texts = {
        "docs/et/playbooks/a.md": PAGE.format(aliases="aliases: [old-a, watch=look, see=look-up]\n"),
        "docs/fa/playbooks/a.md": PAGE.format(aliases=""),
        "docs/et/playbooks/b.md": "See [it](a.md#look), [there](a.md#look-up), [own](#look).\n\n- [ ] Look. { #look }\n",
        "translations/fa/playbooks/a.lock": LOCK,
        "translations/fa/playbooks/b.lock": LOCK,
    }
    page = PAGE.replace("(#look)", "(#gaze)").replace("#look }}", "#gaze }}")
    assert renamed(texts, Renaming("a", "gaze", "look")) == {
        "docs/et/playbooks/a.md": page.format(aliases="aliases: [old-a, watch=gaze, see=look-up, look=gaze]\n"),
        "docs/fa/playbooks/a.md": page.format(aliases="aliases: [look=gaze]\n"),
        "docs/et/playbooks/b.md": "See [it](a.md#gaze), [there](a.md#look-up), [own](#look).\n\n- [ ] Look. { #look }\n",
        "translations/fa/playbooks/a.lock": LOCK.replace("look ", "gaze ").replace("look/", "gaze/"),
    }


def test_a_name_taken_back_is_no_alias_any_more() -> None:
    texts = {"docs/et/playbooks/a.md": PAGE.format(aliases="aliases: [b, c]\n")}
    assert renamed(texts, Renaming("a", "b"))["docs/et/playbooks/b.md"] == PAGE.format(aliases="aliases: [c, a]\n")


def test_an_id_taken_back_is_no_alias_any_more() -> None:
    texts = {"docs/et/playbooks/a.md": PAGE.format(aliases="aliases: [gaze, gaze=look, see=look-up]\n")}
    made = renamed(texts, Renaming("a", "gaze", "look"))["docs/et/playbooks/a.md"]
    assert "aliases: [gaze, see=look-up, look=gaze]\n" in (made or "")


@pytest.mark.parametrize(
    "written",
    [
        "aliases:\n  - old-a\n  - look-at=look # of 2025\n",
        "aliases:\n- old-a\n- 'look-at=look'\n",
        "aliases: [old-a,\n  look-at=look]\n",
        "aliases: [\n  old-a, # of 2025\n  look-at=look,\n]\n",
    ],
)
def test_a_list_of_aliases_in_several_lines_is_the_same_list(written: str) -> None:
    texts = {"docs/et/playbooks/a.md": PAGE.format(aliases=f"{written}translated_from: et\n")}
    made = renamed(texts, Renaming("a", "gaze", "look"))["docs/et/playbooks/a.md"]
    assert (made or "").startswith("---\ntitle: A\naliases: [old-a, look-at=gaze, look=gaze]\ntranslated_from: et\n---\n")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (
            "asked:\n  page: [look, a]\n  look: [look, b]\n  look-up: [c]\n",
            "  page: [look, a]\n  gaze: [look, b]\n  look-up: [c]\n",
        ),
        ("asked: {look-up: [c], look: [look]}\n", "asked: {look-up: [c], gaze: [look]}\n"),
        ("asked: {'look': [look],\n  look-up: [c]}\n", "asked: {'gaze': [look],\n  look-up: [c]}\n"),
        ("asked:\n  look:\n    - look\n", "asked:\n  gaze:\n    - look\n"),
    ],
)
def test_what_staff_ask_for_follows_its_section(written: str, wanted: str) -> None:
    texts = {"docs/et/playbooks/a.md": PAGE.format(aliases=written)}
    made = renamed(texts, Renaming("a", "gaze", "look"))["docs/et/playbooks/a.md"]
    assert f"{wanted}aliases: [look=gaze]\n---\n" in (made or "")


@pytest.mark.parametrize("name", ["", "Big", "a b", "../a", "a_b", "ä"])
def test_a_name_that_cannot_be_an_address_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="can’t become an address"):
        Renaming("a", name)


def test_a_playbook_is_not_called_like_a_device_of_windows_but_an_id_may_be() -> None:
    with pytest.raises(ValueError, match="Windows can’t have a file called 'aux'"):
        Renaming("a", "aux")
    assert Renaming("a", "aux", "look").alias == "look=aux"


def test_what_staff_ask_for_is_filed_under_the_new_id() -> None:
    """In the front matter, not in a text that looks like it."""
    asked = "asked:\n  {id}: [where to]\n  look-up: [look: where]\n"
    body = asked.format(id="look")
    texts = {"docs/et/playbooks/a.md": f"---\ntitle: A\n{asked.format(id='look')}---\n{body}"}
    assert renamed(texts, Renaming("a", "gaze", "look")) == {
        "docs/et/playbooks/a.md": f"---\ntitle: A\n{asked.format(id='gaze')}aliases: [look=gaze]\n---\n{body}"
    }
