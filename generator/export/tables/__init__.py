"""The tables of the site as CSV. datapackage.py publishes their columns as schemas."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from generator.export.safe import cell
from generator.export.tables.columns import Column, Table
from generator.export.tables.of_articles import ARTICLES, CORRECTIONS, MENTIONS, STATEMENTS
from generator.export.tables.of_dossier import DIFFERENCES, ENTITIES, EVENTS, ISSUES
from generator.model import Site
from generator.outputs import Later, later

__all__ = ["TABLES", "Column", "Table", "csv_bytes", "export"]

TABLES: tuple[Table[Any], ...] = (
    ARTICLES,
    ENTITIES,
    STATEMENTS,
    EVENTS,
    ISSUES,
    DIFFERENCES,
    MENTIONS,
    CORRECTIONS,
)


def export(site: Site, _site_url: str) -> Iterator[tuple[str, Later]]:
    """data/NAME.csv: UTF-8, RFC 4180, header in the first line, no cell that a spreadsheet would run."""
    for number, table in enumerate(TABLES):
        yield f"data/{table.name}.csv", later(_numbered, number, getattr(site, table.of))


def _numbered(number: int, of: Sequence[Any]) -> bytes:
    """By its number, since two builds can compare that."""
    return csv_bytes(TABLES[number], of)


def csv_bytes(table: Table[Any], of: Sequence[Any]) -> bytes:
    """`table` as CSV, `of` what the Site has for it."""
    values = [column.value for column in table.columns]
    data = io.BytesIO()
    with io.TextIOWrapper(data, encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows([cell(value(row)) for value in values] for row in table.rows(of))
        out.flush()
        return data.getvalue()
