"""Statements of plain values that are put into SQL once: what is done for each anew would be felt at every key."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement

Values = Mapping[str, Any]


class Prepared:
    """Runs one statement in a connection's transaction, with values by name, by the driver itself.

    Values and rows go past the types of the columns, so none may be packed. Errors are those of SQLAlchemy.
    """

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement

    @cached_property
    def text(self) -> str:
        """The statement as SQLite takes it."""
        return str(self._compiled)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its values, in the order of their places."""
        return tuple(self._compiled.positiontup)

    def run(self, connection: Connection, values: Values) -> None:
        """Run it for what it does."""
        with driver_of(connection, self.text) as driver:
            driver.execute(self.text, self._placed(values))

    def many(self, connection: Connection, rows: Iterable[Values]) -> None:
        """Run it for each of some rows."""
        with driver_of(connection, self.text) as driver:
            driver.executemany(self.text, [self._placed(values) for values in rows])

    def rows(self, connection: Connection, values: Values) -> list[tuple[Any, ...]]:
        """Run it and return all rows."""
        with driver_of(connection, self.text) as driver:
            return driver.execute(self.text, self._placed(values)).fetchall()

    def value(self, connection: Connection, values: Values) -> Any:
        """Run it and return the first column of the first row, None if there is no row."""
        with driver_of(connection, self.text) as driver:
            row = driver.execute(self.text, self._placed(values)).fetchone()
        return None if row is None else row[0]

    def _placed(self, values: Values) -> tuple[Any, ...]:
        fixed = self._fixed
        return tuple([values[name] if name in values else fixed[name] for name in self.names])

    @cached_property
    def _compiled(self) -> Any:
        return self._statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))

    @cached_property
    def _fixed(self) -> Values:
        """The values that stand in the statement itself; a column that nobody names is null."""
        return dict(self._compiled.params)


@contextmanager
def driver_of(connection: Connection, statement: str) -> Iterator[sqlite3.Connection]:
    """Give the driver's connection, in a transaction as SQLAlchemy begins it before each statement of its own."""
    if not connection.in_transaction():
        connection.begin()
    try:
        yield cast(sqlite3.Connection, connection.connection.dbapi_connection)
    except sqlite3.Error as error:
        raise DBAPIError.instance(statement, (), error, sqlite3.Error, dialect=connection.dialect) from error
