"""A quote that nobody suggested: a person marks its words."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from core.commands.boundaries import text_of
from core.commands.command import Act
from core.commands.settling import Shown
from core.commands.shape import kind_of, reshape, tidy
from core.errors import UserMistake
from core.model.identity import new_id
from core.model.records import Candidate, Quote, Record
from core.model.spans import Span
from core.model.terms import Kind
from core.store import tables
from core.store.layers import own_layer
from core.store.mapping import quote_columns
from core.store.transaction import Step, Transaction
from core.store.visible import is_seen, with_own

_NEAR = 40
"""Quotes around the new one that are asked who speaks there."""
MOST = 9
_NEAR_BY = "quoted near by"


class AddQuote(Record, frozen=True, kw_only=True):
    """Make a quote of some words. Who may have said it: the speakers quoted near by, the nearest first.

    Without a `kind` the marks rule it. The quote is suggested until its speaker is confirmed, and then counts as added.
    """

    document_id: str
    fragments: tuple[Span, ...]
    act: Act
    kind: Kind | None = None

    def apply(self, transaction: Transaction) -> Step:
        """Add the quote to the annotator's layer."""
        layer = own_layer(transaction, self.document_id)
        text = text_of(transaction, self.document_id)
        fragments = tidy(text, self.fragments)
        if any(tuple(each) == fragments for each in _same_place(transaction, self.document_id, fragments[0].start)):
            raise UserMistake("These words are a quote already. Nothing was changed. Choose other words.")
        blank = Quote(
            id=new_id(),
            fragments=fragments,
            kind=self.kind or kind_of(text, fragments),
            candidates=tuple(_offered(transaction, self.document_id, fragments[0].start)),
        )
        quote = tables.Quote(**quote_columns(layer.id, blank))
        reshape(quote, text, fragments)
        transaction.session.add(quote)
        Shown(transaction, self.document_id, quote, by_hand=True).reopen(quote, self.act)
        return Step(code="add", document_id=self.document_id, quote_id=quote.id)


def _same_place(transaction: Transaction, document_id: str, start: int) -> Iterator[tuple[Span, ...]]:
    """Yield the fragments of the quotes that the annotator sees at an offset."""
    query = _of_those_seen(transaction, document_id, tables.Quote.fragments).where(tables.Quote.start == start)
    yield from transaction.session.scalars(query)


def _of_those_seen(transaction: Transaction, document_id: str, *columns: Any) -> Any:
    """A question about the quotes of an article that the annotator sees."""
    layer = tables.Layer
    query = select(*columns).select_from(tables.Quote).join(layer, layer.id == tables.Quote.layer_id)
    query = with_own(query, layer.document_id, transaction.annotator)
    return query.where(layer.document_id == document_id, is_seen())


def _offered(transaction: Transaction, document_id: str, start: int) -> Iterator[Candidate]:
    """Yield the speakers quoted near an offset, each with the mention nearest to it."""
    quote, speaker = tables.Quote, tables.Speaker
    columns = (quote.speaker_id, speaker.name, quote.mention_start, quote.mention_end)
    query = (
        _of_those_seen(transaction, document_id, *columns)
        .join(speaker, speaker.id == quote.speaker_id)
        .order_by(func.abs(quote.start - start), quote.start)
        .limit(_NEAR)
    )
    found: set[str] = set()
    for row in transaction.session.execute(query):
        if row.speaker_id is not None and row.speaker_id not in found and len(found) < MOST:
            found.add(row.speaker_id)
            known = row.mention_start is not None and row.mention_end is not None
            mention = Span(row.mention_start, row.mention_end) if known else None
            yield Candidate(name=row.name, speaker_id=row.speaker_id, mention=mention, evidence=_NEAR_BY)
