"""Columns that a PDF draws row by row: their lines stand side by side, and are read one column after the other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.formats.text_layer.lines import Line

Start = tuple[float, float]
"""Where on a page something begins to be drawn: x and y."""

_ROWS = 4
_MOST = 0.5
"""Of the lines between the first and the last that stand side by side."""
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_LONG = 15
"""Signs of a usual line of a column; what is shorter is a cell of a table, and tables are read by their rows."""
_GOES_ON = 0.3
"""Of the lines of a column that begin with a small letter, since their sentence goes on."""
_STEP, _OTHER_SIZE, _NEAR = 1.5, 1.15, 3.0
"""Of a usual step, and of the size of letters."""


class Read(NamedTuple):
    """The lines of a page in their order; `unsure`: some stand side by side, and it is unknown whether in columns."""

    lines: "list[Line]"
    unsure: bool = False


class _Row(NamedTuple):
    line: "Line"
    cells: list[tuple[int, str]]
    """What stands side by side in it, each with the place at which it begins."""


def may_have_columns(starts: Sequence[Start]) -> bool:
    """Whether in several rows of a page something begins at the same place, and not at the beginning of the row."""
    rows: dict[int, set[int]] = defaultdict(set)
    for x, y in starts:
        rows[round(y)].add(round(x))
    later = Counter(x for places in rows.values() for x in places - {min(places)})
    return max(later.values(), default=0) >= _ROWS


def in_columns(lines: "Sequence[Line]", laid_out: str, starts: Sequence[Start]) -> Read:
    """Return the lines of a page, those that stand side by side taken apart and read column by column.

    `laid_out` is the same page as text in which blanks stand for room.
    """
    rows = _rows(lines, laid_out)
    wide = [place for place, row in enumerate(rows) if len(row.cells) > 1]
    count = Counter(len(rows[place].cells) for place in wide).most_common(1)[0][0] if wide else 0
    full = [place for place in wide if len(rows[place].cells) == count]
    if len(full) < _ROWS or len(full) < _MOST * (full[-1] - full[0] + 1):
        return Read([*lines])
    columns = [[rows[place].cells[number] for place in full] for number in range(count)]
    if any(median(len(words) for _, words in column) < _LONG for column in columns):
        return Read([*lines])
    if any(sum(words[0].islower() for _, words in column) < _GOES_ON * len(column) for column in columns):
        return Read([*lines], unsure=True)
    places = [median(place for place, _ in column) for column in columns]
    return Read([*_Reading(rows, full, places, starts).lines()])


def _rows(lines: "Sequence[Line]", laid_out: str) -> list[_Row]:
    """Return the lines, each with its cells where the page as text has the very same words in a line."""
    known = {}
    for text in laid_out.split("\n"):
        known["".join(text.split())] = [(found.start(), found[0]) for found in _CELL.finditer(text)]
    return [_Row(line, known.get("".join(line.text.split())) or [(0, line.text)]) for line in lines]


class _Reading:
    """Puts the lines of a page in order; `full` are the rows in which every column has a line."""

    def __init__(self, rows: list[_Row], full: list[int], places: list[float], starts: Sequence[Start]) -> None:
        self._rows, self._full, self._places = rows, full, places
        self._starts: dict[int, set[float]] = defaultdict(set)
        for x, y in starts:
            self._starts[round(y)].add(x)
        steps = [rows[place - 1].line.y - rows[place].line.y for place in full[1:]]
        self._leading = median(steps)
        self._size = median(rows[place].line.size for place in full)
        self._left = [median(rows[place].line.x for place in full), *self._later()]

    def _later(self) -> list[float]:
        """Return where the second and each further column begins: the places at which most rows have something."""
        full = {round(self._rows[place].line.y) for place in self._full}
        least = min(self._rows[place].line.x for place in self._full) + _NEAR * self._size
        times = Counter(x for y in full for x in {round(x) for x in self._starts[y]} if x > least)
        common = sorted(times.most_common(len(self._places) - 1))
        return [float(x) for x, _ in common]

    def lines(self) -> "Iterator[Line]":
        """Yield the lines, those of each column together as far as no line goes across."""
        begin, end = self._full[0], self._full[-1]
        while begin > 0 and self._goes_with(begin - 1, begin):
            begin -= 1
        while end + 1 < len(self._rows) and self._goes_with(end + 1, end):
            end += 1
        yield from (row.line for row in self._rows[:begin])
        block: dict[int, list[Line]] = defaultdict(list)
        for place in range(begin, end + 1):
            if self._goes_across(self._rows[place]):
                yield from _flushed(block)
                yield self._rows[place].line
            else:
                for number, line in self._parts(self._rows[place]):
                    block[number].append(line)
        yield from _flushed(block)
        yield from (row.line for row in self._rows[end + 1 :])

    def _goes_with(self, place: int, other: int) -> bool:
        line, step = self._rows[place].line, abs(self._rows[place].line.y - self._rows[other].line.y)
        small, large = sorted((line.size, self._size))
        is_alike = large <= _OTHER_SIZE * small
        return is_alike and step <= _STEP * self._leading and not self._goes_across(self._rows[place])

    def _goes_across(self, row: _Row) -> bool:
        """Whether a line begins in one column and ends in the next one."""
        (begin, words), *others = row.cells
        later = [place for place in self._places if place > begin + 1]
        return not others and self._column(row.line.x) == 0 and bool(later) and begin + len(words) > later[0]

    def _parts(self, row: _Row) -> "Iterator[tuple[int, Line]]":
        if len(row.cells) == 1:
            yield self._column(row.line.x), row.line
            return
        for number, (place, words) in enumerate(row.cells):
            column = 0 if number == 0 else min(range(len(self._places)), key=lambda n: abs(self._places[n] - place))
            x = row.line.x if number == 0 else self._x(column, row.line.y)
            yield column, row.line._replace(text=words, x=x)

    def _column(self, x: float) -> int:
        return max((n for n, left in enumerate(self._left) if x >= left - self._size), default=0)

    def _x(self, column: int, y: float) -> float:
        """Return where a line of a column begins: at its edge, or with an indent."""
        left = self._left[min(column, len(self._left) - 1)]
        near = [x for x in self._starts[round(y)] if abs(x - left) <= _NEAR * self._size]
        return min(near, key=lambda x: abs(x - left), default=left)


def _flushed(block: "dict[int, list[Line]]") -> "Iterator[Line]":
    for number in sorted(block):
        yield from block[number]
    block.clear()
