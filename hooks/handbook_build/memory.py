"""What builds remember of each other, in the cache: one file for each subject, all of it made by the same programs."""

from __future__ import annotations

import marshal
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from handbook.recall import Recall
from handbook_io.cache import keep, kept

SEAL = 32
"""Bytes of a SHA-256 over what made the rest, and the rest: only what we wrote ourselves is ever unpacked."""
FORMAT = 2
"""Of marshal: the last without references, whose bytes depend on the values only."""


class Memory:
    """A Recall that can be kept."""

    def __init__(self, folder: Path, subject: str, made_by: str) -> None:
        self._path = folder / f"{subject}.memory"
        self._made_by = made_by
        self.recall = Recall(_read(self._path, made_by))

    def save(self) -> None:
        """Written in one go, so that builds that run at once may share it; what was not asked for is dropped."""
        if not self.recall.is_news:
            return
        data = marshal.dumps(self.recall.kept, FORMAT)
        try:
            keep(self._path, _seal(self._made_by, data) + data)
        except OSError:
            return


class Memories(dict[str, Recall]):
    """What builds remember of each subject, read when it is first asked for.

    With `stays` it outlives a build: the next one of this process finds it in memory.
    """

    def __init__(self, *, stays: bool = False) -> None:
        super().__init__()
        self._stays = stays
        self._place: tuple[Path, str] | None = None
        self._memories: dict[str, Memory] = {}

    def begin(self, folder: Path, made_by: str) -> None:
        """A build begins, by these programs and with its cache in this folder."""
        if self._place != (folder, made_by):
            self._forget()
        self._place = folder, made_by

    def __missing__(self, subject: str) -> Recall:
        assert self._place
        folder, made_by = self._place
        self._memories[subject] = Memory(folder, subject, made_by)
        self[subject] = self._memories[subject].recall
        return self[subject]

    def part(self) -> None:
        """A part of the build has ended, and with it the process, perhaps: what it found out goes to the disk."""
        if not self._stays:
            self.save()
            self._forget()

    def renew(self) -> None:
        """A whole build has ended: what neither it nor those since the last whole one have asked for is forgotten."""
        for recall in self.values():
            recall.renew()

    def discard(self) -> None:
        """What it was made with changed meanwhile: nobody knows which values rest on what."""
        assert self._place
        shutil.rmtree(self._place[0], ignore_errors=True)
        self._forget()

    def save(self) -> None:
        for memory in self._memories.values():
            memory.save()

    def _forget(self) -> None:
        self._memories.clear()
        self.clear()


def _read(path: Path, made_by: str) -> dict[str, Any]:
    """What was kept, or nothing: a damaged file, or one by other programs, is as good as none."""
    found = kept(path)
    seal, data = found[:SEAL], memoryview(found)[SEAL:]
    return dict(marshal.loads(data)) if seal == _seal(made_by, data) else {}


def _seal(made_by: str, data: bytes | memoryview) -> bytes:
    digest = sha256(made_by.encode())
    digest.update(data)
    return digest.digest()
