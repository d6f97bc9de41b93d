"""Statements of plain values that are put into SQL once: what is done for each anew would be felt at every key."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

Values = Mapping[str, Any]


class Prepared:
    """Runs one statement; its values and results go past the types of the columns, so that none may be packed."""

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

    def __call__(self, connection: Connection, values: Values) -> CursorResult[Any]:
        """Run it with some values by name."""
        return connection.exec_driver_sql(self.text, self._placed(values))

    def many(self, connection: Connection, rows: Iterable[Values]) -> None:
        """Run it for each of some rows."""
        connection.exec_driver_sql(self.text, [self._placed(values) for values in rows])

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
