"""Where a quote begins and ends, and what its pieces are."""

from collections.abc import Iterable
from itertools import count

from core.commands.command import Act
from core.commands.nested import nest_anew, nested_in
from core.commands.settling import Shown
from core.commands.shape import reshape, tidy
from core.commands.sources import who_of
from core.errors import UserMistake
from core.model.identity import new_id
from core.model.records import Record
from core.model.spans import Span
from core.model.terms import Status
from core.store import tables
from core.store.layers import cover_with, covered_by, own_quote, remove_quote, second_rows, values_of
from core.store.transaction import Step, Transaction


class MoveBoundaries(Record, frozen=True, kw_only=True):
    """Give a quote other fragments. Speaker, comment and history stay; it is suggested until it is confirmed.

    Moved several times in a row it is one step, so that an edge that was nudged into place is undone at once.
    """

    document_id: str
    quote_id: str
    fragments: tuple[Span, ...]
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Move the edges."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        text = text_of(transaction, self.document_id)
        fragments = tidy(text, self.fragments)
        if fragments == quote.fragments:
            raise UserMistake("The quote stands there already. Nothing was changed.")
        shown = Shown(transaction, self.document_id, quote)
        # An edge that moves outwards lets nothing go.
        wider = fragments[0].start <= quote.start and quote.end <= fragments[-1].end
        inner = [] if wider else nested_in(transaction, self.document_id, quote.id)
        reshape(quote, text, fragments)
        nest_anew(transaction, self.document_id, inner, parts=[quote], outer=quote.parent)
        shown.reopen(quote, self.act)
        return Step(code="boundaries", document_id=self.document_id, quote_id=self.quote_id, amends=True)


class SplitQuote(Record, frozen=True, kw_only=True):
    """Make two quotes of one: what stands from the offset `at` on becomes a quote of its own, by the same speakers."""

    document_id: str
    quote_id: str
    at: int
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Split the quote; both parts are suggested until they are confirmed."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        text = text_of(transaction, self.document_id)
        shown = Shown(transaction, self.document_id, quote)
        before = [Span(start, min(end, self.at)) for start, end in quote.fragments if start < self.at]
        after = [Span(max(start, self.at), end) for start, end in quote.fragments if end > self.at]
        if not before or not after:
            raise UserMistake(
                "The quote can't be split there: nothing of it would be left on one side. Nothing was changed. "
                "Put the caret between two words of it."
            )
        inner = nested_in(transaction, self.document_id, quote.id)
        second = _copy(quote)
        transaction.session.add(second)
        reshape(quote, text, tidy(text, before))
        reshape(second, text, tidy(text, after))
        nest_anew(transaction, self.document_id, inner, parts=[quote, second], outer=quote.parent)
        _join_seconds(transaction, second, second_rows(transaction.session, quote))
        shown.reopen(quote, self.act)
        Shown(transaction, self.document_id, second, by_hand=True).reopen(second, self.act)
        transaction.session.flush()
        return Step(code="split", document_id=self.document_id, quote_id=self.quote_id)


class JoinQuotes(Record, frozen=True, kw_only=True):
    """Make one quote of two: the words of `other_id` become pieces of the first, whose speaker holds.

    Second speakers of either are those of the joined one; so are a comment, a flag and a doubt.
    """

    document_id: str
    quote_id: str
    other_id: str
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Join the quotes; what a model suggested for the second is no longer shown."""
        if self.other_id == self.quote_id:
            raise UserMistake("A quote can't be joined with itself. Nothing was changed.")
        quote = own_quote(transaction, self.document_id, self.quote_id)
        other = own_quote(transaction, self.document_id, self.other_id)
        text = text_of(transaction, self.document_id)
        shown = Shown(transaction, self.document_id, quote)
        fragments = tidy(text, (*quote.fragments, *other.fragments))
        comments = [each for each in (quote.comment, other.comment) if each]
        quote.flagged, quote.sure = quote.flagged or other.flagged, quote.sure and other.sure
        inner = [each for one in (quote, other) for each in nested_in(transaction, self.document_id, one.id)]
        seconds = second_rows(transaction.session, other)
        covered = covered_by(transaction.session, other)
        if not Shown(transaction, self.document_id, other).made_by_hand:
            covered.append(self.other_id)
        remove_quote(transaction.session, other)
        cover_with(transaction.session, quote, covered)
        reshape(quote, text, fragments)
        inner = [each for each in inner if each.id != other.id]
        nest_anew(transaction, self.document_id, inner, parts=[quote], outer=quote.parent)
        _join_seconds(transaction, quote, seconds)
        quote.comment = "\n".join(comments)
        shown.reopen(quote, self.act)
        return Step(code="join", document_id=self.document_id, quote_id=self.quote_id)


def text_of(transaction: Transaction, document_id: str) -> str:
    """Return the text of a document of which a quote was found."""
    return transaction.session.get_one(tables.Document, document_id).text


def _copy(quote: tables.Quote) -> tables.Quote:
    """Return a new quote by the same speaker, about which nothing has been said."""
    fresh = {"id": new_id(), "status": Status.SUGGESTED, "flagged": False, "sure": True, "comment": ""}
    return tables.Quote(**{**values_of(quote), **fresh})


def _join_seconds(transaction: Transaction, quote: tables.Quote, rows: Iterable[tables.SecondSpeaker]) -> None:
    """Give a quote the second speakers of another one, but for those who speak in it already."""
    known = second_rows(transaction.session, quote)
    speaking = {who_of(quote), *(who_of(row) for row in known)}
    places = count(max((row.position for row in known), default=-1) + 1)
    for row in rows:
        if who_of(row) not in speaking:
            at = {"layer_id": quote.layer_id, "quote_id": quote.id, "position": next(places)}
            transaction.session.add(tables.SecondSpeaker(**{**values_of(row), **at}))
