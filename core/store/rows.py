"""Rows on their way into the file, many at a time: a thousand articles are written in a few statements.

Inserts only, and past the unit of work: for imports, whose one step is that something new is there.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Connection, Table

from core.store.packed import Packed
from core.store.packed import packed as pack
from core.store.prepared import Prepared
from core.store.tables import Base

MOST = 2000
"""Rows that wait before they are written."""

_PLAIN = frozenset({str, int, type(None)})
_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


class Rows:
    """Gathers rows by table and writes parents before children."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}
        self._count = 0

    def add(self, table: type[Base], columns: Mapping[str, Any]) -> None:
        """Take a row, given by the names of its columns; a column that is left out is null."""
        names, packed, words, _ = _plan(table.__tablename__)
        values = list(map(columns.get, names))
        for place in packed:
            values[place] = pack(values[place])
        # The driver looks long for what to do with a word of an enumeration or a truth value.
        for place in words:
            if type(values[place]) not in _PLAIN:
                values[place] = _plain(values[place])
        self._waiting.setdefault(table.__tablename__, []).append(tuple(values))
        self._count += 1
        if self._count >= MOST:
            self.write()

    def write(self) -> None:
        """Write what waits: to be called before anything is read that may be among it, and at the end."""
        for name in sorted(self._waiting, key=_ORDER.__getitem__):
            self._connection.exec_driver_sql(_plan(name)[3], self._waiting[name])
        self._waiting = {}
        self._count = 0


def last_id(connection: Connection, table: type[Base]) -> int:
    """Return the highest number that a table has ever given a row, so that the next one is new for ever."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(query, (table.__tablename__,)).scalar() or 0)


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else str(value)


@cache
def _plan(name: str) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], str]:
    """Names of the columns, which of them are packed, which hold words of a list or truth values, and the statement."""
    table: Table = Base.metadata.tables[name]
    checks = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
    packed = tuple(place for place, column in enumerate(table.c) if isinstance(column.type, Packed))
    words = tuple(
        place
        for place, column in enumerate(table.c)
        if isinstance(column.type, Boolean) or f"ck_{name}_{column.name}" in checks
    )
    insert = Prepared(table.insert())
    return insert.names, packed, words, insert.text
