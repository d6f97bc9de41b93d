"""Excel's workbooks, both ways: the same table as CSV; read is each sheet whose columns say that it holds articles.

Texts are written as texts, so nothing is run as a formula; what is too long for a cell goes on in further rows.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, BinaryIO

from core.errors import BadInput
from core.formats.csv_table import CsvTable
from core.formats.hushed import hushed
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.table.columns import COLUMNS, Cell, rows_of
from core.formats.table.formulas import guarded, unguarded
from core.formats.table.parts import cut
from core.formats.table.sheets import Sheet, columns_of, read_sheets
from core.formats.table.workbooks import check, escaped, merged_over_rows, unescaped
from core.formats.xml_tree import xml_root
from core.model.records import AnnotatedDocument

_DAY = datetime(2000, 1, 1)
_STAMP = (2000, 1, 1, 0, 0, 0)
_MOST_ROWS = 1_048_576
_AT_ONCE = 100
_CORE = "docProps/core.xml"
_DAMAGED = "is no Excel workbook (.xlsx) that can be read"

Row = tuple[Any, ...]


class Xlsx:
    """Writes and reads workbooks; the same lines always give the same bytes."""

    name = "xlsx"
    suffixes = (".xlsx",)
    title = "Table for spreadsheets (Excel)"
    keeps = CsvTable.keeps

    def recognises(self, head: bytes) -> bool:
        """Whether a file begins as a zip archive that has the parts of a workbook."""
        return head.startswith(b"PK\x03\x04") and b"xl/" in head

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good articles and note the others; raises `BadInput` if it is no workbook of articles."""
        with opened(source) as file:
            data = _checked(file)
            sheets = _sheets(data, file.name)
            with _damage_told(file.name):
                merged = merged_over_rows(data)
            if merged:
                problems.remark(
                    f"{file.name}: has cells that are merged over several rows ({len(merged):,}, the first is "
                    f"{merged[0]}); what they say was taken for the first of these rows only"
                )
            yield from read_sheets(sheets, file, problems, reading or Reading.at_this_moment())

    def columns(self, source: Path | BinaryIO | Source) -> list[str]:
        """Return the heading of a table, for a person to say which column is which (`Reading.columns`)."""
        with opened(source) as file:
            return columns_of(_sheets(_checked(file), file.name), file.name)

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write a heading and a row for each quote; returns the number of rows with quotes, rejected ones left out."""
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell

        book = Workbook(write_only=True)
        book.properties.created = _DAY
        sheet = book.create_sheet("quotes")
        sheet.freeze_panes = "A2"
        sheet.append(COLUMNS)
        count = 0
        for line in lines:
            for row in rows_of(line):
                count += 1
                for part in cut({column: _safe(cell) for column, cell in row.items()}):
                    sheet.append([_cell(WriteOnlyCell(sheet), part.get(column)) for column in COLUMNS])
        with TemporaryFile() as made:
            with hushed():
                book.save(made)
            _pack_again(made, out)
        return count


def _safe(cell: Cell) -> Cell:
    """A text cell runs nothing; only one that looks as if CSV had made it safe needs a sign to be told from such."""
    return guarded(cell) if isinstance(cell, str) and unguarded(cell) != cell else cell


def _cell(cell: Any, value: Cell) -> Any:
    """Fill a cell so that a text is a text whatever it begins with, and a number keeps all its digits."""
    if value is not None and value != "":
        cell.value = "x"
        cell.data_type = "s" if isinstance(value, str) else "n"
        cell._value = escaped(value) if isinstance(value, str) else repr(value)
    return cell


def _pack_again(made: IO[bytes], out: BinaryIO) -> None:
    """Write the parts in a fixed order and with fixed dates."""
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(given.namelist(), key=lambda name: (not name.startswith(("[", "_", "xl/workbook")), name)):
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            with given.open(name) as part, packed.open(info, "w") as whole:
                if name == _CORE:
                    whole.write(_dated(part.read()))
                else:
                    while block := part.read(1024 * 1024):
                        whole.write(block)


def _dated(core: bytes) -> bytes:
    """Return the properties with a fixed moment of change, since the library puts in the present one."""
    from lxml import etree

    root = xml_root(core)
    for element in root.iter("{http://purl.org/dc/terms/}modified"):
        element.text = f"{_DAY.isoformat()}Z"
    dated: bytes = etree.tostring(root)
    return dated


def _checked(file: Source) -> io.BytesIO:
    data = io.BytesIO(file.whole())
    check(data, file.name)
    return data


def _sheets(data: io.BytesIO, name: str) -> list[Sheet]:
    """Return the name and the rows of each sheet."""
    with _damage_told(name):
        from openpyxl import load_workbook

        with hushed():
            book = load_workbook(data, read_only=True, data_only=True, keep_links=False)
        return [Sheet(sheet.title, _rows(sheet, name)) for sheet in book.worksheets]


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """A damaged workbook makes its readers raise whatever they stumble over."""
    try:
        yield
    except Exception as error:
        raise BadInput(f"{name}: {_DAMAGED}") from error


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each row."""
    try:
        sheet.reset_dimensions()
        rows: Iterator[Row] = sheet.iter_rows(values_only=True)
        for number, row in zip(range(1, _MOST_ROWS + 1), _hushed(rows), strict=False):
            yield number, _stripped([_read(value) for value in row])
    except Exception as error:
        raise BadInput(f"{name}: {_DAMAGED}") from error


def _hushed(rows: Iterator[Row]) -> Iterator[Row]:
    # Some at a time: to be hushed for each takes longer than to read the million empty ones above a cell far below.
    while True:
        with hushed():
            some = list(islice(rows, _AT_ONCE))
        if not some:
            return
        yield from some


def _read(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (value.date() if value.time() == datetime.min.time() else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return unescaped(value) if isinstance(value, str) else str(value)


def _stripped(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row
