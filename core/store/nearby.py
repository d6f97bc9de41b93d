"""What an annotator sees around a place in an article, be it theirs or the model's."""

from typing import Any

from sqlalchemy import func, select

from core.model.records import Candidate
from core.model.spans import Span
from core.store import tables
from core.store.mapping import span_of
from core.store.transaction import Transaction
from core.store.visible import is_seen, with_own


def fragments_at(transaction: Transaction, document_id: str, start: int) -> list[tuple[Span, ...]]:
    """Return the fragments of the quotes that begin at an offset."""
    query = _of_those_seen(transaction, document_id, tables.Quote.fragments).where(tables.Quote.start == start)
    return list(transaction.session.scalars(query))


def speakers_near(transaction: Transaction, document_id: str, start: int, *, quotes: int) -> list[Candidate]:
    """Return the speakers of some `quotes` around an offset, the nearest first, each with the mention nearest to it."""
    quote, speaker = tables.Quote, tables.Speaker
    columns = (quote.speaker_id, speaker.name, quote.mention_start, quote.mention_end)
    query = (
        _of_those_seen(transaction, document_id, *columns)
        .join(speaker, speaker.id == quote.speaker_id)
        .order_by(func.abs(quote.start - start), quote.start)
        .limit(quotes)
    )
    found: dict[str, Candidate] = {}
    for row in transaction.session.execute(query):
        mention = span_of(row.mention_start, row.mention_end)
        found.setdefault(row.speaker_id, Candidate(name=row.name, speaker_id=row.speaker_id, mention=mention))
    return list(found.values())


def _of_those_seen(transaction: Transaction, document_id: str, *columns: Any) -> Any:
    layer = tables.Layer
    query = select(*columns).select_from(tables.Quote).join(layer, layer.id == tables.Quote.layer_id)
    query = with_own(query, layer.document_id, transaction.annotator)
    return query.where(layer.document_id == document_id, is_seen())
