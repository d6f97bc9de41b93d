"""Pictures of rows: what a change did to them, whether they still look so, and putting them back."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Table, and_, delete, insert, inspect, select, update
from sqlalchemy.orm import Session

from core.store.packed import Packed
from core.store.tables import Base, RevisionRow

Image = dict[str, Any]
_ORDER = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}


class RowNote(msgspec.Struct):
    """One row's change: the columns that differ, or all of them where a side has no row at all."""

    table: str
    key: Image
    before: Image | None
    after: Image | None

    def follow(self, later: "RowNote") -> "RowNote | None":
        """Join a later change of the same row in the same step; None if nothing is left of it."""
        if self.before is None and later.after is None:
            return None
        before, after = self.before, later.after
        if before is not None:
            before = {**(later.before or {}), **before}
        if after is not None:
            after = {**(self.after or {}), **after}
        return RowNote(self.table, self.key, before, after)

    @property
    def is_idle(self) -> bool:
        """Whether both sides look the same."""
        return self.before == self.after


def note_of(row: Base, fate: str) -> RowNote:
    """Return what the flush that is going on does to an object whose fate is "new", "changed" or "deleted"."""
    table = row.__table__
    assert isinstance(table, Table)
    current = {column.name: _plain(getattr(row, attribute)) for attribute, column in _columns(row)}
    key = {column.name: current[column.name] for column in table.primary_key}
    earlier = _earlier(row)
    if fate == "deleted":
        return RowNote(table.name, key, current | earlier, None)
    if fate == "new":
        return RowNote(table.name, key, None, current)
    return RowNote(table.name, key, earlier, {name: current[name] for name in earlier})


def _earlier(row: Base) -> Image:
    state = inspect(row)
    earlier = {}
    for attribute, column in _columns(row):
        history = state.attrs[attribute].history
        if history.has_changes():
            earlier[column.name] = _plain(history.deleted[0]) if history.deleted else None
    return earlier


def _columns(row: Base) -> list[tuple[str, Column[Any]]]:
    return [(each.key, each.columns[0]) for each in inspect(type(row)).column_attrs]  # type: ignore[misc]


def _plain(value: Any) -> Any:
    """Return the value as it looks after a way through JSON, so that images can be compared."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    return msgspec.json.decode(msgspec.json.encode(value))


def _typed(table: Table, image: Image) -> Image:
    """Turn an image as it was stored into values that the columns take."""
    values = {}
    for name, value in image.items():
        kind = table.c[name].type
        packed = isinstance(kind, Packed) and value is not None
        values[name] = msgspec.convert(value, kind.shape) if packed else value  # type: ignore[attr-defined]
    return values


def _where(table: Table, key: Image) -> Any:
    return and_(*(table.c[name] == value for name, value in key.items()))


def still_looks(session: Session, rows: Sequence[RevisionRow], *, as_it_was: str) -> RevisionRow | None:
    """Return the first row that no longer looks as its "before" or "after" image says, or None."""
    for row in rows:
        table = Base.metadata.tables[row.table]
        expected: Image | None = getattr(row, as_it_was)
        found = session.execute(select(table).where(_where(table, row.key))).mappings().first()
        if expected is None:
            if found is not None:
                return row
        elif found is None or any(_plain(found[name]) != value for name, value in expected.items()):
            return row
    return None


def put_back(session: Session, rows: Sequence[RevisionRow], *, to: str) -> None:
    """Write the "before" or "after" images; parents are inserted before and deleted after their children."""
    ordered = sorted(rows, key=lambda row: _ORDER[row.table])
    for row in ordered:
        table, image, other = Base.metadata.tables[row.table], *_sides(row, to)
        if other is None and image is not None:
            session.connection().execute(insert(table).values(**_typed(table, image)))
        elif image is not None:
            session.connection().execute(update(table).where(_where(table, row.key)).values(**_typed(table, image)))
    for row in reversed(ordered):
        table, image, _ = Base.metadata.tables[row.table], *_sides(row, to)
        if image is None:
            session.connection().execute(delete(table).where(_where(table, row.key)))


def _sides(row: RevisionRow, to: str) -> tuple[Image | None, Image | None]:
    return (row.before, row.after) if to == "before" else (row.after, row.before)
