"""Rows on their way into the file, many at a time: a thousand articles are written in a few statements.

Inserts only, and past the unit of work: for imports, whose one step is that something new is there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Boolean, CheckConstraint, ColumnElement, Connection, Table

from core.store.aside import Aside
from core.store.packed import Packed, packed_all
from core.store.prepared import Prepared, driver_of
from core.store.tables import ORDER, Base

MOST = 3000
"""Rows that wait before they are written."""

_WIDTHS = (800, 200, 50, 10, 1)
"""Rows of one statement; SQLite takes 32,766 values, and a quote has 34."""
_FEW = 50
"""Up to so many rows a statement has places for all values: it is then always the same one."""
_EMPTY = {type(None): "NULL", bool: "0", str: "''", tuple: "'[]'", dict: "'{}'"}

Row = tuple[Any, ...]
Column = Callable[[Row], Iterable[Any]]


class Rows:
    """Gathers rows by table and writes parents before children, `aside` where there is one."""

    def __init__(self, connection: Connection, aside: Aside | None = None) -> None:
        self._connection = connection
        self._aside = aside or Aside()
        self._waiting: defaultdict[str, list[Row]] = defaultdict(list)
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
        written = [
            (name, *_laid_out(name, self._waiting[name])) for name in sorted(self._waiting, key=ORDER.__getitem__)
        ]
        self._aside.wait()  # so that no more than this waits there
        for name, places, rows in written:
            self._aside.do(_insert, self._connection, name, places, rows)
        self._waiting.clear()
        self._count = 0

    def write(self) -> None:
        """Write what waits: to be called before anything is read that may be among it, and at the end."""
        self.hand_over()
        self._aside.wait()


def _laid_out(name: str, rows: Sequence[Row]) -> tuple[str, list[Row]]:
    """Return the places of a row in a statement, and the values that come there; what all lack stands there itself."""
    places, columns = list[str](), list[Iterable[Any]]()
    # Column by column, as they are read: few lines of Python are run for a value.
    for made, column in zip(_plan(name).made, zip(*rows, strict=True), strict=True):
        empty = _EMPTY.get(type(column[0])) if len(rows) > _FEW and not column[0] else None
        if empty is not None and column.count(column[0]) == len(column):
            places.append(empty)
        else:
            places.append("?")
            columns.append(made(column) if made else column)
    return f"({', '.join(places)})", list(zip(*columns, strict=True))


def _insert(connection: Connection, name: str, places: str, rows: Sequence[Row]) -> None:
    """Insert rows by as few statements as can be: between two rows of one, Python is not asked for a turn."""
    start = 0
    for count in _WIDTHS:
        while len(rows) - start >= count:
            statement = f"{_plan(name).insert} VALUES {', '.join([places] * count)}"
            with driver_of(connection, statement) as driver:
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
