"""What was suggested for a quote, beyond what is kept beside a decision: by whom it is, and second speakers."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import select

from core.model.records import Suggestion
from core.model.spans import Span
from core.store import tables
from core.store.layers import find_layer
from core.store.mapping import span_of
from core.store.past import rows_about
from core.store.transaction import Transaction

Seconds = tuple[tuple[str, str], ...]
"""Each second speaker by relation and by id or, without one, by description."""


class Source(NamedTuple):
    """By whom a quote is: a speaker of the roster by id, or `name`, the description of one who is not in it."""

    type: str
    name: str | None
    mention: Span | None
    speaker_id: str | None = None


class Suggested(NamedTuple):
    """What stood at a quote before a person touched it."""

    source: Source
    seconds: Seconds


def source_of(quote: tables.Quote) -> Source:
    """Return by whom a quote is as it stands."""
    name = quote.speaker_name if quote.speaker_id is None else None
    return Source(quote.speaker_type, name, span_of(quote.mention_start, quote.mention_end), quote.speaker_id)


def source_before(source: Source, image: Mapping[str, Any]) -> Source:
    """Return by whom a quote was before a step that the history tells of, from how it was after it."""
    start, end = source.mention or (None, None)
    start, end = image.get("mention_start", start), image.get("mention_end", end)
    name = None if image.get("speaker_id") else image.get("speaker_name", source.name)
    speaker_id = image.get("speaker_id", source.speaker_id)
    return Source(image.get("speaker_type", source.type), name, span_of(start, end), speaker_id)


def second_rows(transaction: Transaction, quote: tables.Quote) -> list[tables.SecondSpeaker]:
    """Return the rows of a quote's second speakers, in order."""
    transaction.session.flush()
    second = tables.SecondSpeaker
    query = select(second).where(second.layer_id == quote.layer_id, second.quote_id == quote.id)
    return list(transaction.session.scalars(query.order_by(second.position)))


def seconds_of(transaction: Transaction, quote: tables.Quote) -> Seconds:
    """Return a quote's second speakers, so that they can be compared; in which order they were added tells nothing."""
    rows = second_rows(transaction, quote)
    return tuple(sorted(_named(row.relation, row.speaker_id, row.speaker_name) for row in rows))


def suggested(
    transaction: Transaction, document_id: str, quote: tables.Quote, *, source: Source, shown: Suggestion
) -> Suggested | None:
    """Return what was suggested for a quote of which a person has decided before; `source` is how it stands.

    The model's row tells it while it is the one that was `shown`, else the history, step by step back to how the quote
    came in. None if neither does: the article was labelled again since.
    """
    models = find_layer(transaction, document_id, None)
    row = transaction.session.get(tables.Quote, (models.id, quote.id)) if models else None
    weights = models.model.weights if models and models.model else None
    if row is not None and (weights, row.confidence) == (shown.model, shown.confidence):
        return Suggested(source_of(row), seconds_of(transaction, row))
    return _as_it_came(transaction, document_id, quote, source)


def _as_it_came(transaction: Transaction, document_id: str, quote: tables.Quote, source: Source) -> Suggested | None:
    """Take back, one after the other, what steps did to an imported quote."""
    seconds = {row.position: {each: getattr(row, each) for each in _WHO} for row in second_rows(transaction, quote)}
    for row in rows_about(transaction.session, document_id, quote):
        if row.table == "quote":
            if row.before is None:
                return None
            source = source_before(source, row.before)
        elif row.before is None:
            seconds.pop(row.key["position"], None)
        else:
            seconds[row.key["position"]] = seconds.get(row.key["position"], {}) | row.before
    return Suggested(source, tuple(sorted(_named(*(each[key] for key in _WHO)) for each in seconds.values())))


_WHO = ("relation", "speaker_id", "speaker_name")


def _named(relation: str, speaker_id: str | None, name: str | None) -> tuple[str, str]:
    return relation, speaker_id or name or ""
