"""Rows on their way into the file, many at a time: a thousand articles are written in a few statements.

Inserts only, and past the unit of work: for imports, whose one step is that something new is there.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Connection, Table
from sqlalchemy.types import TypeEngine

from core.store.packed import Packed, packed
from core.store.prepared import Prepared
from core.store.tables import ORDER, Base

MOST = 2000
"""Rows that wait before they are written."""

Row = Mapping[str, Any]
Column = Callable[[list[Any]], list[Any]]
_text = str.__str__


class Rows:
    """Gathers rows by table and writes parents before children."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: defaultdict[str, list[Row]] = defaultdict(list)
        self._count = 0

    def add(self, table: type[Base], columns: Row) -> None:
        """Take a row, given by the names of its columns; a column that is left out is null."""
        self._waiting[table.__tablename__].append(columns)
        self._count += 1
        if self._count >= MOST:
            self.write()

    def write(self) -> None:
        """Write what waits: to be called before anything is read that may be among it, and at the end."""
        for name in sorted(self._waiting, key=ORDER.__getitem__):
            rows, (columns, statement) = self._waiting[name], _plan(name)
            # Column by column, as they are read: few lines of Python are run for a value.
            values = [made([row.get(column) for row in rows]) for column, made in columns]
            self._connection.exec_driver_sql(statement, list(zip(*values, strict=True)))
        self._waiting.clear()
        self._count = 0


def last_id(connection: Connection, table: type[Base]) -> int:
    """Return the highest number that a table has ever given a row, so that the next one is new for ever."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(query, (table.__tablename__,)).scalar() or 0)


@cache
def _plan(name: str) -> tuple[list[tuple[str, Column]], str]:
    """The columns of a table in the order of its insert, each with what makes it values that the driver takes."""
    table: Table = Base.metadata.tables[name]
    words = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
    insert = Prepared(table.insert())
    columns = {str(each.name): each for each in table.c}
    made = [(each, _made(columns[each].type, f"ck_{name}_{each}" in words)) for each in insert.names]
    return made, insert.text


def _made(kind: TypeEngine[Any], word: bool) -> Column:
    if isinstance(kind, Packed):
        return _packed
    # The driver looks long for what to do with a word of an enumeration or a truth value.
    if isinstance(kind, Boolean):
        return _numbers
    return _words if word else _as_they_are


def _packed(values: list[Any]) -> list[str | None]:
    return [packed(value) for value in values]


def _numbers(values: list[Any]) -> list[int | None]:
    return [None if value is None else int(value) for value in values]


def _words(values: list[Any]) -> list[str | None]:
    return [None if value is None else _text(value) for value in values]


def _as_they_are(values: list[Any]) -> list[Any]:
    return values
