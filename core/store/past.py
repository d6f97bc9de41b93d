"""The history: which step is next to be undone or redone, what it did, who came after it; and writing a new one."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Text, and_, bindparam, func, insert, select, type_coerce, update
from sqlalchemy.orm import Session

from core.store import tables
from core.store.images import RowNote, row_columns
from core.store.packed import packed
from core.store.prepared import Prepared

Revision, Row = tables.Revision, tables.RevisionRow

# Built once, and past the unit of work: the history is only ever added to, at every key that decides.
_ADD_REVISION = Prepared(insert(Revision).returning(Revision.id))
_ADD_ROWS = Prepared(insert(Row))
# What is undone and not closed is newer than the newest change that holds: the rest of a long past is not looked at.
_HOLDS = (
    select(Revision.id)
    .where(Revision.annotator_id == bindparam("who"), Revision.kind == "change", Revision.undone.is_(False))
    .order_by(Revision.id.desc())
    .limit(1)
    .scalar_subquery()
)
_CLOSE = Prepared(
    update(Revision)
    .where(Revision.annotator_id == bindparam("who"), Revision.kind == "change", Revision.id > func.coalesce(_HOLDS, 0))
    .where(Revision.undone.is_(True), Revision.closed.is_(False))
    .values(closed=True)
)


def add_revision(session: Session, *, words: dict[str, str], **columns: Any) -> int:
    """Write a new step into the history and return its number; its rows follow with `add_rows`."""
    fresh = {"words": packed(words), "undone": False, "closed": False}
    return int(_ADD_REVISION.value(session.connection(), fresh | columns))


def add_rows(session: Session, revision: int, notes: Sequence[RowNote]) -> None:
    """Write what a step did to each row, in order."""
    if notes:
        _ADD_ROWS.many(session.connection(), (row_columns(revision, place, note) for place, note in enumerate(notes)))


def newest_change(session: Session, annotator: int) -> tables.Revision | None:
    """Return the newest change of an annotator that still holds: the one that undo takes back."""
    return session.scalar(
        select(Revision)
        .where(Revision.annotator_id == annotator, Revision.kind == "change", Revision.undone.is_(False))
        .order_by(Revision.id.desc())
        .limit(1)
    )


def last_of(session: Session, annotator: int) -> tables.Revision | None:
    """Return what an annotator did last, be it a change, an undo or an import: only that can be joined."""
    return session.scalar(
        select(Revision).where(Revision.annotator_id == annotator).order_by(Revision.id.desc()).limit(1)
    )


def oldest_undone(session: Session, annotator: int) -> tables.Revision | None:
    """Return the undone change of an annotator that redo does again, if no newer change has closed that way."""
    return session.scalar(
        select(Revision)
        .where(Revision.annotator_id == annotator, Revision.kind == "change")
        .where(Revision.undone.is_(True), Revision.closed.is_(False))
        .order_by(Revision.id)
        .limit(1)
    )


def close_redo(session: Session, annotator: int) -> None:
    """Let go of what was undone: after a new change it can't be done again; its rows stay for audit."""
    _CLOSE.run(session.connection(), {"who": annotator})


def rows_of(session: Session, revision: int) -> list[tables.RevisionRow]:
    """Return the noted rows of a step, in order."""
    return list(session.scalars(select(Row).where(Row.revision_id == revision).order_by(Row.position)))


def who_touched(session: Session, row: tables.RevisionRow) -> str | None:
    """Return the name of who last changed the same row in a later step, None if that is not known."""
    return session.scalar(
        select(tables.Annotator.name)
        .join(Revision, Revision.annotator_id == tables.Annotator.id)
        .join(Row, Row.revision_id == Revision.id)
        .where(Row.table == row.table, Row.key == row.key, Revision.id > row.revision_id)
        .order_by(Revision.id.desc())
        .limit(1)
    )


def labelled_since(session: Session, document_id: str, revision: int) -> bool:
    """Whether a document was labelled after a step."""
    query = select(Revision.id).where(Revision.document_id == document_id, Revision.kind == "label")
    return session.scalar(query.where(Revision.id > revision).limit(1)) is not None


def labelled_layers(session: Session, layers: Collection[int], revision: int) -> dict[int, int]:
    """Return the newest labelling after a step of the document of each of some layers, if there is one."""
    layer = tables.Layer
    query = select(layer.id, func.max(Revision.id)).join(Revision, Revision.document_id == layer.document_id)
    newest = query.where(Revision.kind == "label", Revision.id > revision).group_by(layer.id)
    return {id_: labelling for id_, labelling in session.execute(newest) if id_ in layers}


def newest_touches(session: Session, kinds: Collection[str], revision: int) -> dict[tuple[object, ...], int]:
    """Return the last of the steps after one that touched each row of some tables, by the table and its key."""
    query = select(Row.table, Row.key, func.max(Row.revision_id)).where(Row.revision_id > revision)
    newest = query.where(Row.table.in_(kinds)).group_by(Row.table, Row.key)
    return {(table, *key.values()): step for table, key, step in session.execute(newest)}


def quotes_told_of(connection: Connection, layer_id: int) -> set[str]:
    """Return the ids of the quotes of a layer of which any step tells.

    Such a step is one of the layer's document, or one on several documents since the import of this one: a bulk step
    or a merge, which says of none that it is its own.
    """
    layer, document = tables.Layer, tables.Document
    query = select(document.id, document.revision_id).join(layer, layer.document_id == document.id)
    of = connection.execute(query.where(layer.id == layer_id)).one()
    steps = (Revision.document_id == of.id, and_(Revision.document_id.is_(None), Revision.id > of.revision_id))
    # The keys of one layer begin alike: so none is unpacked for what a bulk step did to a thousand other articles.
    beginning = f'{{"layer_id":{layer_id},'
    of_layer = func.substr(type_coerce(Row.key, Text), 1, len(beginning)) == beginning
    told = select(Row.key).join(Revision, Revision.id == Row.revision_id).where(Row.table == "quote", of_layer)
    return {key["id"] for step in steps for key in connection.scalars(told.where(step))}
