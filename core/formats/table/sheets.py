"""The sheets of a workbook: each whose columns say that it holds articles is read, the others are named."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.formats.line.flaws import short
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.table.tables import NumberedRow, heading_of, read_table, refusal, told_apart
from core.model.records import AnnotatedDocument
from core.model.saying import plural


class Sheet(NamedTuple):
    """A sheet of a workbook, as people call it, and its rows."""

    title: str
    rows: Iterator[NumberedRow]


class _Headed(NamedTuple):
    """A sheet that isn't empty; from the second on its articles without id are called after it, too."""

    sheet: Sheet
    heading: list[str]
    first: bool

    def source(self, file: Source, alone: bool) -> Source:
        title = self.sheet.title
        name = file.name if alone else f"{file.name}, sheet {short(title)}"
        return Source(file.stream, name, file.id if self.first else f"{file.id}-{title}", file.beside)


def read_sheets(
    sheets: Sequence[Sheet], file: Source, problems: Problems, reading: Reading
) -> Iterator[AnnotatedDocument]:
    """Yield the articles of all sheets that hold some; raises `BadInput` if none of them does."""
    full = _headed(sheets, file.name)
    if not full:
        problems.note(f"{file.name}: is empty")
        return
    refusals = [refusal(one.heading, file.name, reading) for one in full]
    if all(refusals) and refusals[0]:
        raise refusals[0]
    for one, refused in zip(full, refusals, strict=True):
        if not refused:
            yield from read_table(one.heading, one.sheet.rows, one.source(file, len(full) == 1), problems, reading)
    others = [f"“{short(one.sheet.title)}”" for one, refused in zip(full, refusals, strict=True) if refused]
    if others:
        what = plural(len(others), "sheet")
        problems.remark(f"{file.name}: left out {what} without a column for texts: {', '.join(others[:10])}")


def columns_of(sheets: Sequence[Sheet], name: str) -> list[str]:
    """Return the columns of the first sheet that holds articles, else of the first that isn't empty."""
    full = _headed(sheets, name)
    likely = [one for one in full if refusal(one.heading, name, Reading()) is None]
    return told_apart((likely or full)[0].heading) if full else []


def _headed(sheets: Sequence[Sheet], name: str) -> list[_Headed]:
    found = ((sheet, heading_of(sheet.rows, name), number == 0) for number, sheet in enumerate(sheets))
    return [_Headed(sheet, heading, first) for sheet, heading, first in found if heading is not None]
