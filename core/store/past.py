"""The history: which step is next to be undone or redone, what it did, who came after it; and writing a new one."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    SelectBase,
    Text,
    and_,
    bindparam,
    func,
    insert,
    literal,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session

from core.store import tables
from core.store.images import RowNote, row_columns
from core.store.packed import packed
from core.store.plain import PlainLookup, PlainQuery
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
    layer = tables.Layer
    document_id = connection.execute(select(layer.document_id).where(layer.id == layer_id)).scalar_one()
    told = select(Row.key).join(Revision, Revision.id == Row.revision_id)
    told = told.where(Row.table == "quote", _key_begins(literal(_beginning({"layer_id": layer_id}))))
    return {key["id"] for steps in _steps_on(literal(document_id)) for key in connection.scalars(told.where(steps))}


def rows_about(session: Session, document_id: str, quote: tables.Quote) -> list[Any]:
    """Return revision, table, key and "before" of what steps did to a quote and its second speakers, the last first.

    Bulk steps too, and those that another quote brought along. A bulk step on several articles is known by the moment
    at which it decided the quote, so only its rows are read. What a merge did is left out: it tells who a speaker is,
    not who speaks.
    """
    connection = session.connection()
    key, theirs = {"layer_id": quote.layer_id, "id": quote.id}, {"layer_id": quote.layer_id, "quote_id": quote.id}
    about = {"document_id": document_id, "key": packed(key), "theirs": _beginning(theirs)}
    told = _ABOUT_QUOTE(connection, about)
    asked: set[str | None] = {None}
    while moments := {quote.decided_at, *((row.before or {}).get("decided_at") for row in told)} - asked:
        told += _ABOUT_QUOTE_IN_BULK(connection, moments, **about)
        asked |= moments
    return sorted(told, key=lambda row: row.revision_id, reverse=True)


def _steps_on(document_id: ColumnElement[str]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The steps of a document, and those since its import that are of no single one; each has an index."""
    imported = select(tables.Document.revision_id).where(tables.Document.id == document_id).scalar_subquery()
    return Revision.document_id == document_id, and_(Revision.document_id.is_(None), Revision.id > imported)


def _key_begins(beginning: ColumnElement[str]) -> ColumnElement[bool]:
    """The condition on keys that begin alike, as text: none is unpacked for what a bulk step did to other articles."""
    return func.substr(type_coerce(Row.key, Text), 1, func.length(beginning)) == beginning


def _beginning(first: dict[str, Any]) -> str:
    """How a key begins, of which the first columns are these."""
    return f"{(packed(first) or '')[:-1]},"


def _about_quote(steps: ColumnElement[bool]) -> SelectBase:
    key, theirs = type_coerce(Row.key, Text), bindparam("theirs", type_=Text)
    about = or_(
        and_(Row.table == "quote", key == bindparam("key", type_=Text)),
        and_(Row.table == "second_speaker", _key_begins(theirs)),
    )
    columns = select(Row.revision_id, Row.table.label("table"), Row.key, Row.before)
    return columns.join(Revision, Revision.id == Row.revision_id).where(steps, about)


_OF_DOCUMENT, _OF_SEVERAL = _steps_on(bindparam("document_id", type_=Text))
# Built once: asked at a key that decides again what a file brought.
_ABOUT_QUOTE = PlainQuery(_about_quote(_OF_DOCUMENT))
_ABOUT_QUOTE_IN_BULK = PlainLookup(lambda moments: _about_quote(and_(_OF_SEVERAL, Revision.at.in_(moments))))
