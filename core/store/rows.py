"""Rows on their way into the file, many at a time: a thousand articles are written in a few statements.

Inserts only, and past the unit of work: for imports, whose one step is that something new is there.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Boolean, CheckConstraint, ColumnElement, Connection, Table

from core.store.aside import Aside
from core.store.packed import Packed, packed_all
from core.store.prepared import Prepared, driver_of, errors_told
from core.store.tables import ORDER, Base

MOST = 3000
"""Rows that wait before they are written."""

WIDTHS = (800, 200, 50, 10, 1)
"""Rows of one statement; SQLite takes 32,766 values, and a quote has 34."""
_EMPTY = {type(None): "NULL", bool: "0", str: "''", tuple: "'[]'", dict: "'{}'"}

Row = tuple[Any, ...]
Column = Callable[[Row], Iterable[Any]]


class Rows:
    """Gathers rows by table and writes parents before children, `aside` where there is one."""

    def __init__(self, connection: Connection, aside: Aside | None = None) -> None:
        self._connection = connection
        self._aside = aside or Aside()
        self._waiting: defaultdict[str, list[Row]] = defaultdict(list)
        self._lacked: dict[str, Collection[int]] = {}
        self._count = 0

    @property
    def many(self) -> bool:
        """Whether so many wait that they should be handed over."""
        return self._count >= MOST

    def add(self, table: type[Base], columns: Mapping[str, Any]) -> None:
        """Take a row, given by the names of its columns; a column that is left out is null."""
        self.add_rows(table, [tuple([columns.get(name) for name in _plan(table.__tablename__).names])])

    def add_rows(self, table: type[Base], rows: Sequence[Row]) -> None:
        """Take rows, given in the order of the columns."""
        if rows:
            self._waiting[table.__tablename__] += rows
            self._count += len(rows)

    def hand_over(self) -> None:
        """Have written what waits; it need not be there yet."""
        driver = driver_of(self._connection)
        inserts = [
            partial(_insert, driver, name, *self._laid_out(name, self._waiting[name]))
            for name in sorted(self._waiting, key=ORDER.__getitem__)
        ]
        self._aside.wait()  # so that no more than this waits there
        for insert in inserts:
            self._aside.do(insert)
        self._waiting.clear()
        self._count = 0

    def write(self) -> None:
        """Write what waits: to be called before anything is read that may be among it, and at the end."""
        self.hand_over()
        self._aside.wait()

    def _laid_out(self, name: str, rows: Sequence[Row]) -> tuple[str, list[Row]]:
        """Return the places of a row in a statement, and the values that come there.

        What all rows lack, and all before them lacked, stands in the statement itself.
        """
        # Column by column, as they are read: few lines of Python are run for a value.
        columns = list(zip(*rows, strict=True))
        lacked = {place: empty for place, column in enumerate(columns) if (empty := _lacked(column)) is not None}
        if name in self._lacked:
            lacked = {place: empty for place, empty in lacked.items() if place in self._lacked[name]}
        self._lacked[name] = lacked.keys()
        made = zip(_plan(name).made, columns, strict=True)
        values = [make(column) if make else column for place, (make, column) in enumerate(made) if place not in lacked]
        assert values, "no row lacks its key"
        places = [lacked.get(place, "?") for place in range(len(columns))]
        return f"({', '.join(places)})", list(zip(*values, strict=True))


def _lacked(column: Row) -> str | None:
    """Return what stands in a statement for a column in which all rows have nothing."""
    empty = None if column[0] else _EMPTY.get(type(column[0]))
    return empty if empty is not None and column.count(column[0]) == len(column) else None


def _insert(driver: sqlite3.Connection, name: str, places: str, rows: Sequence[Row]) -> None:
    """Insert rows by as few statements as can be: between two rows of one, Python is not asked for a turn."""
    start = 0
    for count in WIDTHS:
        while len(rows) - start >= count:
            statement = f"{_plan(name).insert} VALUES {', '.join([places] * count)}"
            with errors_told(statement):
                driver.execute(statement, list(chain.from_iterable(rows[start : start + count])))
            start += count


def last_id(connection: Connection, table: type[Base]) -> int:
    """Return the highest number that a table has ever given a row, so that the next one is new for ever."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(query, (table.__tablename__,)).scalar() or 0)


class _Plan(NamedTuple):
    """How rows of a table are written: the names of its columns, and what makes each what the driver takes, if any."""

    names: tuple[str, ...]
    made: tuple[Column | None, ...]
    insert: str


@cache
def _plan(name: str) -> _Plan:
    table: Table = Base.metadata.tables[name]
    words = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
    insert = Prepared(table.insert())
    names = tuple(str(each.name) for each in table.c)
    assert names == insert.names, "an insert names the columns in their order"
    made = tuple(_made(each, word=f"ck_{name}_{each.name}" in words, nullable=bool(each.nullable)) for each in table.c)
    return _Plan(names, made, insert.text.partition(" VALUES ")[0])


def _made(column: ColumnElement[Any], *, word: bool, nullable: bool) -> Column | None:
    if isinstance(column.type, Packed):
        return packed_all
    # The driver looks long for what to do with a word of an enumeration or a truth value.
    if isinstance(column.type, Boolean):
        return _map_of(int, nullable=nullable)
    return _map_of(str.__str__, nullable=nullable) if word else None


def _map_of(made: Callable[[Any], Any], *, nullable: bool) -> Column:
    return (
        (lambda values: [None if each is None else made(each) for each in values]) if nullable else partial(map, made)
    )
