"""Pictures of rows: what a change did to them, whether they still look so, and putting them back."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import RowMapping, Table, and_, delete, insert, inspect, select, update
from sqlalchemy.orm import Session

from core.store.packed import Packed, packed
from core.store.tables import ORDER, Base, RevisionRow
from core.store.uses import is_used

Image = dict[str, Any]
LEANED_ON = frozenset({"speaker", "layer", "cast_member", "settled"})
"""Tables whose rows one step makes and other steps, other annotators and labelling come to use."""


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


def row_columns(revision: int, position: int, note: RowNote) -> dict[str, Any]:
    """Return a note as a row of the history, its images packed."""
    return {
        "revision_id": revision,
        "position": position,
        "table_name": note.table,
        "key": packed(note.key),
        "before": packed(note.before),
        "after": packed(note.after),
    }


def note_of(row: Base, fate: str) -> RowNote:
    """Return what the flush that is going on does to an object whose fate is "new", "changed" or "deleted"."""
    table = row.__table__
    assert isinstance(table, Table)
    current = {name: _plain(getattr(row, attribute)) for attribute, name in _columns(type(row))}
    key = {column.name: current[column.name] for column in table.primary_key}
    if fate == "new":
        return RowNote(table.name, key, None, current)
    earlier = _earlier(row)
    if fate == "deleted":
        return RowNote(table.name, key, current | earlier, None)
    return RowNote(table.name, key, earlier, {name: current[name] for name in earlier})


def _earlier(row: Base) -> Image:
    state = inspect(row)
    earlier = {}
    for attribute, name in _columns(type(row)):
        history = state.attrs[attribute].history
        if history.has_changes():
            earlier[name] = _plain(history.deleted[0]) if history.deleted else None
    return earlier


@cache
def _columns(kind: type[Base]) -> tuple[tuple[str, str], ...]:
    """The attributes of a table's class, each with the name of its column."""
    return tuple((each.key, str(each.columns[0].name)) for each in inspect(kind).column_attrs)


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


def still_looks(session: Session, rows: Sequence[RowNote | RevisionRow], *, as_it_was: str) -> int | None:
    """Return the place of the first row that no longer looks as its "before" or "after" image says, or None.

    Rows that others lean on are no hindrance where a step made them: they stay as long as they are in use.
    """
    for place, row in enumerate(rows):
        made_or_gone = row.before is None or row.after is None
        if made_or_gone and row.table in LEANED_ON:
            continue
        if not _looks(session, row, row.before if as_it_was == "before" else row.after):
            return place
    return None


def put_back(session: Session, rows: Sequence[RowNote | RevisionRow], *, to: str) -> list[RowNote]:
    """Write the "before" or "after" images and return what that did.

    Parents are inserted before and deleted after their children. Rows that others lean on are inserted only if
    they are missing, and deleted only if nobody uses them.
    """
    wanted = [_towards(row, to) for row in sorted(rows, key=lambda row: ORDER[row.table])]
    done = []
    for note in wanted:
        table = Base.metadata.tables[note.table]
        if note.before is None and note.after is not None:
            if note.table in LEANED_ON and _found(session, note) is not None:
                continue
            session.connection().execute(insert(table).values(**_typed(table, note.after)))
            done.append(note)
        elif note.after is not None:
            changes = _typed(table, note.after)
            session.connection().execute(update(table).where(_where(table, note.key)).values(**changes))
            done.append(note)
    for note in reversed(wanted):
        if note.after is None and _may_go(session, note):
            table = Base.metadata.tables[note.table]
            session.connection().execute(delete(table).where(_where(table, note.key)))
            done.append(note)
    return done


def _towards(row: RowNote | RevisionRow, to: str) -> RowNote:
    sides = (row.after, row.before) if to == "before" else (row.before, row.after)
    return RowNote(row.table, row.key, *sides)


def _found(session: Session, row: RowNote | RevisionRow) -> RowMapping | None:
    table = Base.metadata.tables[row.table]
    return session.execute(select(table).where(_where(table, row.key))).mappings().first()


def _looks(session: Session, row: RowNote | RevisionRow, expected: Image | None) -> bool:
    found = _found(session, row)
    if expected is None or found is None:
        return expected is None and found is None
    return all(_plain(found[name]) == value for name, value in expected.items())


def _may_go(session: Session, note: RowNote) -> bool:
    if note.table not in LEANED_ON:
        return True
    return _looks(session, note, note.before) and not is_used(session, note.table, note.key)
