"""Measures search on the project's own handbook: what it finds, how fast, and how much is loaded for it."""

import gzip
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import mean, quantiles

from distractors import distractors
from queries import Query, answers, homes, queries, widened

from handbook.addresses import Addresses
from handbook.model.handbook import Handbook
from handbook.search.index import files
from handbook.search.record import Batch, Record
from handbook.search.records import concepts, records
from handbook.site import Site
from handbook.words.words import Words
from handbook_io.disk import handbook_in
from handbook_io.search import Terminal, script
from handbook_io.words.tables import load

PROJECT = Path(__file__).parents[2]
DISTRACTORS = 1_000
SETS = ("queries", "dev", "dev2", "dev3", "heldout", "heldout2")
MENDED = {"queries", "dev", "dev2", "dev3"}
"""Sets whose misses may be looked at; the others only say whether what was mended holds elsewhere."""
SIZES = (0, 100, 1_000, 10_000)


def main() -> None:
    folder = next((Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")), Path(__file__).parent)
    handbook = handbook_in(PROJECT).handbook
    assert handbook
    words = {lang: load(PROJECT / "words", lang) for lang in handbook.languages}
    for name in SETS:
        ranks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for lang in handbook.languages:
            for query, rank in found(handbook, lang, words, queries(folder / f"{name}.{lang}.yml")):
                ranks[lang, query.kind].append(rank)
                if rank not in (1, 2, 3) and name in MENDED and "--misses" in sys.argv:
                    print(f"missed ({rank}): {lang} {query.kind}: {query.text} → {', '.join(query.accept)}")
        report(name, ranks)
    if "--engines" in sys.argv:
        compare(handbook, words, folder)
    if "--costs" in sys.argv:
        costs(handbook, words)


def found(handbook: Handbook, lang: str, words: Mapping[str, Words], asked: tuple[Query, ...]) -> list[tuple[Query, int]]:
    """Every query with the place of the first right result, 0 if there is none among ten.

    With --pages another place of an accepted page is right too.
    """
    own = _records(handbook, lang, words)
    sections = homes(own)
    asked = tuple(map(widened, asked)) if "--pages" in sys.argv else asked
    with _terminal(handbook, lang, words, [*own, *distractors(own, lang, DISTRACTORS)]) as terminal:
        results = [(query, [hit["url"] for hit in terminal.search(query.text)]) for query in asked]
    return [(query, next((i for i, url in enumerate(urls, 1) if answers(url, query, sections)), 0)) for query, urls in results]


def compare(handbook: Handbook, words: Mapping[str, Words], folder: Path) -> None:
    """Ours beside other engines on the same sections and queries."""
    from others import ENGINES, installed

    installed()
    ranks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for lang in handbook.languages:
        own = _records(handbook, lang, words)
        sections, everything = homes(own), [*own, *distractors(own, lang, DISTRACTORS)]
        for name in SETS:
            asked = queries(folder / f"{name}.{lang}.yml")
            ranks["ours", name, lang] = [rank for _, rank in found(handbook, lang, words, asked)]
            for engine, search in ENGINES.items():
                for query, results in zip(asked, search(lang, everything, [query.text for query in asked]), strict=True):
                    right = (i for i, urls in enumerate(results, 1) if any(answers(url, query, sections) for url in urls))
                    ranks[engine, name, lang].append(next(right, 0))
    print(f"\n{'hit@3':24}" + "".join(f"{column:>8}" for column in [*handbook.languages, "all", "MRR"]))
    for engine, name in dict.fromkeys((engine, name) for engine, name, _ in ranks):
        rows = [ranks[engine, name, lang] for lang in handbook.languages]
        whole = [rank for row in rows for rank in row]
        cells = "".join(f"{mean(0 < rank <= 3 for rank in row):8.1%}" for row in (*rows, whole))
        print(f"{f'{engine} {name}':24}{cells}{mean(1 / rank if rank else 0 for rank in whole):8.3f}")


def report(name: str, ranks: Mapping[tuple[str, str], list[int]]) -> None:
    print(f"\n{name:24}{'queries':>8}{'hit@1':>8}{'hit@3':>8}{'MRR':>8}")
    languages = dict.fromkeys(lang for lang, _ in ranks)
    for name, chosen in {
        **{f"{lang} {kind}": [key for key in ranks if key == (lang, kind)] for lang, kind in ranks},
        **{kind: [key for key in ranks if key[1] == kind] for _, kind in ranks},
        **{lang: [key for key in ranks if key[0] == lang] for lang in languages},
        "all": list(ranks),
    }.items():
        row = [rank for key in chosen for rank in ranks[key]]
        if row:
            hits = [mean(0 < rank <= top for rank in row) for top in (1, 3)]
            print(f"{name:24}{len(row):8}{hits[0]:8.1%}{hits[1]:8.1%}{mean(1 / rank if rank else 0 for rank in row):8.3f}")


def costs(handbook: Handbook, words: Mapping[str, Words]) -> None:
    """Most bytes for a first query (gzipped, engine and correction included), time of a query, time to index a record."""
    engine = len(gzip.compress(script(PROJECT), 9))
    print(f"\nengine: {engine} bytes gzipped")
    print(f"{'':4}{'sections':>9}{'index ms each':>15}{'first query kB':>16}{'query p50 ms':>14}{'p95 ms':>8}")
    for lang in handbook.languages:
        own = _records(handbook, lang, words)
        asked = [query.text for query in queries(Path(__file__).parent / f"queries.{lang}.yml")] or [
            record.title for record in own
        ]
        for size in SIZES:
            everything = [*own, *distractors(own, lang, size)]
            start = time.process_time()
            made = dict(files(lang, [Batch("", everything)], words, concepts(handbook)))
            each = (time.process_time() - start) / len(everything)
            sent = {Path(path).stem: len(gzip.compress(content, 9)) for path, content in made.items()}
            firsts = [engine + _first(made, sent, lang, text) for text in asked[::3]]
            with Terminal(script(PROJECT), made, lang) as terminal:
                times = [_timed(terminal, text) for text in asked for _ in range(2)][len(asked) // 2 :]
            cuts = quantiles(times, n=20)
            row = f"{each * 1000:15.2f}{max(firsts) / 1000:16.1f}{cuts[9] * 1000:14.1f}{cuts[18] * 1000:8.1f}"
            print(f"{lang:4}{len(everything):9}{row}")


def _first(made: Mapping[str, bytes], sent: Mapping[str, int], lang: str, text: str) -> int:
    with Terminal(script(PROJECT), made, lang) as terminal:
        terminal.search(text)
        terminal.suggest(text, 0)
        return sum(sent[name] for name in terminal.loaded)


def _timed(terminal: Terminal, text: str) -> float:
    """Processor time of a query whose shards are loaded, in seconds; what else the machine does doesn't count."""
    terminal.search(text)
    start = time.process_time()
    terminal.search(text)
    return time.process_time() - start


def _records(handbook: Handbook, lang: str, words: Mapping[str, Words]) -> list[Record]:
    site = Site(handbook, {}, Addresses(handbook.settings.default), words=words)
    return list(records(handbook, lang, site.addresses, partial(site.finder, lang=lang)))


def _terminal(handbook: Handbook, lang: str, words: Mapping[str, Words], everything: list[Record]) -> Terminal:
    return Terminal(script(PROJECT), dict(files(lang, [Batch("", everything)], words, concepts(handbook))), lang)


if __name__ == "__main__":
    main()
