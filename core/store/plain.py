"""Queries for rows by the thousand: put into SQL once, answered in named tuples."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice, zip_longest
from typing import Any

from sqlalchemy import BindParameter, Boolean, ColumnElement, Connection, SelectBase, bindparam

from core.store.packed import Packed
from core.store.prepared import Prepared, Values

Column = Callable[[Iterable[Any]], Iterable[Any]]
"""What turns the values of a column as they are kept into those that they stand for."""
COUNTS = (4, 100, 400)
"""Ids that a statement has places for: a key touches a few quotes, an export reads a hundred articles at a time."""
_NAMES = [f"id{place}" for place in range(max(COUNTS))]


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
        columns: list[Iterable[Any]] = list(zip(*self._prepared.rows(connection, values), strict=True))
        if not columns:
            return []
        # Column by column: no line of Python is run for a value, and few for a row.
        for place, unpack in unpackers:
            columns[place] = unpack(columns[place])
        return list(map(make, zip(*columns, strict=True)))

    @cached_property
    def _shape(self) -> tuple[Callable[[Iterable[Any]], Any], list[tuple[int, Column]]]:
        columns = list(self._query.selected_columns)
        kind = namedtuple("Plain", [str(each.key) for each in columns])  # type: ignore[misc]  # known when the query is
        unpackers = ((place, _unpacker(column)) for place, column in enumerate(columns))
        return partial(tuple.__new__, kind), [(place, unpack) for place, unpack in unpackers if unpack is not None]


class PlainLookup:
    """A plain query about a list of ids: `query` makes it from the places that it has for them.

    Their number is one of three, since each is another statement; a place that is left over is null, which nothing
    equals. (One JSON text for all of them would be cut where an id has a character 0 in it.)
    """

    def __init__(self, query: Callable[[Sequence[BindParameter[Any]]], SelectBase]) -> None:
        self._query = query
        self._by_places: dict[int, PlainQuery] = {}  # made when they are asked for: a start asks for few of them

    def __call__(self, connection: Connection, ids: Iterable[Any], **values: Any) -> list[Any]:
        """Return the rows for any number of ids and some values by name; those of the first few hundred ids first."""
        found = []
        for given in padded(ids):
            found += self._of_places(len(given))(connection, given | values)
        return found

    def _of_places(self, count: int) -> PlainQuery:
        if count not in self._by_places:
            self._by_places[count] = PlainQuery(self._query(places(count)))
        return self._by_places[count]


def padded(ids: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield ids for the places that statements have for them, by the names of the places."""
    left = iter(ids)
    while some := list(islice(left, len(_NAMES))):
        count = next(count for count in COUNTS if len(some) <= count)
        yield dict(zip_longest(_NAMES[:count], some))


def places(count: int) -> list[BindParameter[Any]]:
    """Return that many places for ids, called id0, id1, …"""
    return [bindparam(name) for name in _NAMES[:count]]


def _unpacker(column: ColumnElement[Any]) -> Column | None:
    if isinstance(column.type, Packed):
        return partial(_unpacked, column.type.unpack_present)
    return partial(map, bool) if isinstance(column.type, Boolean) else None


def _unpacked(unpack: Callable[[Any], Any], values: Iterable[Any]) -> list[Any]:
    # Most are empty, for which nothing need be asked.
    return [None if value is None else () if value == "[]" else unpack(value) for value in values]
