"""Lists of a project: the roster, the history, what it holds."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, func, or_, select, tuple_

from core.model.overview import HistoryRow, Use
from core.model.records import Speaker
from core.model.terms import Status
from core.store import tables
from core.store.mapping import to_speaker
from core.store.titles import title_of
from core.store.visible import is_seen, with_own

_Revision, _Annotator, _Quote = tables.Revision, tables.Annotator, tables.Quote


def roster(connection: Connection) -> list[Speaker]:
    """Return all speakers, by name."""
    speaker = tables.Speaker
    return [to_speaker(row) for row in connection.execute(select(speaker).order_by(speaker.name, speaker.id))]


def texts(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield id and text of every article, in the order of import."""
    document = tables.Document
    query = select(document.id, document.text).order_by(document.position).execution_options(yield_per=200)
    for row in connection.execute(query):
        yield row.id, row.text


def annotators(connection: Connection) -> list[str]:
    """Return the names of those who have work in the project, by name."""
    layer = tables.Layer
    query = select(_Annotator.name).where(_Annotator.id.in_(select(layer.annotator_id))).order_by(_Annotator.name)
    return list(connection.scalars(query))


def uses(connection: Connection, speaker_id: str) -> list[Use]:
    """Return the articles in which a speaker has quotes, in the order of import; a quote of several layers is one.

    One of which they are a second speaker is a quote of theirs, too.
    Those of all layers count, other annotators' and suggestions that somebody decided otherwise on, too: a merge or
    another name changes all of them.
    """
    document, layer = tables.Document, tables.Layer
    query = (
        select(document.id, document.title, document.opening, func.count(_Quote.id.distinct()).label("quotes"))
        .join(layer, layer.document_id == document.id)
        .join(_Quote, _Quote.layer_id == layer.id)
        .where(_is_by(speaker_id), _Quote.rejected.is_(False))
        .group_by(document.id)
        .order_by(document.position)
    )
    return [Use(document_id=row.id, title=title_of(row), quotes=row.quotes) for row in connection.execute(query)]


def documents_with(connection: Connection, annotator: str, *, speaker_id: str | None = None) -> set[str]:
    """Return the ids of the documents in which an annotator has flagged a quote, or, with a speaker, sees a quote of
    that speaker, be they its first or a second one.
    """
    layer = tables.Layer
    query = select(layer.document_id).distinct().join(_Quote, _Quote.layer_id == layer.id)
    if speaker_id is None:
        mine = select(_Annotator.id).where(_Annotator.name == annotator).scalar_subquery()
        query = query.where(layer.annotator_id == mine, _Quote.rejected.is_(False), _Quote.flagged.is_(True))
    else:
        query = with_own(query, layer.document_id, annotator).where(is_seen(), _is_by(speaker_id))
    return set(connection.scalars(query))


def _is_by(speaker_id: str) -> ColumnElement[bool]:
    """The condition for a quote of which somebody is the first or a second speaker; an index finds either."""
    second = tables.SecondSpeaker
    too = select(second.layer_id, second.quote_id).where(second.speaker_id == speaker_id)
    return or_(_Quote.speaker_id == speaker_id, tuple_(_Quote.layer_id, _Quote.id).in_(too))


def history(connection: Connection, annotator: str, document_id: str | None, limit: int) -> list[HistoryRow]:
    """Return an annotator's changes, newest first; steps that were undone and passed by are left out."""
    query = (
        select(_Revision)
        .join(_Annotator, _Annotator.id == _Revision.annotator_id)
        .where(_Annotator.name == annotator, _Revision.kind == "change", _Revision.closed.is_(False))
        .order_by(_Revision.id.desc())
        .limit(limit)
    )
    if document_id is not None:
        # What was done to speakers, or to quotes of several articles at once, may have changed this one too.
        query = query.where(or_(_Revision.document_id == document_id, _Revision.document_id.is_(None)))
    return [
        HistoryRow(
            revision=row.id,
            at=row.at,
            annotator=annotator,
            code=row.code,
            words=row.words,
            document_id=row.document_id,
            quote_id=row.quote_id,
            undone=row.undone,
        )
        for row in connection.execute(query)
    ]


def has_step(connection: Connection, annotator: str, *, undone: bool) -> bool:
    """Whether an annotator has a step that can be undone or, with `undone`, done again."""
    query = (
        select(_Revision.id)
        .join(_Annotator, _Annotator.id == _Revision.annotator_id)
        .where(_Annotator.name == annotator, _Revision.kind == "change")
        .where(_Revision.undone.is_(undone), _Revision.closed.is_(False))
        .limit(1)
    )
    return connection.execute(query).first() is not None


def counts(connection: Connection) -> dict[str, int]:
    """Return what the project holds. Suggestions are counted as the model made them, decisions by annotators."""
    found = {
        "documents": _count(connection, tables.Document),
        "annotators": len(annotators(connection)),
        "speakers": _count(connection, tables.Speaker),
        "revisions": _count(connection, _Revision),
    }
    statuses = {status.value: 0 for status in Status}
    query = select(_Quote.status, func.count().label("number")).where(_Quote.rejected.is_(False))
    statuses |= {row.status: row.number for row in connection.execute(query.group_by(_Quote.status))}
    rejected = connection.scalar(select(func.count()).select_from(_Quote).where(_Quote.rejected.is_(True)))
    return found | statuses | {"rejected": rejected or 0}


def _count(connection: Connection, table: type[tables.Base]) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0
