"""Builds that are killed at random moments (`make kill`): the published site stays whole, the next build heals."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from paths import CAFE, ROOT
from test_faults import digest

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)


def command(project: Path, site: Path) -> list[str]:
    return [sys.executable, "-m", "handbook_cli", "-C", str(project), "build", "--site-dir", str(site)]


def built(project: Path, site: Path, folder: Path) -> tuple[int, str, float]:
    """Exit status, what was said, and seconds."""
    started = time.monotonic()
    made = subprocess.run(command(project, site), capture_output=True, text=True, env=settings(folder), check=False)
    return made.returncode, made.stderr, time.monotonic() - started


def settings(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "HANDBOOK_CACHE": str(folder / "cache")}


def made_anew(project: Path, clean: Path, folder: Path) -> dict[str, bytes]:
    """What a build makes that takes nothing over."""
    with tempfile.TemporaryDirectory(dir=folder) as own:  # a cache of its own: no memories, no prints
        shutil.rmtree(clean, ignore_errors=True)
        status, said, _ = built(project, clean, Path(own))
    assert status == 0, said
    return digest(clean)


def main(count: int, seed: int) -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # else builds ignore it where we were started in the background
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project, site, clean = folder / "project", folder / "public" / "site", folder / "clean"
        shutil.copytree(CAFE, project, ignore=shutil.ignore_patterns(".cache", "site"))
        config = project / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("../../../", f"{ROOT.as_posix()}/"), "utf-8")
        page = project / "docs/fa/playbooks/pour-tea.md"
        text = page.read_text("utf-8")
        status, said, seconds = built(project, site, folder)
        assert status == 0, said
        published, cut, damaged = digest(site), 0, 0
        outside = digest(project)
        number = 0
        while cut < count:
            number += 1
            page.write_text(f"{text}\nKord {number}.\n", "utf-8")
            process = subprocess.Popen(
                command(project, site),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=settings(folder),
                start_new_session=True,
            )
            moment = chance.uniform(0, seconds)
            time.sleep(moment)
            which = chance.choice(SIGNALS)
            if process.poll() == 0:
                seconds = moment
            elif process.poll() is None:
                cut += 1
                (os.kill if chance.random() < 0.5 else os.killpg)(process.pid, which)
            process.wait()
            now = digest(site)
            if now != published:
                damaged += now != made_anew(project, clean, folder)
                published = now
        page.write_text(f"{text}\nKord {number}.\n", "utf-8")
        deadline = time.monotonic() + 120
        while (status := built(project, site, folder))[0] and "another build" in status[1] and time.monotonic() < deadline:
            time.sleep(1)
        assert status[0] == 0, status[1]
        same = digest(site) == made_anew(project, clean, folder)
        page.write_text(text, "utf-8")
        assert digest(project) == outside, "something outside the target was written"
        left = sorted(path.name for path in site.parent.iterdir())
        print(f"{cut} of {number} builds killed, {damaged} sites damaged; healed: {same}; left beside the site: {left}")
        return int(bool(damaged) or not same or left not in (["site"], [".site.lock", "site"]))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
