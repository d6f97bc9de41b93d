"""What a quote is like: its kind, its flag."""

from core.commands.boundaries import text_of
from core.commands.command import Act
from core.commands.settling import Shown
from core.commands.shape import marked_in
from core.errors import UserMistake
from core.model.records import Record
from core.model.terms import Kind
from core.store.layers import own_quote
from core.store.transaction import Step, Transaction


class SetKind(Record, frozen=True, kw_only=True):
    """Say how the words are reported. The quote stays, or becomes again, suggested until it is confirmed."""

    document_id: str
    quote_id: str
    kind: Kind
    act: Act

    def apply(self, transaction: Transaction) -> Step:
        """Change the kind, and what is marked where the kind rules it."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        if quote.kind == self.kind:
            raise UserMistake(f"The quote is {self.kind.value} already. Nothing was changed.")
        shown = Shown(transaction, self.document_id, quote)
        quote.kind = self.kind
        if self.kind is Kind.INDIRECT:
            quote.quoted = ()
        elif not quote.quoted:
            quote.quoted = marked_in(text_of(transaction, self.document_id), quote.fragments)
        shown.reopen(quote, self.act)
        words = {"kind": self.kind.value}
        return Step(code="kind", words=words, document_id=self.document_id, quote_id=self.quote_id)


class FlagQuote(Record, frozen=True, kw_only=True):
    """Put a flag on a quote, or take it off; it decides nothing."""

    document_id: str
    quote_id: str
    flagged: bool

    def apply(self, transaction: Transaction) -> Step:
        """Set the flag."""
        quote = own_quote(transaction, self.document_id, self.quote_id)
        quote.flagged = self.flagged
        code = "flag" if self.flagged else "unflag"
        return Step(code=code, document_id=self.document_id, quote_id=self.quote_id)
