"""Builds of one handbook under other circumstances: every file the same, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import yaml
from paths import ROOT

from handbook_build.merging import merge

CIRCUMSTANCES: tuple[tuple[str, Mapping[str, str], tuple[str, ...], int], ...] = (
    ("plain", {}, (), 0o022),
    ("far/away in a föld er", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, ("--jobs", "1"), 0o077),
    ("other", {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"}, ("--jobs", "4"), 0o002),
    ("epoch", {"SOURCE_DATE_EPOCH": "86400", "PYTHONUTF8": "1", "LANG": "fi_FI.UTF-8"}, (), 0o022),
)
"""Folder, environment, options, umask; each has a cache of its own."""
SHUFFLED = """
import os, random, sys
real, listed, chance = os.scandir, os.listdir, random.Random(7)
class Shuffled:
    def __init__(self, found): self.found = iter(found)
    def __iter__(self): return self
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *error): pass
    def close(self): pass
def scandir(path="."):
    found = list(real(path)); chance.shuffle(found); return Shuffled(found)
def listdir(path="."):
    found = listed(path); chance.shuffle(found); return found
os.scandir, os.listdir = scandir, listdir
from handbook_cli.main import main
main()
"""
"""The command with files in another order each time."""


def copied(root: Path, folder: Path) -> Path:
    """The handbook elsewhere, as a fresh clone has it."""
    left_out = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "node_modules", "__pycache__", "tests", "benchmarks")
    shutil.copytree(root, folder, ignore=left_out)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../../", f"{ROOT.as_posix()}/"), "utf-8")
    return folder


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in site.rglob("*") if path.is_file()
    }


def built(root: Path, folder: Path, circumstances: tuple[str, Mapping[str, str], tuple[str, ...], int]) -> dict[str, str]:
    """Path → digest of what is built, with such fonts as are in the cache already."""
    name, settings, options, mask = circumstances
    project, site = copied(root, folder / name / "handbook"), folder / name / "public"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "HANDBOOK_CACHE": str(folder / name / "cache"), **settings}
    command = [sys.executable, "-c", SHUFFLED, "-C", str(project), "build", "--site-dir", str(site), *options]
    made = subprocess.run(command, check=False, env=environment, umask=mask, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return digests(site)


def differences(root: Path, folder: Path) -> dict[str, list[str]]:
    """Circumstances → files that differ from those of the first."""
    first, *others = (built(root, folder, circumstances) for circumstances in CIRCUMSTANCES)
    return {
        name: sorted(path for path in first.keys() | other.keys() if first.get(path) != other.get(path))
        for (name, *_), other in zip(CIRCUMSTANCES[1:], others, strict=True)
    }


def in_parts(root: Path, folder: Path) -> list[str]:
    """Files that differ between a site from one machine and one whose languages were built in folders of their own."""
    one = built(root, folder, ("one", {}, (), 0o022))
    languages = list(yaml.safe_load((root / "handbook.yml").read_text("utf-8"))["languages"])
    for lang in languages:
        built(root, folder, (f"parts/{lang}", {}, ("--part", lang), 0o022))
    merge([folder / "parts" / lang / "public" for lang in languages], folder / "whole", folder / "elsewhere")
    whole = digests(folder / "whole")
    return sorted(path for path in one.keys() | whole.keys() if one.get(path) != whole.get(path))


def main(root: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = differences(root.resolve(), Path(folder))
        found["parts"] = in_parts(root.resolve(), Path(folder))
    for name, paths in found.items():
        print(f"{name}: {len(paths)} files differ", *paths[:10])
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
