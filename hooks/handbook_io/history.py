"""Git's history of the handbook's folder in, older texts out; nothing where there is no history."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from handbook.freshness.passages import passages
from handbook.parse.page import page
from handbook.read import SourceFile

VERSIONS = 200
"""How far back an old wording is looked for."""
READ_PATHS = ("handbook.yml", "docs", "glossary", "rules", "sources", "translations")


class NoHistoryError(Exception):
    """Git can't give what was asked for; the text says why."""


def old_texts(root: Path, path: str, lang: str, name: str, hashes: frozenset[str]) -> dict[str, str]:
    """Hash → the wording that it was made from, as far as the history of the original holds it."""
    found: dict[str, str] = {}
    for text in versions(root, path) if hashes else ():
        made, _ = page(path, lang, name, text)
        if made:
            found |= {
                passage.hash: passage.text for passage in passages(made) if passage.hash in hashes and passage.hash not in found
            }
        if found.keys() == hashes:
            break
    return found


def versions(root: Path, path: str) -> Iterator[str]:
    """The file's older texts, the newest first; there is none of a commit that removed it."""
    try:
        commits = _git(root, "log", f"--max-count={VERSIONS}", "--format=%H", "--", path).decode().split()
    except NoHistoryError:
        return
    for commit in commits:
        with suppress(NoHistoryError):
            yield _git(root, "show", f"{commit}:./{path}").decode("utf-8", "replace")


def files_at(root: Path, ref: str) -> list[SourceFile]:
    """The handbook's files as they were in a commit, branch or tag. Raises NoHistoryError."""
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", f"{ref}:{_prefix(root)}").decode("utf-8", "replace")
    rows = [(*head.split(), name) for head, _, name in (row.partition("\t") for row in listed.split("\0") if row)]
    wanted = [
        (hash, name)
        for _, kind, hash, name in rows
        if kind == "blob" and name.split("/")[0] in READ_PATHS and not name.startswith("docs/assets/")
    ]
    data = _git(root, "cat-file", "--batch", given="\n".join(hash for hash, _ in wanted).encode() + b"\n") if wanted else b""
    return list(_unpacked(data, [name for _, name in wanted]))


def _prefix(root: Path) -> str:
    return os.fsdecode(_git(root, "rev-parse", "--show-prefix")).removesuffix("\n")


def _unpacked(data: bytes, names: list[str]) -> Iterator[SourceFile]:
    at = 0
    for name in names:
        end = data.index(b"\n", at)
        size = int(data[at:end].split()[2])
        yield SourceFile(name, data[end + 1 : end + 1 + size])
        at = end + size + 2


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    try:
        made = subprocess.run(["git", "-C", str(root), *words], input=given, capture_output=True, check=False)
    except OSError as error:
        raise NoHistoryError(f"git can’t be run ({error.strerror})") from None
    if made.returncode:
        raise NoHistoryError(made.stderr.decode("utf-8", "replace").strip().partition("\n")[0] or "git failed")
    return made.stdout
