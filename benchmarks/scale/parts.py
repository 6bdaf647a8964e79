"""Pages of our own, multiplied, in; what each language costs as a part, what merging costs, and that the bytes are the same, out.

python benchmarks/scale/parts.py [--pages 400] [--prints]
"""

from __future__ import annotations

import argparse
import filecmp
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks/build"))

from corpus import ours, playbooks_of  # noqa: E402 (the other benchmark's own)
from measure import Cost, measured  # noqa: E402

LANGUAGES = ("en", "fi", "pl", "kk")


def handbook(root: Path, *words: str) -> Cost:
    """What a command costs without a cache from before."""
    cache = root.with_name("cache")
    return measured([sys.executable, "-m", "handbook_cli", "-C", str(root), *words], without=cache, cache=cache)


def rows(root: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    yield "one machine, all languages", handbook(root, "build", "--site-dir", str(folder / "one"), "--jobs", "1")
    for lang in LANGUAGES:
        yield f"the part {lang}", handbook(root, "build", "--part", lang, "--site-dir", str(folder / lang))
    parts = [str(folder / lang) for lang in LANGUAGES]
    yield "merging", handbook(root, "merge", *parts, "--site-dir", str(folder / "whole"))


def same(one: filecmp.dircmp[str]) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    _, other, unread = filecmp.cmpfiles(one.left, one.right, one.common_files, shallow=False)
    return not (one.left_only or one.right_only or other or unread) and all(map(same, one.subdirs.values()))


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=int, default=400)
    options.add_argument("--prints", action="store_true", help="with PDFs and cards")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, root = Path(name), Path(name) / "handbook"
        ours(root, playbooks_of(given.pages))
        if given.prints:
            config = root / "mkdocs.yml"
            config.write_text(re.sub("http://127.0.0.1:8000/", "https://handbook.example/", config.read_text("utf-8")), "utf-8")
        print(f"| {given.pages} pages{', with PDFs' if given.prints else ''} | CPU s | peak MB |\n|---|---:|---:|")
        for what, cost in rows(root, folder):
            print(f"| {what} | {cost.cpu:.2f} | {cost.memory:.0f} |", flush=True)
        is_same = same(filecmp.dircmp(folder / "one", folder / "whole", ignore=[]))
    print("the same bytes" if is_same else "DIFFERENT BYTES")
    return int(not is_same)


if __name__ == "__main__":
    sys.exit(main())
