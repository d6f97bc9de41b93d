"""Statements of plain values that are put into SQL once: what is done for each anew would be felt at every key."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any, cast

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement

Values = Mapping[str, Any]
_DIALECT = sqlite.dialect(paramstyle="qmark")


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
        self.running(connection, values)()

    def running(self, connection: Connection, values: Values) -> Callable[[], None]:
        """Return what runs it in the transaction that there is, in whichever thread."""
        driver, placed = driver_of(connection), self._placed(values)

        def run() -> None:
            with errors_told(self.text):
                driver.execute(self.text, placed)

        return run

    def many(self, connection: Connection, rows: Iterable[Values]) -> None:
        """Run it for each of some rows."""
        with errors_told(self.text):
            driver_of(connection).executemany(self.text, [self._placed(values) for values in rows])

    def rows(self, connection: Connection, values: Values) -> list[tuple[Any, ...]]:
        """Run it and return all rows."""
        return self.asking(connection, values)()

    def asking(self, connection: Connection, values: Values) -> Callable[[], list[tuple[Any, ...]]]:
        """Return what runs it in the transaction that there is, in whichever thread, and returns all rows."""
        driver, placed = driver_of(connection), self._placed(values)

        def ask() -> list[tuple[Any, ...]]:
            with errors_told(self.text):
                return driver.execute(self.text, placed).fetchall()

        return ask

    def value(self, connection: Connection, values: Values) -> Any:
        """Run it and return the first column of the first row, None if there is no row."""
        with errors_told(self.text):
            row = driver_of(connection).execute(self.text, self._placed(values)).fetchone()
        return None if row is None else row[0]

    def _placed(self, values: Values) -> tuple[Any, ...]:
        fixed = self._fixed
        return tuple([values[name] if name in values else fixed[name] for name in self.names])

    @cached_property
    def _compiled(self) -> Any:
        return self._statement.compile(dialect=_DIALECT)

    @cached_property
    def _fixed(self) -> Values:
        """The values that stand in the statement itself; a column that nobody names is null."""
        return dict(self._compiled.params)


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's connection, in a transaction as SQLAlchemy begins it before each statement of its own."""
    if not connection.in_transaction():
        connection.begin()
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)


@contextmanager
def errors_told(statement: str) -> Iterator[None]:
    """Raise what goes wrong with a statement as SQLAlchemy would."""
    try:
        yield
    except sqlite3.Error as error:
        raise DBAPIError.instance(statement, (), error, sqlite3.Error, dialect=_DIALECT) from error
