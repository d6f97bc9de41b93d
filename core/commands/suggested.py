"""What was suggested for a quote, beyond what is kept beside a decision: by whom it is, and second speakers."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from core.model.records import Suggestion
from core.model.spans import Span
from core.model.terms import Status, Via
from core.store import tables
from core.store.layers import second_rows, suggestion_row
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


class Stood(NamedTuple):
    """How a quote stood at some time, as far as it tells what was suggested."""

    source: Source
    status: str
    via: str | None


class Suggested(NamedTuple):
    """What stood at a quote before a person touched it; `seconds` finds the second speakers, None if they are unknown.

    They are looked for only where all else is as it was suggested.
    """

    source: Source
    seconds: Callable[[], Seconds | None]


def source_of(quote: Any) -> Source:
    """Return by whom a quote is as its row stands."""
    name = quote.speaker_name if quote.speaker_id is None else None
    return Source(quote.speaker_type, name, span_of(quote.mention_start, quote.mention_end), quote.speaker_id)


def source_before(source: Source, image: Mapping[str, Any]) -> Source:
    """Return by whom a quote was before a step that the history tells of, from how it was after it."""
    start, end = source.mention or (None, None)
    start, end = image.get("mention_start", start), image.get("mention_end", end)
    name = None if image.get("speaker_id") else image.get("speaker_name", source.name)
    speaker_id = image.get("speaker_id", source.speaker_id)
    return Source(image.get("speaker_type", source.type), name, span_of(start, end), speaker_id)


def stood_of(quote: tables.Quote) -> Stood:
    """Return how a quote stands now."""
    return Stood(source_of(quote), quote.status, quote.decided_via)


def seconds_of(transaction: Transaction, quote: Any) -> Seconds:
    """Return a quote's second speakers, so that they can be compared; in which order they were added tells nothing."""
    rows = second_rows(transaction.session, quote)
    return tuple(sorted(_named(row.relation, row.speaker_id, row.speaker_name) for row in rows))


def suggested(
    transaction: Transaction, document_id: str, quote: tables.Quote, *, stood: Stood, shown: Suggestion
) -> Suggested | None:
    """Return what was suggested for a quote of which a person has decided before; `stood` is how they left it.

    The model's row tells it while it is the one that was `shown`, else the history, step by step back to how the quote
    was accepted or came in. None if neither does: the first that is known of it is a correction.
    """
    row, weights = suggestion_row(transaction, document_id, quote.id)
    if row is not None and (weights, row.confidence) == (shown.model, shown.confidence):
        return Suggested(source_of(row), lambda: seconds_of(transaction, row))
    return _looked_back(transaction, document_id, quote, stood)


def _looked_back(transaction: Transaction, document_id: str, quote: tables.Quote, stood: Stood) -> Suggested | None:
    """Take back, one after the other, what steps did to a quote, as far as it helps."""
    places = {
        row.position: {each: getattr(row, each) for each in _WHO} for row in second_rows(transaction.session, quote)
    }
    told, copied = rows_about(transaction.session, document_id, quote), False
    for _, rows in groupby(told, key=lambda row: row.revision_id):
        if stood.status == Status.ACCEPTED:
            break  # so it was suggested
        step = list(rows)
        copied = any(row.table == "quote" and row.before is None for row in step)
        if copied:
            break  # from the model's row, which is gone; second speakers may have been changed with it
        stood = _before(stood, places, step)
    if stood.status == Status.CORRECTED:
        return None
    # Whoever followed another quote is not the one who was suggested; an edit leaves the speaker alone.
    source = stood.source._replace(speaker_id=None) if stood.via == Via.PROPAGATED else stood.source
    seconds = sorted(_named(*(each[key] for key in _WHO)) for each in places.values())
    return Suggested(source, lambda: None if copied else tuple(seconds))


def _before(stood: Stood, places: dict[int, dict[str, Any]], step: Iterable[Any]) -> Stood:
    """Return how a quote stood before a step, and put its second speakers, by place, as they were then."""
    for row in step:
        if row.table == "quote":
            image = row.before or {}
            status, via = image.get("status", stood.status), image.get("decided_via", stood.via)
            stood = Stood(source_before(stood.source, image), status, via)
        elif row.before is None:
            places.pop(row.key["position"], None)
        else:
            places[row.key["position"]] = places.get(row.key["position"], {}) | row.before
    return stood


_WHO = ("relation", "speaker_id", "speaker_name")


def _named(relation: str, speaker_id: str | None, name: str | None) -> tuple[str, str]:
    return relation, speaker_id or name or ""
