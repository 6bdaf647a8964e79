"""A file of the relevance set in, its queries out; and whether a result answers one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from handbook.search.record import Record


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    kind: str
    accept: tuple[str, ...]


def queries(path: Path) -> tuple[Query, ...]:
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8")) if path.exists() else []
    return tuple(Query(str(row["query"]), row["kind"], tuple(row["accept"])) for row in rows)


def widened(query: Query) -> Query:
    """The same, with every place of an accepted playbook accepted."""
    return replace(
        query, accept=tuple(place if place.startswith("glossary#") else place.partition("#")[0] for place in query.accept)
    )


def homes(records: Iterable[Record]) -> Mapping[str, str]:
    """Address of a step or phrase → that of its section."""
    return {f"{record.page}#{block.anchor}": record.url for record in records for block in record.blocks if block.anchor}


def answers(url: str, query: Query, sections: Mapping[str, str]) -> bool:
    return any(_place(address) == place or ("#" not in place and _place(address).partition("#")[0] == place)
               for address in {url, sections.get(url, url)} for place in query.accept)  # fmt: skip


def _place(url: str) -> str:
    """ "fi/playbooks/handle-a-complaint/#receive" → "handle-a-complaint#receive"."""
    page, mark, anchor = url.partition("#")
    return page.rstrip("/").rpartition("/")[2] + mark + anchor
