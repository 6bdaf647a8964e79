"""A command in, what it cost out: CPU seconds with its children, wall seconds, the largest resident set of one process.

Programs are compiled already, as they are from the second start on wherever Python may write its bytecode.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ASIDE = "aside-"
BODY = re.compile(r"(\A---\n.*?^---\n)(?:Edited [a-j]+\. )?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Cost:
    cpu: float
    wall: float
    memory: float
    """MB."""


def measured(command: list[str], without: Path | None = None, cache: Path | None = None) -> Cost:
    """Runs a command, first putting a folder aside that it makes. Raises CalledProcessError."""
    if without:
        put_aside(without)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **({"HANDBOOK_CACHE": str(cache)} if cache else {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert process.stderr
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def put_aside(folder: Path) -> None:
    """Out of the way, not off the disk: ext4 is slow at making files for a minute after many were deleted."""
    if folder.exists():
        folder.rename(folder.with_name(f"{ASIDE}{time.time_ns()}"))


def clear(where: Path) -> None:
    """Removes what was put aside."""
    for folder in where.glob(f"{ASIDE}*"):
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class Handbook:
    """One of our corpora, its cache and its target."""

    root: Path
    cache: Path
    site: Path

    def build(self, jobs: int) -> Cost:
        command = [sys.executable, "-m", "handbook_cli", "-C", str(self.root), "build"]
        return measured([*command, "--site-dir", str(self.site), "--jobs", str(jobs)], cache=self.cache)

    def cold(self, jobs: int) -> Cost:
        for folder in (self.cache, self.site):
            put_aside(folder)
        return self.build(jobs)

    def cold_twice(self) -> Cost:
        """Two builds at once that share nothing but the machine; half their wall time is the least that two processes need."""
        other = Handbook(self.root, self.cache.with_name("cache-2"), self.site.with_name("site-2"))
        with ThreadPoolExecutor(2) as pool:
            costs = list(pool.map(lambda handbook: handbook.cold(jobs=1), (self, other)))
        return Cost(*(max(getattr(cost, key) for cost in costs) for key in ("cpu", "wall", "memory")))

    def edited(self) -> Cost:
        edit(self.root)
        return self.build(jobs=1)


def edited_page(root: Path) -> Path:
    """An original in Finnish: its three translations and the status pages show that it has changed."""
    pages = sorted((root / "docs/fi/playbooks").glob("*.md"))
    return next(page for page in pages if "translated_from:" not in page.read_text("utf-8"))


def edit(root: Path) -> str:
    """Changes the first sentence of a playbook; returns it."""
    page = edited_page(root)
    sentence = "Edited " + "".join("abcdefghij"[int(digit)] for digit in str(time.time_ns())) + "."
    page.write_text(BODY.sub(rf"\1{sentence} ", page.read_text("utf-8"), count=1), "utf-8")
    return sentence


def preview_latency(root: Path, cache: Path, edits: int = 5) -> list[float]:
    """Seconds from saving a playbook until the preview serves its page anew, once for each edit."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "handbook_cli", "-C", str(root), "serve", "-a", address]
    environment = {**os.environ, "HANDBOOK_CACHE": str(cache)}
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    url = f"http://{address}/fi/playbooks/{edited_page(root).stem}/"
    try:
        _until(url, "</html>")
        found = []
        for _ in range(edits):
            time.sleep(1)
            started = time.perf_counter()
            _until(url, edit(root))
            found.append(time.perf_counter() - started)
        return found
    finally:
        server.terminate()
        server.wait()


def _until(url: str, text: str, limit: float = 600) -> None:
    started = time.perf_counter()
    while time.perf_counter() - started < limit:
        try:
            with urlopen(url, timeout=limit) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(url)
