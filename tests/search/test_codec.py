"""What Python packs, JavaScript unpacks."""

import json
import random
from pathlib import Path

from py_mini_racer import MiniRacer

from handbook.bundle import bundle
from handbook.search.codec import base36, packed_postings, packed_words, posting

OPEN = 'import { unpackedPostings, unpackedWords } from "./codec.js";\nglobalThis.codec = { unpackedPostings, unpackedWords };\n'


def unpacked(root: Path, name: str, text: str) -> object:
    modules = {"codec.js": (root / "overrides/search/codec.js").read_text("utf-8"), "open.js": OPEN}
    with MiniRacer() as context:
        context.eval(bundle("open.js", modules))
        return json.loads(str(context.eval(f"JSON.stringify(codec.{name}({json.dumps(text)}))")))


def test_postings(root: Path) -> None:
    chance = random.Random(1)
    postings = [(record, chance.randint(1, 16)) for record in sorted(chance.sample(range(200_000), 3_000))]
    text = packed_postings(posting(record, weight) for record, weight in postings)
    assert "\\" not in text
    assert '"' not in text
    assert unpacked(root, "unpackedPostings", text) == [list(pair) for pair in postings]


def test_words(root: Path) -> None:
    rows = [
        ("a", ""),
        ("asiakas", "1z"),
        ("asiakaspalvelu", ""),
        ("asiakaspalvelutilanteessakaan", "3"),
        ("шағым", "a,b"),
        ("шаг", ""),
    ]
    assert unpacked(root, "unpackedWords", packed_words(rows)) == [list(row) for row in rows]


def test_base36() -> None:
    assert [base36(number) for number in (0, 35, 36, 1295, 1296)] == ["0", "z", "10", "zz", "100"]
