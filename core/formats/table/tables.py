"""What a table is, by its heading: our own, a row a quote, or a foreign one, a row an article."""

from collections.abc import Iterable, Iterator, Sequence

from core.errors import BadInput
from core.formats.line.flaws import short
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
    heading, doubled = told_apart(heading), heading
    cells = _named(rows, heading, file.name, problems)
    for other, column in zip(heading, doubled, strict=True):
        if other != column:
            kept = "" if is_own(heading) and reading.columns is None else f", this one is kept as “{short(other)}”"
            problems.remark(f"{file.name}: has another column “{short(column)}” already; the first was taken{kept}")
    if is_own(heading) and reading.columns is None:
        if "article" not in heading:
            raise BadInput(f"{file.name}: holds no text of the articles (column article). Export the table anew.")
        yield from own_lines(cells, file.name, problems, reading)
    else:
        columns = Columns(heading, file.name, reading.columns)
        yield from foreign_lines(cells, columns, file, problems, reading)


def refusal(heading: Sequence[str], name: str, reading: Reading) -> BadInput | None:
    """Return why a table with this heading holds no articles, or None if it does."""
    if is_own(heading) and reading.columns is None:
        return None
    try:
        Columns(told_apart(heading), name, reading.columns)
    except BadInput as error:
        return error
    return None


def told_apart(heading: Sequence[str]) -> list[str]:
    """Return the heading with a number behind each column that was there before, in capitals or not."""
    taken = {column.lower() for column in heading}
    seen: set[str] = set()
    names = []
    for column in heading:
        name, number = column, 2
        while column and name.lower() in (taken if name != column else seen):
            name, number = f"{column} ({number})", number + 1
        seen.add(column.lower())
        taken.add(name.lower())
        names.append(name)
    return names


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
    before, number = problems.count, 0
    for number, row in filter(lambda one: any(one[1]), rows):
        if any(row[len(heading) :]):
            problems.note(f"{name}, row {number}: has {len(row)} cells, but there are {len(heading)} columns")
            continue
        yield number, dict(zip(heading, row, strict=False))
    if not number and problems.count == before:
        problems.note(f"{name}: has a heading, but no rows below it")
