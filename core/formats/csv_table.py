"""CSV for spreadsheets, both ways: our own table has a row a quote, tables of others a row an article."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import BadInput
from core.formats.losses import EVERYTHING, Trait
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.table.columns import COLUMNS, MUST, Cell, rows_of
from core.formats.table.delimited import delimited_rows, sign_of, without_declaration
from core.formats.table.encoding import encoding_of
from core.formats.table.foreign import likely_columns
from core.formats.table.formulas import guarded
from core.formats.table.tables import heading_of, is_own, read_table, told_apart
from core.model.records import AnnotatedDocument

__all__ = ["COLUMNS", "CsvTable"]


class CsvTable:
    """Writes a table that spreadsheets open as UTF-8 and in which no cell is run as a formula; reads any table."""

    name = "csv"
    suffixes = (".csv", ".tsv")
    title = "Table for spreadsheets (CSV)"
    general = True
    keeps = EVERYTHING - {
        Trait.DECISION,
        Trait.CANDIDATES,
        Trait.EXTRA,
        Trait.EXTRA_ABOUT,
        Trait.REJECTED,
        Trait.ROSTER,
        Trait.UNQUOTED,
        Trait.ZONES,
        Trait.MODEL,
    }

    def recognises(self, head: bytes) -> bool:
        """Whether a file begins with the heading of our own table, or with one that has texts beside something else."""
        heading = _heading(head)
        likely = likely_columns(heading)
        return is_own(heading) or ("text" in likely and len(likely) > 1)

    def surely(self, head: bytes) -> bool:
        """Whether a file begins with the heading of our own table, which programs save under several names."""
        # Asked of every text: its encoding is found out only where the columns' names are in it.
        bare = head.replace(b"\0", b"")
        return all(column.encode() in bare for column in MUST) and is_own(_heading(head))

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good articles and note the others; raises `BadInput` if it is no table of articles."""
        with opened(source) as file:
            rows = delimited_rows(file, problems)
            heading = heading_of(rows, file.name)
            yield from read_table(heading, rows, file, problems, reading or Reading.at_this_moment())

    def columns(self, source: Path | BinaryIO | Source) -> list[str]:
        """Return the heading of a table, for a person to say which column is which (`Reading.columns`)."""
        with opened(source) as file:
            return told_apart(heading_of(delimited_rows(file, Problems()), file.name) or [])

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write a heading and a row for each quote; returns the number of rows. Rejected ones are left out."""
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
        try:
            rows = csv.writer(text)
            rows.writerow(COLUMNS)
            count = 0
            for line in lines:
                for row in rows_of(line):
                    rows.writerow([_safe(row.get(column)) for column in COLUMNS])
                    count += 1
            text.flush()
        finally:
            text.detach()
        return count


def _heading(head: bytes) -> list[str]:
    try:
        declared, start = without_declaration(head.decode(encoding_of(head, ""), "ignore"))
        first = next(iter(start.splitlines()), "")
        return [cell.strip() for cell in next(csv.reader([first], delimiter=declared or sign_of(first)), [])]
    except (csv.Error, BadInput):
        return []


def _safe(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
