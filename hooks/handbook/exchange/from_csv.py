"""A table for spreadsheet programs in, the concepts that it tells of out."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import islice

from handbook.checks.close import close
from handbook.exchange.cells import CONCEPT_COLUMNS, header, value
from handbook.exchange.incoming import Incoming, Values
from handbook.model.problem import Problem

DELIMITERS = ",;\t"
"""Excel writes semicolons where the decimal sign is a comma."""
MOST = 100
"""Columns that are told to be wrong; a table of other things may have thousands."""
Row = tuple[int, list[str]]


def from_csv(path: str, text: str, languages: Sequence[str]) -> tuple[list[Incoming], list[Problem]]:
    """Columns as `cells.header` names them, in any order; those that are missing leave things as they are."""
    rows, problems = _rows(path, text)
    if problems or not rows:
        return [], problems or [Problem(path, 1, "empty-file")]
    line, columns = rows[0][0], [column.strip() for column in rows[0][1]]
    if problems := [*_wrong_columns(path, line, columns, header(languages))]:
        return [], problems
    found: dict[str, Incoming] = {}
    for line, cells in rows[1:]:
        if len(cells) != len(columns):
            problems.append(Problem(path, line, "uneven-row", {"found": str(len(cells)), "expected": str(len(columns))}))
            continue
        concept = _concept(line, dict(zip(columns, cells, strict=True)), languages)
        if concept.id in found:
            values = {"key": concept.id, "first": str(found[concept.id].line)}
            problems.append(Problem(path, line, "duplicate-key", values))
        found.setdefault(concept.id, concept)
    return list(found.values()), problems


def _rows(path: str, text: str) -> tuple[list[Row], list[Problem]]:
    """Rows with the line on which each begins; empty ones are left out, and empty columns at the end."""
    first = text.partition("\n")[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=max(DELIMITERS, key=first.count), strict=True)
    found: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        return [], [Problem(path, line, "bad-csv", {"detail": str(error)})]
    width = max((at for _, cells in found for at, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return [(line, cells[:width]) for line, cells in found], []


def _wrong_columns(path: str, line: int, columns: list[str], known: list[str]) -> Iterator[Problem]:
    yield from islice(_misnamed(path, line, columns, known), MOST)
    if CONCEPT_COLUMNS[0] not in columns:
        yield Problem(path, line, "missing-value", {"what": path, "key": CONCEPT_COLUMNS[0]})


def _misnamed(path: str, line: int, columns: list[str], known: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for column in columns:
        if column not in known:
            yield Problem(path, line, "unknown-key", {"key": column, "close": close(column, known), "known": ", ".join(known)})
        elif column in seen:
            yield Problem(path, line, "duplicate-key", {"key": column, "first": str(line)})
        seen.add(column)


def _concept(line: int, row: dict[str, str], languages: Sequence[str]) -> Incoming:
    """A language of which every cell is empty is not mentioned."""
    values = {name: value(name, row[name]) for name in CONCEPT_COLUMNS[1:] if name in row}
    by_language: dict[str, Values] = {}
    for lang in languages:
        cells = {name.removeprefix(f"{lang} "): text for name, text in row.items() if name.startswith(f"{lang} ")}
        if any(text.strip() for text in cells.values()):
            by_language[lang] = {name: value(name, text) for name, text in cells.items()}
    return Incoming(row[CONCEPT_COLUMNS[0]].strip(), line, values, by_language)
