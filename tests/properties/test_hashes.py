"""What holds for every original and its translation: form never counts, words always do, and a stamp makes all current."""

from __future__ import annotations

import unicodedata
from datetime import date
from random import Random

from examples import HEAD, locked
from hypothesis import given
from hypothesis import strategies as st

from handbook.freshness.alignment import Item, aligned
from handbook.freshness.lockfile import lock, written
from handbook.freshness.meaning import fingerprint, frame_hash, meaning
from handbook.freshness.states import Freshness, freshness
from handbook.model.lock import Entry
from handbook.model.playbook import Page
from handbook.parse.page import page

WORD = st.text("abcåäöłążқәіңы", min_size=1, max_size=5)
WORDS = st.lists(WORD, min_size=1, max_size=6)
HASH = st.text("0123456789abcdef", min_size=10, max_size=10)
ID = st.from_regex(r"[a-z]{1,3}(-[0-9])?", fullmatch=True)


@given(WORDS, st.data())
def test_how_it_is_written_does_not_count(words: list[str], data: st.DataObject) -> None:
    plain = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    marked = data.draw(st.sampled_from(("**{}**", "_{}_", "`{}`", "[{}](x.md)", "[{}][guest]", "{}\u00ad", "\u200b{}")))
    shaped = [marked.format(word) if number == at else word for number, word in enumerate(words)]
    spaced = data.draw(st.sampled_from((" ", "  ", "\u00a0", "\n"))).join(shaped)
    form = data.draw(st.sampled_from(("NFC", "NFD")))
    assert fingerprint(unicodedata.normalize(form, spaced) + " [@a; @b]") == fingerprint(plain)
    assert meaning(plain) == unicodedata.normalize("NFC", plain)


@given(WORDS, WORD, st.data())
def test_every_word_counts(words: list[str], other: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    changed = [*words[:at], other, *words[at + 1 :]]
    assert (fingerprint(" ".join(changed)) == fingerprint(" ".join(words))) == (changed == words)
    assert fingerprint(" ".join([*words, other])) != fingerprint(" ".join(words))


@given(st.lists(WORD, min_size=1, max_size=3), st.lists(WORD, min_size=1, max_size=3))
def test_frames_differ_where_a_part_does(one: list[str], other: list[str]) -> None:
    assert (frame_hash(*one) == frame_hash(*other)) == (one == other)


KEY = ID | st.builds("{}/{}/{}".format, ID, st.sampled_from(("item", "paragraph")), HASH.map(lambda text: text[:6]))
WHY = st.just("") | WORDS.map(" ".join)
ENTRY = st.builds(Entry, KEY, HASH, HASH.map(lambda text: text[:4]), HASH | st.just("-"), st.dates(date(1900, 1, 1)), WHY)


@given(st.lists(ENTRY, max_size=6, unique_by=lambda entry: entry.key))
def test_a_lock_file_is_read_as_it_was_written(entries: list[Entry]) -> None:
    found, problems = lock("fa/x", written(entries))
    assert problems == []
    assert found.entries == tuple(entries)
    assert [entry.line for entry in found.entries] == [3 + 2 * number for number in range(len(entries))]


KIND, SECTION = st.sampled_from(("step", "item")), st.sampled_from(("", "a"))
ITEM = st.builds(Item, ID | st.just(""), HASH | st.just("0123456789"), KIND, SECTION)
ITEMS = st.lists(ITEM, max_size=8)


@given(ITEMS, ITEMS)
def test_nothing_is_paired_twice(left: list[Item], right: list[Item]) -> None:
    pairs = aligned(left, right)
    assert set(pairs) <= set(range(len(left)))
    assert set(pairs.values()) <= set(range(len(right)))
    assert len(set(pairs.values())) == len(pairs)
    for one, other in pairs.items():
        assert left[one].id == right[other].id or left[one].hash == right[other].hash
        assert left[one].id == right[other].id or not {left[one].id, right[other].id} <= {item.id for item in left} & {
            item.id for item in right
        } - {""}


@given(st.lists(ITEM, max_size=8, unique_by=(lambda item: item.id or item.hash, lambda item: item.hash)), st.randoms())
def test_a_moved_block_stays_itself(items: list[Item], chance: Random) -> None:
    order = list(range(len(items)))
    chance.shuffle(order)
    assert aligned(items, [items[at] for at in order]) == {at: place for place, at in enumerate(order)}


BLOCK = st.builds(
    lambda kind, words: (kind, " ".join(words)), st.sampled_from(("- [ ] {} {{ #{} }}", "> {} {{ #{} }}", "{}")), WORDS
)


def made(blocks: list[tuple[int, str, str]], lang: str) -> Page:
    """A playbook of numbered blocks; in another language, each word has a letter more."""
    more, letter = ("translated_from: fi\n", "w") if lang != "fi" else ("", "")
    said = ((number, form, " ".join(word + letter for word in text.split())) for number, form, text in blocks)
    body = "\n\n".join(form.format(text, f"i{number}") for number, form, text in said)
    text = HEAD.format(title="T" + letter, description="D" + letter, more=more) + body
    found, problems = page(f"docs/{lang}/playbooks/x.md", lang, "playbooks/x", text)
    assert not problems, problems
    assert found
    return found


def by_state(found: Freshness) -> dict[str, int]:
    states = [pair.state for pair in found.pairs]
    return {state: states.count(state) for state in sorted(set(states))}


@given(st.lists(BLOCK, min_size=1, max_size=7, unique_by=lambda block: block[1]), st.data())
def test_what_happens_to_an_original_shows_in_its_translation(blocks: list[tuple[str, str]], data: st.DataObject) -> None:
    numbered = [(number, *block) for number, block in enumerate(blocks)]
    original, translation = made(numbered, "fi"), made(numbered, "pl")
    known = locked(original, translation)
    every = len(blocks) + 2
    assert by_state(freshness(original, translation, known)) == {"current": every}

    moved = data.draw(st.permutations(numbered))
    assert by_state(freshness(made(moved, "fi"), translation, known)) == {"current": every}

    number, form, text = data.draw(st.sampled_from(numbered))
    edited = [(number, form, f"{text} uusi") if block[0] == number else block for block in numbered]
    assert by_state(freshness(made(edited, "fi"), translation, known)) == {"current": every - 1, "stale": 1}

    fewer = [block for block in numbered if block[0] != number]
    expected = {"current": every - 1, "obsolete": 1}
    assert by_state(freshness(made(fewer, "fi"), translation, known)) == expected
    assert by_state(freshness(original, made(fewer, "pl"), known)) == {"current": every - 1, "missing": 1}

    again = locked(made(edited, "fi"), translation)
    assert by_state(freshness(made(edited, "fi"), translation, again)) == {"current": every}
