"""What a table is, by its heading: our own, a row a quote, or a foreign one, a row an article."""

from collections.abc import Iterable, Iterator, Sequence

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.table.columns import MUST
from core.formats.table.foreign import Columns, foreign_lines
from core.formats.table.own import own_lines
from core.model.records import AnnotatedDocument

MOST_COLUMNS = 16_384
"""As many as a workbook may have."""

NumberedRow = tuple[int, Sequence[str]]


def is_own(heading: Sequence[str]) -> bool:
    """Whether these are the columns of our own table."""
    return set(MUST) <= set(heading)


def read_table(
    heading: Sequence[str] | None, rows: Iterable[NumberedRow], file: Source, problems: Problems, reading: Reading
) -> Iterator[AnnotatedDocument]:
    """Yield the articles in the rows below a heading; they are numbered as a spreadsheet does it."""
    if heading is None:
        problems.note(f"{file.name}: is empty")
        return
    cells = _named(rows, heading, file.name, problems)
    if is_own(heading) and reading.columns is None:
        if "article" not in heading:
            raise BadInput(f"{file.name}: holds no text of the articles (column article). Export the table anew.")
        yield from own_lines(cells, file.name, problems, reading)
    else:
        columns = Columns(heading, file.name, reading.columns)
        yield from foreign_lines(cells, columns, file, problems, reading)


def heading_of(rows: Iterator[NumberedRow], name: str) -> list[str] | None:
    """Take the first row that isn't empty; None if there is none. Raises `BadInput` if it has too many columns."""
    for _, row in rows:
        if len(row) > MOST_COLUMNS:
            raise BadInput(f"{name}: has {len(row):,} columns; a table may have {MOST_COLUMNS:,}")
        heading = [cell.strip() for cell in row]
        if any(heading):
            return heading
    return None


def _named(
    rows: Iterable[NumberedRow], heading: Sequence[str], name: str, problems: Problems
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows by column; a row that is longer than the heading can't be trusted and is told."""
    for number, row in rows:
        if not any(row):
            continue
        if any(row[len(heading) :]):
            problems.note(f"{name}, row {number}: has {len(row)} cells, but there are {len(heading)} columns")
            continue
        yield number, dict(zip(heading, row, strict=False))
