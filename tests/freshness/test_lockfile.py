"""Lock files: read, written, merged."""

from __future__ import annotations

import subprocess
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from examples import DAY, example, locked

from handbook.freshness.lockfile import HEAD, lock, written
from handbook.freshness.stamping import Stamp, stamped, untouched
from handbook.freshness.states import freshness
from handbook.model.lock import Entry

LATER = date(2026, 12, 1)
STEPS = ("Greet.", "Listen.", "Ask.", "Thank.", "Note it down.")
ORIGINAL = "## A { #a }\n\n" + "".join(f"- [ ] {text} {{ #s{n} }}\n" for n, text in enumerate(STEPS)) + "\nFirst.\n\nSecond.\n"
TRANSLATION = (
    "## Ą { #a }\n\n" + "".join(f"- [ ] ({text}) {{ #s{n} }}\n" for n, text in enumerate(STEPS)) + "\nPierwszy.\n\nDrugi.\n"
)


def test_written_lock_is_read_again() -> None:
    entries = (
        Entry("/title", "0123456789", "abcd", "9876543210", DAY),
        Entry("listen", "0123456789", "abcd", "9876543210", LATER, "only a comma"),
        Entry("why/paragraph/3f2a91", "0123456789", "abcd", "-", DAY),
    )
    found, problems = lock("pl/playbooks/x", written(entries))
    assert found.entries == entries
    assert not problems
    assert [(entry.id, entry.section, entry.kind) for entry in entries] == [
        ("/title", "", ""),
        ("listen", "", ""),
        ("", "why", "paragraph"),
    ]


def test_one_line_a_block_with_an_empty_line_between() -> None:
    text = written((Entry("a", "0" * 10, "0" * 4, "1" * 10, DAY), Entry("b", "0" * 10, "0" * 4, "1" * 10, DAY, "why not")))
    assert text == f"{HEAD}\na 0000000000.0000 1111111111 2026-11-21\n\nb 0000000000.0000 1111111111 2026-11-21 # why not\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("<<<<<<< HEAD", "bad-lock-line"),
        ("a 0123 4567 2026-11-21", "bad-lock-line"),
        ("a 0123456789.abcd 9876543210 2026-02-30", "bad-lock-line"),
        ("known 0123456789.abcd 9876543210 2026-11-21", "repeated-lock-key"),
    ],
)
def test_broken_lines_are_problems(line: str, code: str) -> None:
    _, problems = lock("pl/x", f"{HEAD}\nknown 0123456789.abcd 9876543210 2026-11-21\n\n{line}\n")
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [("translations/pl/x.lock", 5, code)]


def after(original: str, translation: str, *blocks: str, why: str = "") -> str:
    """The lock file after stamping some blocks of changed pages."""
    base = locked(example(ORIGINAL), example(TRANSLATION, "pl", "fi"))
    found = freshness(example(original), example(translation, "pl", "fi"), base)
    return written(stamped(found, Stamp(LATER, frozenset(blocks), why)))


def test_stamping_a_block_changes_its_line_only() -> None:
    base = written(locked(example(ORIGINAL), example(TRANSLATION, "pl", "fi")).entries)
    new = after(ORIGINAL.replace("Ask.", "Ask twice."), TRANSLATION.replace("(Ask.)", "(Ask 2.)"), "s2")
    changed = [line for line in new.split("\n") if line not in base.split("\n")]
    assert len(changed) == 1
    assert changed[0].startswith("s2 ")
    assert changed[0].endswith(LATER.isoformat())


def test_a_waiver_keeps_the_date_and_says_why() -> None:
    new = after(ORIGINAL.replace("Ask.", "Ask ."), TRANSLATION, "s2", why="a stray space")
    (line,) = (line for line in new.split("\n") if line.startswith("s2 "))
    assert line.endswith("2026-11-21 # a stray space")


def test_what_nobody_touched_is_told_apart() -> None:
    base = locked(example(ORIGINAL), example(TRANSLATION, "pl", "fi"))
    original = example(ORIGINAL.replace("Ask.", "Ask twice.").replace("Greet.", "Say hello."))
    found = freshness(original, example(TRANSLATION.replace("(Ask.)", "(Ask 2.)"), "pl", "fi"), base)
    assert [pair.passage.id for pair in untouched(found, ())] == ["s0"]


def test_stamping_the_page_locks_what_was_split_in_both() -> None:
    new = after(ORIGINAL.replace("First.", "First.\n\nAnd more."), TRANSLATION.replace("Pierwszy.", "Pierwszy.\n\nI więcej."))
    assert new.count("a/paragraph/") == 3


def test_equal_texts_get_two_keys() -> None:
    page = "Same.\n\nOther.\n\nSame.\n"
    keys = [entry.key for entry in locked(example(page), example(page, "pl", "fi")).entries]
    assert len(set(keys)) == len(keys) == 5


def merged(tmp_path: Path, base: str, ours: str, theirs: str) -> tuple[int, str]:
    """What git makes of three versions of a file; the number of conflicts first."""
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (tmp_path / name).write_text(text, "utf-8")
    made = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    return made.returncode, made.stdout


def test_any_two_blocks_stamped_apart_merge(tmp_path: Path) -> None:
    base = after(ORIGINAL, TRANSLATION)
    for one, other in permutations(range(len(STEPS)), 2):
        versions = []
        for number in (one, other):
            translation = TRANSLATION.replace(f"({STEPS[number]})", f"(Nowy {number}.)")
            versions.append(after(ORIGINAL.replace(STEPS[number], f"New {number}."), translation, f"s{number}"))
        conflicts, text = merged(tmp_path, base, *versions)
        assert conflicts == 0
        entries = lock("pl/x", text)[0].entries
        assert sum(entry.since == LATER for entry in entries) == 2


def test_new_blocks_in_different_places_merge(tmp_path: Path) -> None:
    base = after(ORIGINAL, TRANSLATION)
    one = after(ORIGINAL.replace("First.", "New.\n\nFirst."), TRANSLATION.replace("Pierwszy.", "Nowy.\n\nPierwszy."), "15")
    two = after(ORIGINAL + "\nLast.\n", TRANSLATION + "\nOstatni.\n", "23", "22", "21", "20")
    conflicts, text = merged(tmp_path, base, one, two)
    assert conflicts == 0
    assert not lock("pl/x", text)[1]


def git(folder: Path, *words: str) -> None:
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True)


def test_two_branches_that_stamp_different_blocks_merge(tmp_path: Path) -> None:
    file = tmp_path / "x.lock"
    original = ORIGINAL.replace("Ask.", "Ask twice.").replace("Thank.", "Thank warmly.")
    git(tmp_path, "init", "-q", "-b", "main")
    for branch, blocks, translation in (
        ("main", (), TRANSLATION),
        ("ask", ("s2",), TRANSLATION.replace("(Ask.)", "(Ask 2.)")),
        ("thank", ("s3",), TRANSLATION.replace("(Thank.)", "(Thank 2.)")),
    ):
        git(tmp_path, "checkout", "-q", *(("-b", branch, "main") if blocks else ("-B", "main")))
        file.write_text(after(original, translation, *blocks) if blocks else after(ORIGINAL, TRANSLATION), "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", branch)
    git(tmp_path, "merge", "-q", "--no-edit", "ask")
    both = TRANSLATION.replace("(Ask.)", "(Ask 2.)").replace("(Thank.)", "(Thank 2.)")
    found, problems = lock("pl/playbooks/x", file.read_text("utf-8"))
    assert not problems
    assert freshness(example(original), example(both, "pl", "fi"), found).state == "current"
