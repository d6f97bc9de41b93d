"""A connection at which threads take turns, statement by statement.

SQLite keeps the last error for the whole connection, and Python looks for it when the statement is over: if another one
has begun by then, an error may be lost, or told of the wrong statement.
"""

import sqlite3
from collections.abc import Iterable
from threading import RLock
from typing import Any


class SharedConnection(sqlite3.Connection):
    """Has all that is done with it, or with a cursor of it, done by one thread at a time."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.turn = RLock()

    def cursor(self, *_: Any) -> "SharedCursor":  # type: ignore[override]  # no other kind would take turns
        """Return one that takes turns."""
        return super().cursor(SharedCursor)

    def execute(self, statement: str, values: Any = ()) -> "SharedCursor":
        """Execute in turn, by a cursor that takes turns."""
        return self.cursor().execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Any]) -> "SharedCursor":
        """Execute many in turn, by such a cursor."""
        return self.cursor().executemany(statement, rows)

    def commit(self) -> None:
        """Commit in turn."""
        with self.turn:
            super().commit()

    def rollback(self) -> None:
        """Roll back in turn."""
        with self.turn:
            super().rollback()

    def close(self) -> None:
        """Close in turn."""
        with self.turn:
            super().close()


class SharedCursor(sqlite3.Cursor):
    """A cursor of a `SharedConnection`."""

    connection: SharedConnection

    def execute(self, statement: str, values: Any = ()) -> "SharedCursor":
        """Execute in turn."""
        with self.connection.turn:
            super().execute(statement, values)
            return self

    def executemany(self, statement: str, rows: Iterable[Any]) -> "SharedCursor":
        """Execute many in turn."""
        with self.connection.turn:
            super().executemany(statement, rows)
            return self

    def fetchone(self) -> Any:
        """Fetch in turn."""
        with self.connection.turn:
            return super().fetchone()

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Fetch some in turn."""
        with self.connection.turn:
            return super().fetchmany(self.arraysize if size is None else size)

    def fetchall(self) -> list[Any]:
        """Fetch all in turn."""
        with self.connection.turn:
            return super().fetchall()

    def __next__(self) -> Any:
        """Fetch the next one in turn."""
        with self.connection.turn:
            return super().__next__()
