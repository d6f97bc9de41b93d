"""A quote that nobody suggested: a person marks its words."""

from msgspec import structs

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
from core.store.nearby import fragments_at, speakers_near
from core.store.transaction import Step, Transaction

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
        if any(tuple(each) == fragments for each in fragments_at(transaction, self.document_id, fragments[0].start)):
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


def _offered(transaction: Transaction, document_id: str, start: int) -> list[Candidate]:
    near = speakers_near(transaction, document_id, start, quotes=_NEAR)
    return [structs.replace(each, evidence=_NEAR_BY) for each in near[:MOST]]
