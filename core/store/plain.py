"""Queries for rows by the thousand: put into SQL once, answered in named tuples."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import BindParameter, Boolean, ColumnElement, Connection, SelectBase, bindparam

from core.store.packed import Packed
from core.store.prepared import Prepared, Values

FEW, MOST = 4, 400
"""Ids that a statement has places for: a key touches a few quotes, an export reads some hundred articles at a time."""


class PlainQuery:
    """A query whose rows are named tuples of its columns, unpacked as the types of the columns say.

    A row of SQLAlchemy takes ten times as long to give a column by its name, which is felt in ten thousand quotes.
    """

    def __init__(self, query: SelectBase) -> None:
        self._query = query
        self._prepared = Prepared(query)

    def __call__(self, connection: Connection, values: Values) -> list[Any]:
        """Return the rows for some values by name."""
        make, unpackers = self._shape
        found = []
        for row in self._prepared.rows(connection, values):
            columns = list(row)
            for place, unpack in unpackers:
                columns[place] = unpack(columns[place])
            found.append(make(columns))
        return found

    @cached_property
    def _shape(self) -> tuple[Callable[[list[Any]], Any], list[tuple[int, Callable[[Any], Any]]]]:
        columns = list(self._query.selected_columns)
        kind = namedtuple("Plain", [str(each.key) for each in columns])  # type: ignore[misc]  # known when the query is
        unpackers = ((place, _unpacker(column)) for place, column in enumerate(columns))
        return kind._make, [(place, unpack) for place, unpack in unpackers if unpack is not None]


class PlainLookup:
    """A plain query about a list of ids: `query` makes it from the places that it has for them.

    Their number is one of two, since each is another statement; a place that is left over is null, which nothing
    equals. (One JSON text for all of them would be cut where an id has a character 0 in it.)
    """

    def __init__(self, query: Callable[[Sequence[BindParameter[Any]]], SelectBase]) -> None:
        self._query = query
        self._by_places: dict[int, PlainQuery] = {}  # made when they are asked for: a start asks for few of them

    def __call__(self, connection: Connection, ids: Iterable[Any], **values: Any) -> list[Any]:
        """Return the rows for any number of ids and some values by name; those of the first few hundred ids first."""
        left, found = iter(ids), []
        while some := list(islice(left, MOST)):
            count = FEW if len(some) <= FEW else MOST
            padded = [*some, *[None] * (count - len(some))]
            given = {f"id{place}": each for place, each in enumerate(padded)}
            found += self._of_places(count)(connection, values | given)
        return found

    def _of_places(self, count: int) -> PlainQuery:
        if count not in self._by_places:
            self._by_places[count] = PlainQuery(self._query(_places(count)))
        return self._by_places[count]


def _places(count: int) -> list[BindParameter[Any]]:
    return [bindparam(f"id{place}") for place in range(count)]


def _unpacker(column: ColumnElement[Any]) -> Callable[[Any], Any] | None:
    if isinstance(column.type, Packed):
        return column.type.unpack if getattr(column, "nullable", True) else column.type.unpack_present
    return bool if isinstance(column.type, Boolean) else None
