"""Rows with quotation marks that are not as CSV wants them: told and left out, so that none swallows the next ones."""

import csv
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from core.errors import BadInput
from core.formats.problems import Problems

_OPEN, _WITHIN = "unexpected end of data", "expected after"
"""What Python says of a mark that is open at the end, and of words behind one that closes a cell."""

_ADVICE = "Put it right in the table and import that again."


class Lines(Protocol):
    """The lines of a table; `taken` are those of the present row."""

    name: str
    sign: str
    taken: list[str]

    def __iter__(self) -> Iterator[str]: ...

    def __next__(self) -> str: ...

    def next_row(self, number: int, again: Sequence[str] = ()) -> None:
        """Begin another row, with lines that are to be read once more."""


def checked_rows(lines: Lines, quoting: Any, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of the rows that hold together, and note the others.

    Behind a row with a wrong mark may come the rest of its text. So the next row must have a cell for each column.
    """
    rows = csv.reader(lines, delimiter=lines.sign, quoting=quoting, strict=True)
    number, width, doubtful = 1, 0, False
    lines.next_row(number)
    while True:
        again: list[str] = []
        try:
            row = next(rows, None)
        except csv.Error as error:
            wrong = f"{lines.name}, row {number}: {_wrong(str(error), len(lines.taken))}"
            if width < 2 or not any(known in str(error) for known in (_OPEN, _WITHIN)):
                raise BadInput(f"{wrong}, so the table can't be read on. {_ADVICE}") from None
            again = _rows_within(lines, quoting, width)
            left = len(lines.taken) - len(again)
            what = "the row was" if left == 1 else f"{left} lines from there on were"
            problems.note(f"{wrong}, so {what} left out. {_ADVICE}")
            row, doubtful = [], True
        if row is None:
            return
        width = width or len(row)
        if row and doubtful and len(row) != width:
            problems.note(f"{lines.name}, row {number}: has {len(row)} cells, but there are {width} columns")
        elif row:
            doubtful = False
            yield number, row
        number += 1
        lines.next_row(number, again)


def _rows_within(lines: Lines, quoting: Any, width: int) -> list[str]:
    """Return the lines behind the first one if they are rows by themselves; the last may go on in the next line."""
    others = lines.taken[1:]
    for place, line in enumerate(others, 1):
        try:
            whole = next(csv.reader([line], delimiter=lines.sign, quoting=quoting, strict=True), [])
        except csv.Error as error:
            if place < len(others) or _OPEN not in str(error):
                return []
        else:
            if len(whole) != width:
                return []
    return others


def _wrong(error: str, count: int) -> str:
    """Say what is wrong with a row of so many lines."""
    if _OPEN in error:
        return "a quotation mark is never closed"
    if _WITHIN not in error:
        return f"is no row of a table ({error})"
    within = 'within a cell is not doubled ("")'
    return f"a quotation mark {within}" if count == 1 else f"a quotation mark is never closed, or one {within}"
