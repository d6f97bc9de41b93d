"""All quotes of a project on one list, as one annotator sees them: their own layer over the model's suggestions."""

from collections.abc import Collection, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, Text, and_, func, or_, select, type_coerce

from core.model.overview import QuoteRow
from core.model.terms import Status, Via
from core.store import tables
from core.store.mapping import KINDS, SPEAKER_TYPES, STATUSES
from core.store.titles import title_of
from core.store.visible import is_seen, with_own

MOST = 1000
"""Articles that are asked for by their ids; to read all and to leave some out is quicker than a longer list."""
WORDS = 120
"""Characters of a quote on the list."""
_REACH = 4 * WORDS  # of the text: enough for that many characters, however wide the space between words is

_Document, _Layer, _Quote = tables.Document, tables.Layer, tables.Quote
# Pairs of numbers: made five times as fast as spans, and there may be a hundred thousand of them.
_SPANS = msgspec.json.Decoder(tuple[tuple[int, int], ...])
_VIAS = {via.value: via for via in Via}


def list_quotes(
    connection: Connection, annotator: str | None, document_ids: Collection[str] | None = None
) -> list[QuoteRow]:
    """Return the quotes of the project, or of some articles, in the order of the articles and of their text."""
    if document_ids is not None and len(document_ids) > MOST:
        every = list_quotes(connection, annotator)
        return [row for row in every if row.document_id in document_ids]
    names = {row.id: row.name for row in connection.execute(select(tables.Speaker.id, tables.Speaker.name))}
    documents = iter(connection.execute(_documents(document_ids)))
    found: list[QuoteRow] = []
    quotes = connection.execute(_quotes(annotator, document_ids))
    for document_id, rows in groupby(quotes, key=itemgetter(0)):
        # Both come in the same order, so that no more than one text is held at a time.
        document = next(each for each in documents if each.id == document_id)
        title, text = title_of(document), document.text
        found += [_row(row, number, title, text, names) for number, row in enumerate(rows, 1)]
    return found


def _documents(document_ids: Collection[str] | None) -> Any:
    query = select(_Document.id, _Document.title, _Document.opening, _Document.text).order_by(_Document.position)
    return query if document_ids is None else query.where(_Document.id.in_(document_ids))


def _quotes(annotator: str | None, document_ids: Collection[str] | None) -> Any:
    query = (
        select(*_columns())
        .join(_Layer, _Layer.id == _Quote.layer_id)
        .join(_Document, _Document.id == _Layer.document_id)
    )
    query = with_own(query, _Layer.document_id, annotator).where(is_seen())
    query = query.order_by(_Document.position, _Quote.start, _Quote.end.desc(), _Quote.id)
    if document_ids is None:
        return query
    layers = select(_Layer.id).where(_Layer.document_id.in_(document_ids))
    return query.where(_Quote.layer_id.in_(layers))


def _columns() -> tuple[Any, ...]:
    quote = _Quote
    edited = and_(func.coalesce(quote.decided_via, "") == Via.EDIT, quote.decided_suggestion.is_(None))
    return (
        _Layer.document_id,
        quote.id,
        type_coerce(quote.fragments, Text).label("fragments"),
        quote.kind,
        quote.speaker_id,
        quote.speaker_name,
        quote.speaker_type,
        quote.cue_start,
        quote.cue_end,
        quote.status,
        quote.decided_via,
        quote.decided_at,
        quote.decided_fast,
        quote.flagged,
        quote.sure,
        and_(quote.doubtful, quote.status == Status.SUGGESTED).label("doubtful"),
        or_(quote.status == Status.ADDED, edited).label("by_hand"),
        quote.comment,
        quote.confidence,
    )


def _row(row: Sequence[Any], number: int, title: str, text: str, names: dict[str, str]) -> QuoteRow:
    # Unpacked at once, in the order of `_columns`: asking a row for one name after the other takes twice as long.
    document_id, quote_id, fragments, kind, speaker_id, description, type_, *rest = row
    cue_start, cue_end, status, via, at, fast, flagged, sure, doubtful, by_hand, comment, confidence = rest
    return QuoteRow(
        document_id=document_id,
        title=title,
        quote_id=quote_id,
        number=number,
        words=_words(text, _SPANS.decode(fragments)),
        kind=KINDS[kind],
        speaker_id=speaker_id,
        speaker_name=names.get(speaker_id) or description or "",
        speaker_type=SPEAKER_TYPES[type_],
        cue="" if cue_start is None else " ".join(text[cue_start:cue_end].split()),
        status=STATUSES[status],
        via=_VIAS[via] if via else None,
        fast=fast,
        flagged=flagged,
        sure=sure,
        doubtful=doubtful,
        by_hand=by_hand,
        comment=comment,
        decided_at=at or None,
        confidence=confidence,
    )


def _words(text: str, fragments: tuple[tuple[int, int], ...]) -> str:
    pieces = (" ".join(text[start : min(end, start + _REACH)].split()) for start, end in fragments)
    return " … ".join(pieces)[:WORDS]
