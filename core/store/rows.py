"""Rows on their way into the file, many at a time: a thousand articles are written in a few statements.

Inserts only, and past the unit of work: for imports, whose one step is that something new is there.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, CheckConstraint, Connection, Table

from core.store.packed import Packed, packed
from core.store.prepared import Prepared
from core.store.tables import Base

MOST = 2000
"""Rows that wait before they are written."""

_PLAIN = frozenset({str, int, type(None)})
_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


class _Plan(NamedTuple):
    """How rows of a table go in; `packed` and `words` are the places of packed values and of words or truth values."""

    names: tuple[str, ...]
    packed: tuple[int, ...]
    words: tuple[int, ...]
    statement: str


class Rows:
    """Gathers rows by table and writes parents before children."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[tuple[Any, ...]]] = {}
        self._count = 0

    def add(self, table: type[Base], columns: Mapping[str, Any]) -> None:
        """Take a row, given by the names of its columns; a column that is left out is null."""
        plan = _plan(table.__tablename__)
        values = list(map(columns.get, plan.names))
        for place in plan.packed:
            values[place] = packed(values[place])
        # The driver looks long for what to do with a word of an enumeration or a truth value.
        for place in plan.words:
            if type(values[place]) not in _PLAIN:
                values[place] = _plain(values[place])
        self._waiting.setdefault(table.__tablename__, []).append(tuple(values))
        self._count += 1
        if self._count >= MOST:
            self.write()

    def write(self) -> None:
        """Write what waits: to be called before anything is read that may be among it, and at the end."""
        for name in sorted(self._waiting, key=_ORDER.__getitem__):
            self._connection.exec_driver_sql(_plan(name).statement, self._waiting[name])
        self._waiting = {}
        self._count = 0


def last_id(connection: Connection, table: type[Base]) -> int:
    """Return the highest number that a table has ever given a row, so that the next one is new for ever."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    return int(connection.exec_driver_sql(query, (table.__tablename__,)).scalar() or 0)


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else str(value)


@cache
def _plan(name: str) -> _Plan:
    table: Table = Base.metadata.tables[name]
    checks = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
    columns = list(enumerate(table.c))
    insert = Prepared(table.insert())
    return _Plan(
        insert.names,
        tuple(place for place, each in columns if isinstance(each.type, Packed)),
        tuple(place for place, each in columns if isinstance(each.type, Boolean) or f"ck_{name}_{each.name}" in checks),
        insert.text,
    )
