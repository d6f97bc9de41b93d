"""Counts for lists: how many quotes an annotator sees of each document, how many are checked, how many in doubt."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, TextClause, and_, cast, func, or_, select
from sqlalchemy.orm import aliased

from core.model.overview import DocumentRow, Progress
from core.model.terms import State, Status
from core.store import tables
from core.store.titles import title_of
from core.store.visible import Own, shows_through, untouched, with_own

_Models = aliased(tables.Layer)


def count_documents(connection: Connection, annotator: str | None) -> list[DocumentRow]:
    """Return the queue, in the order of import."""
    counts = _counts(connection, annotator)
    return [_row(row, counts) for row in connection.execute(_documents(annotator).order_by(tables.Document.position))]


def count_document(connection: Connection, document_id: str, annotator: str | None) -> DocumentRow | None:
    """Return one line of the queue."""
    row = connection.execute(_documents(annotator).where(tables.Document.id == document_id)).first()
    return _row(row, _counts(connection, annotator, document_id)) if row else None


def count_of(connection: Connection, document_id: str, annotator: str | None) -> Progress:
    """Return how far an annotator is with one document."""
    return _counts(connection, annotator, document_id).get(document_id, Progress())


def count_unchecked(connection: Connection, document_id: str, annotator: str | None) -> int:
    """Return how many quotes of one document are not checked, with those that a complete article does not show."""
    count = _counts(connection, annotator, document_id, untouched()).get(document_id, Progress())
    return count.total - count.checked


def count_project(connection: Connection, annotator: str | None) -> Progress:
    """Return how far an annotator is with the whole project."""
    counts = _counts(connection, annotator).values()
    return Progress(
        checked=sum(each.checked for each in counts),
        total=sum(each.total for each in counts),
        doubtful=sum(each.doubtful for each in counts),
    )


def _documents(annotator: str | None) -> Any:
    document = tables.Document
    query = select(
        document.id,
        document.title,
        document.opening,
        document.source,
        document.date,
        Own.state,
        or_(Own.id.is_not(None), _Models.id.is_not(None)).label("labelled"),
    )
    models = and_(_Models.document_id == document.id, _Models.annotator_id.is_(None))
    return with_own(query, document.id, annotator).outerjoin(_Models, models)


def _counts(
    connection: Connection, annotator: str | None, document_id: str | None = None, shows: TextClause | None = None
) -> dict[str, Progress]:
    quote, layer, person = tables.Quote, tables.Layer, tables.Annotator
    mine = select(person.id).where(person.name == annotator).scalar_subquery()
    own = (
        select(layer.document_id, *_sums())
        .join(quote, quote.layer_id == layer.id)
        .where(layer.annotator_id == mine, quote.rejected.is_(False))
    )
    models = select(layer.document_id, *_sums()).join(quote, quote.layer_id == layer.id)
    suggested = with_own(models, layer.document_id, annotator).where(shows_through() if shows is None else shows)
    counts: dict[str, Progress] = {}
    for query in (own, suggested):
        if document_id is not None:
            query = query.where(layer.document_id == document_id)
        for row in connection.execute(query.group_by(layer.document_id)):
            so_far = counts.get(row.document_id, Progress())
            counts[row.document_id] = Progress(
                checked=so_far.checked + row.checked,
                total=so_far.total + row.total,
                doubtful=so_far.doubtful + row.doubtful,
            )
    return counts


def _sums() -> tuple[ColumnElement[int], ...]:
    quote = tables.Quote
    checked = quote.status != Status.SUGGESTED
    return (
        func.count().label("total"),
        func.sum(cast(checked, Integer)).label("checked"),
        func.sum(cast(and_(~checked, quote.doubtful), Integer)).label("doubtful"),
    )


def _row(row: Any, counts: dict[str, Progress]) -> DocumentRow:
    count = counts.get(row.id, Progress())
    return DocumentRow(
        id=row.id,
        title=title_of(row),
        source=row.source,
        date=row.date,
        state=State(row.state) if row.state else State.NEW,
        checked=count.checked,
        total=count.total,
        doubtful=count.doubtful,
        labelled=bool(row.labelled),
    )
